"""Which side speaks in a sentence."""

import re

# Letters and the marks inside words, and what parts them, share no character: there is one way to read any text.
_SAYS = (
    r"[\w’'-]{0,40}(?:[^\w’'-]+[\w’'-]+){0,10}?[^\w’'-]+(?:say|said|argue|claim|contend|maintain|counter|warn|frame|"
    r"portray|emphasi[sz]e|stress|insist|believe|point|note|object|fear|worry|dispute|respond|praise|see|view|describe|"
    r"cite|call|question|caution|defend|tout)(?:s|d|ed|es)?\b"
)
_SUPPORT = re.compile(
    r"\b(?:supporters|proponents|advocates|backers|defenders|champions|boosters)\b" + _SAYS, re.IGNORECASE
)
_OPPOSE = re.compile(
    r"\b(?:critics|opponents|detractors|skeptics|sceptics|objectors|challengers|adversaries)\b" + _SAYS, re.IGNORECASE
)

#: The words in which a side is named and speaks, of either side.
SPEAKS = re.compile(f"{_SUPPORT.pattern}|{_OPPOSE.pattern}", re.IGNORECASE)


def sides(text: str) -> frozenset[str]:
    """Which sides speak in a sentence: ``support``, ``oppose``, both or none."""
    found = {"support": _SUPPORT.search(text), "oppose": _OPPOSE.search(text)}
    return frozenset(side for side, match in found.items() if match)
