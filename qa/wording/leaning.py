"""Sentences that can't stand alone: they lean on the one before, or only raise the one after."""

import re

_OPENING = re.compile(r"^[\s\"'“”‘’(\[*•–—-]*")
_SUBSTITUTES = re.compile(
    r"(?:this|that|these|those|they|them|he|she|it|his|her|hers|their|theirs|its|such|both|neither|either|others|"
    r"another|"
    r"here|so|the (?:former|latter|same|other|others|two|three|pair)|one of (?:them|those|these)|"
    r"(?:none|some|most|many|all|each|half) of (?:them|those|these|this|that|it)|"
    r"as (?:such|a result)|(?:because|instead) of (?:this|that|these|those))\b(?!['’]s (?:true|not true|false)\b)",
    re.IGNORECASE,
)
_CONNECTIVES = re.compile(
    r"(?:however|but|and|yet|also|instead|therefore|thus|hence|still|moreover|furthermore|additionally|nevertheless|"
    r"nonetheless|likewise|similarly|conversely|otherwise|rather|besides|accordingly|consequently|then|again|even so|"
    r"in addition|in contrast|by contrast|on the contrary|in other words|for example|for instance|on the other hand|"
    r"that said|at the same time|after that|before that|in turn|in doing so|to that end|in that case|in this case|"
    r"along with that|or|nor|too)\b",
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
    r"those (?:who|whose|with|without|in|on|from)\b|so far\b|both\s+[A-Z]|that\s+[a-z]+\s+\w+\s+(?:is|was)\b)",
    re.IGNORECASE,
)
# A sentence begins with a capital or a number; a word in small letters goes on with what stood before a break.
_CONTINUES = re.compile(
    r"(?:because|which|who|whose|while|although|though|whereas|as well as|including|with)\s(?-i:[a-z])"
)
# "Half of these came by sea."
_PART_OF = re.compile(r"(?:[\w.,%’'-]+\s+){1,3}of\s+(?:these|those|them)\b", re.IGNORECASE)
_PRONOUN_SPEAKER = re.compile(
    r"[,.?!]?[\"”]\s*(?:he|she|they|it)\s+(?:\w+ly\s+)?(?:said|says|added|wrote|told|tweeted|explained|continued|claimed|"
    r"argued|noted|replied|asked|concluded|posted|stated)\b"
)


def leans(text: str) -> bool:
    """Whether a sentence can't be understood without the one before it: a pronoun, a connective, a speaker
    called "he", a beginning in the middle ("because it was late.").
    """
    start = _OPENING.match(text)
    quoted = start is not None and any(mark in start.group() for mark in '"“')
    body = text[start.end() :] if start else text
    if speaker_is_pronoun(text):
        return True
    if quoted:
        return False
    if _EXPLETIVES.match(body):
        return False
    if _SUBSTITUTES.match(body) or _CONNECTIVES.match(body) or _PART_OF.match(body):
        return True
    return _CONTINUES.match(body) is not None


def speaker_is_pronoun(text: str) -> bool:
    """Whether a sentence gives a quotation to somebody whom it calls "he", "she" or "they"."""
    return _PRONOUN_SPEAKER.search(text) is not None


def opens(text: str) -> bool:
    """Whether a sentence only raises what the next one says: "He gave three reasons:", "Is the figure right?"."""
    return text.rstrip('"”’* ').endswith(":") or text.rstrip("* ").endswith("?")
