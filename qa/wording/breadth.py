"""The bottom line or the summary for broad questions, the detail for narrow ones."""

import re

from corpus import SectionRole
from qa.terms import content_stems, numbers
from qa.wording.patterns import any_of

_NARROW = re.compile(
    r"\b"
    + any_of(
        "how (?:many|much|old|far|long|big|large|often|high|tall|did|does|do|was|were), when, where, who, whom",
        "whose, which",
        "what (?:year|date|day|month|time|share|percentage|percent|number|amount|age|law|kind|type|name|other|else|"
        "exactly)",
        "by (?:what|how), since, according to, said, say, told, wrote, why",
    )
    + r"\b",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b"
    + any_of(
        "tell me (?:more )?about",
        "what (?:is|are|was|were) the (?:deal|story|truth|claim|verdict|finding|bottom line|conclusion)",
        "what's the (?:deal|story|truth), summar(?:y|ise|ize), overview, in short, is it true, is that true",
        "true or (?:false|not)",
        "did you find, fact[- ]?check, the truth about, any truth, is (?:this|that|it) (?:real|fake|legit), explain",
        "debunked?",
        "hoax, verdict, rumou?r, real or fake",
    )
    + r"\b",
    re.IGNORECASE,
)
# A question of so few content words, without a number, can only be about the article as a whole.
_FEW_WORDS = 3
_TELLING = frozenset({SectionRole.SUMMARY, SectionRole.BOTTOM_LINE})


def is_broad(question: str) -> bool:
    """Whether a question asks for what an article found as a whole rather than for a detail of it."""
    if _BROAD.search(question):
        return True
    if _NARROW.search(question) or numbers(question):
        return False
    return len(content_stems(question)) <= _FEW_WORDS


def tells_as_a_whole(role: SectionRole) -> bool:
    """Whether a section of this role says in few words what the article found."""
    return role in _TELLING
