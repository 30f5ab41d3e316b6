"""Whether a sentence says what a fact-check found."""

import re

from qa.wording.patterns import any_of

_VERDICT = re.compile(
    r"\b(?:we (?:rate|rated|find|found|conclude)|rat(?:e|ed|ing) (?:this|it|the|that)|in (?:short|sum|reality|fact)|"
    r"no (?:evidence|proof|truth|basis|record|indication)|bogus|untrue|"
    r"(?:not|(?:is|was|are|were)n['’]t) (?:(?:strictly|quite|entirely|exactly) )?"
    r"(?:true|real|accurate|correct|authentic|supported|the case)|"
    r"(?:is|are|was|were|'s|’s) (?:\w+ )?(?:false|true|fake|wrong|incorrect|inaccurate|misleading|unfounded|baseless|"
    r"satire|"
    r"satirical|authentic|genuine|accurate|correct|real|fabricated|legitimate)|did(?:n['’]t| not)|never|hoax|"
    r"originated (?:as|on|with|from)|debunked|misleading|unproven|mischaracteri[sz]|misrepresent|out of context|"
    r"pants on fire|half[- ]true|mostly[- ](?:true|false)|fabricat|generated (?:by|with|using)|artificial intelligence|"
    r"digitally (?:altered|created)|there (?:is|was) no)\b",
    re.IGNORECASE,
)
# What somebody else says is a finding if it judges; "he never did" is his story.
_JUDGED = re.compile(
    r"\b(?:no (?:evidence|proof|truth|basis)|not (?:true|real|accurate|correct|authentic|the case)|"
    r"(?:is|are|was|were|'s|’s) (?:\w+ )?(?:false|true|fake|wrong|incorrect|inaccurate|misleading|unfounded|baseless|"
    r"authentic|genuine|accurate|correct|fabricated|real))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]?")
# "Readers asked whether it was true", "We found posts with the claim", "one suggesting that it was real".
_SAYS_NOTHING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder\w*|question\w*|inquir\w+|search\w*)\b[^.;—]{0,60}?\b(?:if|whether)\b[^,.;—]*\b(?:true|real|authentic|accurate|genuine|fake|legitimate|false|correct|right)\b|"
    r"\b(?:did|has|have|had)(?: not|n['’]t) (?:\w+ )?(?:respond|repl(?:y|ied)|hear|heard|return|comment)\w*|"
    r"\bwe found (?:\w+ ){0,3}?(?:posts?|examples?|users?|versions?)\b|"
    r",\s(?:claiming|alleging|suggesting|insisting|asserting)\b[^.;—]*",
    re.IGNORECASE,
)
# "Posts claimed that the mayor never paid, but he did": the finding is what stands behind the turn.
_OWN = any_of(
    "is, are, was, were, did, does, do, has, have, that, which, what, to, falsely, wrongly, incorrectly, erroneously",
    "despite, although, while, though, contrary, (?:of|about) claims?",
)
_CARRIER = (
    r"(?-i:rumou?rs?|claims?|posts?|memes?|videos?|clips?|users|headlines?|captions?|tweets?|"
    r"Rumou?rs|Claims|Posts|Memes|Videos|Users|Headlines|Tweets)"
)
_PASSES_ON = any_of(
    r"(?<!the\s)(?<!this\s)(?<!a\s)claim(?:s|ed)?, alleg(?:es|ed) that, suggest(?:s|ed)?, assert(?:s|ed)?, says?, said",
    "ties, links",
)
_CARRIED = re.compile(
    rf"^\W*+(?:(?!{_OWN}\b)[\w’',-]+\s){{0,9}}?{_CARRIER}\b(?!\sabout\b|\sof\b)"
    rf"(?:(?!\b{_OWN}\b)[^.;:]){{0,60}}?\s{_PASSES_ON}\b"
    r"(?:(?!\b(?:but|although|though|however|while|which)\b|—)[^.;])*",
    re.IGNORECASE,
)


def states_finding(text: str) -> bool:
    """Whether a sentence has the words in which a fact-check says what it found, and not only in what it quotes, asks
    or passes on from a post.
    """
    own = _CARRIED.sub(" ", _SAYS_NOTHING.sub(" ", _QUOTED.sub(" ", text)))
    if _VERDICT.search(own):
        return True
    return _CARRIED.match(text) is None and any(_JUDGED.search(said) for said in _QUOTED.findall(text))


def only_passes_on(text: str) -> bool:
    """Whether a sentence says no more than what a claim or a post holds: "The claim ties the sale to rumors"."""
    return _CARRIED.match(text) is not None and not states_finding(text)


_JUDGING = any_of(
    "false, true, fake, wrong, incorrect, inaccurate, misleading, unfounded, baseless, satire, satirical, authentic",
    "genuine, accurate, correct(?:ly)?, real, fabricated, legitimate, altered, miscaptioned, misattributed, staged",
    "AI[- ]generated, a hoax, a deepfake, supported, factual, doctored, manipulated, out of context",
)
_CONCLUDES = re.compile(
    r"\b(?:in (?:short|sum)|(?:no|not enough|little) (?:credible |public )?evidence|"
    r"(?:is|was|are|were) no (?:truth|basis|record)|originated (?:as|with|from)|"
    r"(?:generated|created|made) (?:by|with|using) (?:AI|artificial)|digitally (?:altered|created))\b"
    rf"|\b(?:is|are|was|were|['’]s|is|isn['’]t|wasn['’]t|weren['’]t|aren['’]t) (?:not )?(?:\w+ ){{0,2}}?{_JUDGING}\b"
    r"|^\W*(?:however|but|in (?:fact|reality)|no|yes)\b.*\b(?:not|n['’]t|never|did|was|were|is|are)\b",
    re.IGNORECASE,
)
# "In fact, he claimed, nobody else ever paid": somebody's own conclusion.
_CLAIMS = re.compile(
    r"\b(?:he|she|they|I) (?:(?:has|have|also|repeatedly) ){0,2}(?:claim(?:s|ed)?|insist(?:s|ed)?|argu(?:es?|ed))\b",
    re.IGNORECASE,
)


def concludes(text: str) -> bool:
    """Whether a sentence states a finding in words that sum up a check, rather than that somebody never did this or
    did not do that.
    """
    if "?" in text or _CLAIMS.search(text):
        return False
    return states_finding(text) and bool(_CONCLUDES.search(_QUOTED.sub(" ", text)))


_RATES = re.compile(r"\bwe(?:['’]ve| have)? (?:therefore )?(?:rated?|rule) \b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:false|fire|barely|incorrect|inaccurate|fake|wrong|unfounded|unproven|hoax|scam)\b", re.IGNORECASE
)
_AGREES = re.compile(
    r"\b(?:is|was|are|were) (?:(?!not\b|n['’]t\b)\w+ )?(?:correct|right|true|accurate)\b", re.IGNORECASE
)


def rates(text: str) -> bool:
    """Whether a sentence gives the check's own rating: "We rate this claim false"."""
    return bool(_RATES.search(text))


def agrees_against(text: str, verdict: str | None) -> bool:
    """Whether a sentence says that something is right though ``verdict`` denies the claim."""
    return bool(_DENIAL.search((verdict or "").replace("-", " ")) and _AGREES.search(text))
