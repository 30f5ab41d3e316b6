"""Sentences that pass on what posts, memes and rumors say: whatever they hold is somebody's claim."""

import re

_CARRIER = (
    r"(?-i:rumou?rs?|claims?|posts?|memes?|videos?|reels?|messages?|tweets?|clips?|captions?|copypastas?|narrations?|"
    r"users?|people|believers|headlines?|proverb|commenters|screenshots?|images?|photos?|e-?mails?)"
)
_PART = r"(?:['’]s\s+(?:\w+\s+)?(?:captions?|descriptions?|titles?|texts?|headlines?|comments?))"
_WHICH = (
    r"(?:(?:an?|the|this|these|those|some|many|several|numerous|multiple|various|other|another|one|social|old|viral|"
    r"popular)(?:\s+(?:\w+\s+){0,2}of\s+(?:the|this|these|those))?)"
)
_SAYS = (
    r"(?:(?<!the )(?<!this )(?<!same )(?<!\ba )claim(?:s|ed|ing)?|assert(?:s|ed|ing)?|suggest(?:s|ed)?|"
    r"alleg(?:es?|ed|ing)(?=\W+(?:(?:that|the|he|she|they|it)\b|(?-i:[A-Z])))|"
    r"says?|said|saying|stat(?:ed|ing)|states(?= that\b|[,:]? [\"“])|tweeted|wrote|reads?|reading|insist(?:s|ed)?|"
    r"believes?|believed|argu(?:es?|ed)|declar(?:es?|ed)|announc(?:es?|ed)|purport(?:s|ed|ing)?(?= to\b))"
)
# Neither verbs nor somebody's own: what an office says in its post is evidence.
_NO_VERB = (
    r"(?!(?!user)[\w.-]+['’]s\b|(?:an?|the|that|who|which|is|are|was|were|has|had|have|did|does|do|but|and|as|shows?|"
    r"showed)\b)"
)
# "In May 2031, a widely shared meme claimed that ...": where and when come first.
_LEAD = r"(?:(?:in|on|at|as|after|since|following|for|during|amid|when|while|also)\b[^.;:]{1,160}?,\s+)?"
_SUBJECT = rf"^\W*{_LEAD}{_WHICH}(?:[\s,-]++{_NO_VERB}[\w’'.]+){{0,5}}?\s+{_CARRIER}\b{_PART}?(?!['’])"
_RUMOR = re.compile(
    rf"{_SUBJECT}(?:(?!\b(?:where|in which)\b)[^.;]){{0,90}}?\b{_SAYS}\b\s*(?:that\b|[\"“:,]|(?!\d))", re.IGNORECASE
)
# Nothing stands between the carrier and what it says that could be a verb of the fact-check's own.
_STRAIGHT = re.compile(
    rf"{_SUBJECT}(?:[\s,()–—-]+(?!(?:that|who|which|is|are|was|were|has|have|did|does|do|but|and|shows?|showed)\b)"
    rf"[\w’'./@]+){{0,16}}?[\s,()–—-]+{_SAYS}\s*(?:(?:that|to|how|the|an?|he|she|they|it)\b|[\"“:,])",
    re.IGNORECASE,
)
_CIRCULATED = re.compile(
    rf"{_SUBJECT}(?:\s+(?:had|has|have|again|also|widely|quickly|repeatedly))?\s+"
    r"(?:circulat(?:es|ed|ing)|spread|resurfaced|emerged|surfaced|went viral)\b"
    r"(?:(?!\b(?:after|following|as|when|since|because|shows?|showed|showing)\b)[^.;:\"“]){0,100}?\s"
    r"(?:that|claiming|alleging|saying|suggesting|purporting)\s",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"(?:^\W*according to|,\s+according to)\s+(?:an?|the|this|one|some|many|several|viral)\b(?:\s[\w’'-]+){0,4}?\s"
    r"(?-i:rumou?rs?|claims?|posts?|memes?|captions?|tweets?)\b",
    re.IGNORECASE,
)
_SAID_THE_POST = re.compile(
    rf"[\"”]\s+(?:(?:the|one|a|another)\s+(?:{_NO_VERB}[\w’'-]+\s+){{0,4}}?{_CARRIER}(?:\s+[\w’'-]+){{0,2}}\s+{_SAYS}|"
    rf"(?:says|said|reads|read|claims|claimed)\s+(?:an?|the|one|text)\s(?:{_NO_VERB}[\w’',.-]+\s+){{0,5}}?{_CARRIER}|"
    r"(?:someone|one person|a person|people) (?:wrote|posted|tweeted|claimed))\b",
    re.IGNORECASE,
)
_HEDGE = r"(?:purportedly|allegedly|supposedly|reportedly)"
_SHOWN = r"(?-i:photographs?|pictures?|footage|recordings?|graphics?)"
# "A clip supposedly shows ...", "In the clip, the mayor purportedly said ...": what it shows is the claim.
_HEDGED = re.compile(
    rf"^\W*{_LEAD}{_WHICH}(?:[\s,-]++{_NO_VERB}[\w’'.-]++){{0,5}}?\s+(?:{_CARRIER}|{_SHOWN})\b"
    rf"(?:(?!\b(?:when|after|since|before|because|where|who)\b)[^.;:\"“]){{0,80}}?\s{_HEDGE}\s+"
    r"(?:show|featur|depict|captur|said|says|stat|claim|read|reveal|display|contain|document)\w*"
    r"|^\W*in\s(?:the|this|that|one|another)\s(?:\w+\s){0,2}?(?-i:clip|video|post|tweet|reel|recording|footage|audio)\b"
    rf"[^,.;:\"“]{{0,40}},\s[^.;:,\"“]{{1,60}}?\s{_HEDGE}\s(?!from\b|\w+ing\b)[a-z]",
    re.IGNORECASE,
)
_MAY_BE = re.compile(rf"\b(?:{_CARRIER}|{_SHOWN}|recording|audio)\b")
# Words in which a fact-check speaks for itself, wherever they stand.
_JUDGES = re.compile(
    r"\b(?:however|but|although|though|despite|in (?:fact|reality)|false(?:ly)?|fake|wrong(?:ly)?|incorrect(?:ly)?|"
    r"inaccurate(?:ly)?|misleading(?:ly)?|mislead|misleads|erroneous(?:ly)?|satir\w+|fictional|fabricated|debunked|hoax|"
    r"unfounded|baseless|authentic(?:ally)?|AI[- ]generated|altered|miscaptioned|misattributed|mischaracteri[sz]\w+|"
    r"misrepresent\w+|we (?:found|find|rate|rated|checked|looked)|snopes|politifact|"
    r"(?:is|was|are|were)(?: not|n['’]t)? (?:\w+ )?(?:true|real|accurate|correct|legitimate|genuine))\b",
    re.IGNORECASE,
)
# Words of evidence: they may be the fact-check's, or stand in the claim.
_WEIGHS = re.compile(
    r"\b(?:true|not|n['’]t|never|correct(?:ly)?|accurate(?:ly)?|actually|indeed|no|none|nor|nothing|according to|"
    r"confirmed|showed|shows|generated|edited|rated|rating|unlikely|exaggerat\w+|contested|proven|nowhere|neither|except|"
    r"found|finds|advis(?:es|ed)|stud(?:y|ies)|reports?|research(?:ers)?|experts?|data|records?)\b",
    re.IGNORECASE,
)
# Words that turn what a picture supposedly shows into what it shows.
_PLAINLY = re.compile(
    r"\b(?:not|n['’]t|never|no|nor|none|in fact|actually|confirmed|evidence|generated|signs? of|originat\w+|came from|"
    r"dates? (?:back )?(?:to|from)|"
    r"(?:is|are|was|were) (?:\w+ly )?(?:taken|made|created|edited|filmed|recorded|from|an?))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"([\"“])[^\"”]*([\"”])")


def is_rumor(sentence: str) -> bool:
    """Whether ``sentence`` only says what a post, a meme, a rumor or the like claims. Errs towards no."""
    if not _MAY_BE.search(sentence):
        return False
    own = without_quotations(sentence)
    if _STRAIGHT.match(own) or _CIRCULATED.match(own) or _SAID_THE_POST.search(own) or _ACCORDING.search(own):
        return not _JUDGES.search(own)
    if _HEDGED.match(own):
        return not _JUDGES.search(own) and not _PLAINLY.search(own)
    return bool(_RUMOR.match(own)) and not _JUDGES.search(own) and not _WEIGHS.search(own)


def without_quotations(sentence: str) -> str:
    """``sentence`` with nothing between its quotation marks."""
    # Behind the last closing mark every opening one would be followed to the end in vain.
    end = max(sentence.rfind('"'), sentence.rfind("”")) + 1
    return _QUOTED.sub(r"\1 \2", sentence[:end]) + sentence[end:]
