"""What a section does in its article, by its heading."""

import re

from corpus.article import SectionRole

_ROLES = (
    (
        SectionRole.BOTTOM_LINE,
        r"bottom line|our (?:ruling|rating|verdict)|conclusion|practical takeaway|the verdict|takeaway|our sources say",
    ),
    (
        SectionRole.SUMMARY,
        r"executive summary|summary|in brief|at a glance|if your time is short|key (?:points|takeaways)",
    ),
    (SectionRole.CLAIM, r"the claim|what was claimed|the (?:statement|rumou?r)|original statement"),
    (
        SectionRole.CONTEXT,
        r"(?:missing )?context|background|alternative viewpoints?|history|perspectives?|competing|conflicting",
    ),
)
_PATTERNS = tuple((role, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for role, words in _ROLES)
_POTENTIAL_BIAS = re.compile(r"potential misinformation|bias in the original", re.IGNORECASE)


def role_of(heading: str) -> SectionRole:
    """The role a heading tells; without a telling one, the text is a finding."""
    if _POTENTIAL_BIAS.search(heading):
        return SectionRole.CONTEXT
    for role, pattern in _PATTERNS:
        if pattern.search(heading):
            return role
    return SectionRole.FINDING
