"""Which side speaks in a sentence."""

import re

_SAYS = (
    r"(?:\W+(?!\.)[\w’'-]+){0,10}?\W+(?:say|said|argue|claim|contend|maintain|counter|warn|frame|portray|emphasi[sz]e|"
    r"stress|"
    r"insist|believe|point|note|object|fear|worry|dispute|respond|praise|see|view|describe|cite|call|question|caution|"
    r"defend|tout)"
    r"(?:s|d|ed|es)?\b"
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
