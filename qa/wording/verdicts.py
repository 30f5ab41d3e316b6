"""Whether a sentence says what a fact-check found."""

import re

_VERDICT = re.compile(
    r"\b(?:we (?:rate|rated|find|found|conclude)|rat(?:e|ed|ing) (?:this|it|the|that)|in (?:short|sum|reality|fact)|"
    r"no (?:evidence|proof|truth|basis|record|indication)|not (?:true|real|accurate|correct|authentic|supported|"
    r"the case)|"
    r"(?:is|are|was|were|'s|’s) (?:\w+ )?(?:false|true|fake|wrong|incorrect|inaccurate|misleading|unfounded|baseless|"
    r"satire|"
    r"satirical|authentic|genuine|accurate|correct|real|fabricated|legitimate)|did(?:n['’]t| not)|never|hoax|"
    r"originated (?:as|on|with|from)|debunked|misleading|unproven|mischaracteri[sz]|misrepresent|out of context|"
    r"pants on fire|half[- ]true|mostly[- ](?:true|false)|fabricat|generated (?:by|with|using)|artificial intelligence|"
    r"digitally (?:altered|created)|there (?:is|was) no)\b",
    re.IGNORECASE,
)


def states_finding(text: str) -> bool:
    """Whether a sentence has the words in which a fact-check says what it found."""
    return bool(_VERDICT.search(text))
