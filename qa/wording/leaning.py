"""Sentences that can't stand alone: they lean on the one before, or only raise the one after."""

import re

from qa.wording.patterns import any_of

_OPENING = re.compile(r"^[\s\"'“”‘’(\[*•–—-]*")
# "So-called", "Then-President" and "But-for" are words of their own, hence no hyphen behind.
_SUBSTITUTES = re.compile(
    r"(?:this|that|these|those|they|them|he|she|it|his|her|hers|their|theirs|its|such|both|neither|either|others|"
    r"another|"
    r"here|so|the (?:former|latter|same|other|others|two|three|pair)|one of (?:them|those|these)|"
    r"(?:none|some|most|many|all|each|half) of (?:them|those|these|this|that|it)|"
    r"as (?:such|a result)|(?:because|instead) of (?:this|that|these|those))"
    r"(?!-?\w)(?!['’]s (?:true|not true|false)\b)",
    re.IGNORECASE,
)
_CONNECTIVES = re.compile(
    r"(?:however|but|and|yet|also|instead|therefore|thus|hence|still|moreover|furthermore|additionally|nevertheless|"
    r"nonetheless|likewise|similarly|conversely|otherwise|rather|besides|accordingly|consequently|then|again|even so|"
    r"in addition|in contrast|by contrast|(?:by|for|in) comparison(?! (?:to|with)\b)|on the contrary|in other words|"
    r"for example|for instance|on the other hand|"
    r"that said|at the same time|in turn|in doing so|or|nor|too|except(?:,| that))(?!-?\w)",
    re.IGNORECASE,
)
# "It is unclear whether ..." and "There is ..." refer to nothing before them; "this week" and "that year" name a time.
_EXPLETIVES = re.compile(
    r"(?:it(?:['’]s| is| was| has been| remains| isn['’]t| wasn['’]t)? (?:also |still |not |been |entirely |wholly |"
    r"largely |"
    r"quite )*(?:true|false|clear|unclear|possible|impossible|likely|unlikely|important|worth|correct|incorrect|wrong|"
    r"right|"
    r"difficult|hard|easy|known|unknown|rare|common|legal|illegal|estimated|reported|inaccurate|accurate|misleading)\b|"
    r"it (?:seems|appears|turns out|follows)\b|"
    r"this (?:article|fact[- ]check|page|story|report|claim|article's)\b|"
    r"those (?:who|whose|with|without|in|on|from)\b|so far\b|"
    # "Both Denmark and Norway", "Both rich and poor towns"; but "Both are old and rusty", "Both ferries".
    r"both\s+(?:(?-i:[A-Z])|the\b|(?!(?:are|were|have|had)\b)[\w'’-]+\s+(?:[\w'’-]+\s+)?and\b))",
    re.IGNORECASE,
)
# A sentence begins with a capital or a number; a word in small letters goes on with what stood before a break.
_CONTINUES = re.compile(
    r"(?:because|which|who|whose|while|although|though|whereas|as well as|including|with)\s(?-i:[a-z])"
)
# "Half of these came by sea."
_PART_OF = re.compile(r"(?:[\w.,%’'-]+\s+){1,3}of\s+(?:these|those|them)\b", re.IGNORECASE)
# "In it, ...", "Of those, ...", "By that measure ..."; but "for those who ...", "in this article", "to this day".
_BEHIND_PREPOSITION = re.compile(
    any_of(
        "in, at, with, on, for, from, by, of, to, after, before, under, behind, about, among, within, during, through",
        "throughout, alongside, below, above, unlike, like, without, beyond, since, despite, until, over, based on",
        "according to, along with, as part of, in response to, prior to, apart from, aside from",
    )
    + r"\s+(?:(?:it|them)\b(?!\s+to\b)|(?:that|these|those)\b(?!\s+(?:who|whose|with|without|in|on|from|of|not|"
    r"fact|article|story|item|report|\w+(?:ed|ing))\b)|this\b(?!\s+(?:\S+\s+){0,6}?(?:article|fact|fact-check|page|story|"
    r"report|item|piece|analysis|section|country|nation|year|week|month|summer|fall|spring|winter|time|point|stage|moment|day|"
    r"writing|series|photo|photograph|image|picture|screenshot|video)\b))",
    re.IGNORECASE,
)
_RATES = re.compile(r"\bwe(?:['’]ve| have|['’]re| are)?\s+(?:rated?|rating)\b", re.IGNORECASE)
# "In 2018, he signed it.", "In practice, this means ..."
_BEHIND_TIME = re.compile(
    r"(?:[Ii]n (?:fact|reality|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"early|late|mid-|\d{4})[^,]{0,25}|[Oo]n (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)[^,]{0,20}(?:, \d{4})?|Indeed|Specifically|Later|Earlier|Actually|"
    r"Previously|At (?:one|the|another) (?:time|point)|Among other things),? (?:he|she|they)\b(?! who\b)"
)
_BEHIND_PHRASE = re.compile(
    r"(?!(?:If|When|As|Because|Unless|After|Before|Although|Though|Whether|Since|According)\b)"
    r"[A-Z][a-z]+(?: [a-z]+){1,4}, (?:this|that) (?:would|is|was|means|meant|will|could|has|had)\b"
)
# "Craddick's office said that this figure was a projection." Where a number stands before it, it may be that one.
_COUNTED = re.compile(
    r"\b(?:this|these|that|those) (?:figure|number|statistic|estimate|percentage|calculation)s?\b"
    r"(?! (?:who|that|of|from)\b)"
)
_COUNTS = re.compile(
    r"\d|\b(?:numbers?|figures?|percent\w*|statistics?|data|rates?|totals?|amounts?|count\w*|estimat\w*|calculat\w*|half|"
    r"thirds?|quarters?|\w*illion|zero|more|fewer|less|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
# "Nothing bears out that claim." The verb of "posts that claim the pier was sold" is no noun, and what somebody "never
# made any such remarks" denies is in the title.
_SAID_BEFORE = re.compile(
    r"\b(?:(?:that (?:statement|allegation|assertion|remark|accusation|rumou?r|argument)|"
    r"that (?:claim|comment|quote)(?=\W*$|[,.;:?!)—]| (?:is|was|has|had|in|and|or|but|at|either|too|as|with|himself|"
    r"herself|before|again|false|true|mostly|half|pants)\b)|"
    r"(?:those|(?<!made )(?<!making )(?<!any )such) "
    r"(?:(?:false|baseless|unfounded|unproven|viral|similar|earlier|two|three) )?"
    r"(?:claim|statement|allegation|assertion|remark|comment|accusation|rumou?r|argument|quote)s)\b)"
    r"(?! (?:that|of|about|who|which|where|by|from|on|as|made|regarding)\b)",
    re.IGNORECASE,
)
# What was said, or who said it, stands earlier in the sentence. "We rate that claim False.": the title says which.
_SAYS = re.compile(
    r"[\"“]|\b(?:claim|statement|allegation|assertion|remark|comment|accusation|rumou?r|argument|quote)s?\b|"
    r"\b(?:claim|alleg|assert|remark|comment|accus|quot|argu|stat)(?:e|ed|es|ing)\b|"
    r"\b(?:said|says|say|saying|we rate)\b",
    re.IGNORECASE,
)
# "We rated it False." tells of an earlier check.
_RATED_BEFORE = re.compile(r"we(?:['’]ve| have)?(?: also| previously)? rated (?:it|that)\b", re.IGNORECASE)
# "Only the senator did not."
_ELLIPSIS = re.compile(r"\b(?:did|does|was|were|has|have|had)(?:\s+not|n['’]t)?[.!]\W*$", re.IGNORECASE)
_COMPLETE = re.compile(
    r"[,;:—–]|\b(?:but|and|while|who|those|that|which|what|than|as|if|how|where|when|because|like|there|it|you|we|i)\b",
    re.IGNORECASE,
)
_ELLIPTIC_WORDS = 8
_WORDS = re.compile(r"\w[\w'’.,-]*")
_FRAGMENT_WORDS = 4
# "Now that model projects less."; "Now that the ice is gone, ships pass." needs its comma.
_NOW_THAT = re.compile(r"now that [^,]*$", re.IGNORECASE)
# A remark in brackets is a remark on what stands before it.
_BRACKETED = re.compile(r"^\W*[(\[][^()\[\]]*[.!?]\W*$")
_TURNS = re.compile(r"\W*however,", re.IGNORECASE)
_PRONOUN_SPEAKER = re.compile(
    r"[,.?!]?[\"”]\s*(?:he|she|they|it)\s+(?:\w+ly\s+)?(?:said|says|added|wrote|told|tweeted|explained|continued|claimed|"
    r"argued|noted|replied|asked|concluded|posted|stated)\b"
)
_LEANING = (
    _SUBSTITUTES,
    _CONNECTIVES,
    _RATED_BEFORE,
    _PART_OF,
    _CONTINUES,
    _BEHIND_PREPOSITION,
    _BEHIND_TIME,
    _BEHIND_PHRASE,
    _NOW_THAT,
)


def leans(text: str) -> bool:
    """Whether a sentence can't be understood without the one before it: a pronoun, a connective, a speaker
    called "he", a beginning in the middle ("because it was late."), a number or a claim that it does not give, a
    remark in brackets.
    """
    start = _OPENING.match(text)
    quoted = start is not None and any(mark in start.group() for mark in '"“')
    body = text[start.end() :] if start else text
    if speaker_is_pronoun(text) or _BRACKETED.match(text):
        return True
    if quoted:
        return False
    if _RATES.search(body) and _BEHIND_PREPOSITION.match(body):
        return False
    if _is_elliptic(body) or _speaks_of_a_number(body) or _speaks_of_what_was_said(body):
        return True
    if _EXPLETIVES.match(body):
        return False
    return any(pattern.match(body) for pattern in _LEANING)


def _is_elliptic(body: str) -> bool:
    """Whether a short sentence ends where its verb would stand."""
    return len(body.split()) <= _ELLIPTIC_WORDS and not _COMPLETE.search(body) and _ELLIPSIS.search(body) is not None


def _speaks_of_a_number(body: str) -> bool:
    """Whether a sentence says "this figure" and names none before."""
    found = _COUNTED.search(body)
    return found is not None and not _COUNTS.search(body[: found.start()])


def _speaks_of_what_was_said(body: str) -> bool:
    """Whether a sentence says "that claim" or "such allegations", and nobody claims or alleges anything before."""
    found = _SAID_BEFORE.search(body)
    return found is not None and not _SAYS.search(body[: found.start()])


def is_fragment(text: str) -> bool:
    """Whether a sentence has under four words ("I KNOW.", "Connecticut"), too few to say something by itself."""
    return len(_WORDS.findall(text)) < _FRAGMENT_WORDS


def turns(text: str) -> bool:
    """Whether a sentence begins with "However,"."""
    return _TURNS.match(text) is not None


def speaker_is_pronoun(text: str) -> bool:
    """Whether a sentence gives a quotation to somebody whom it calls "he", "she" or "they"."""
    return _PRONOUN_SPEAKER.search(text) is not None


def opens(text: str) -> bool:
    """Whether a sentence only raises what the next one says: "He gave three reasons:", "Is the figure right?"."""
    return text.rstrip('"”’* ').endswith(":") or text.rstrip("* ").endswith("?")
