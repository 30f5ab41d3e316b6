"""Turns that are no sentence ("why?", "and in 2020?") borrow the question before them."""

import re
from collections.abc import Iterable

from qa.wording.patterns import any_of

MAX_CHARS = 400
AUXILIARY = any_of(
    "is, are, was, were, am, do, does, did, has, have, had, can, could, will, would, should, shall, may, might, must",
    r"(?:is|are|was|were|do|does|did|has|have|had|could|would|should)n'?t",
)
_OPEN = any_of("and, or, but, so, then, also, plus, ok, okay, well")
_REASON = re.compile(
    rf"^\W*(?:{_OPEN}\W+)*(?P<word>why|how come|when|since when|where)\W*$",
    re.IGNORECASE,
)
_YES_NO = re.compile(rf"^\W*{AUXILIARY}\s", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_A_YEAR = re.compile(
    rf"^\W*(?:{_OPEN}\W+)*(?:(?:what|how)\s+about\W+)?(?:(?:in|for|during|since|by|about)\s+)?(?P<year>(?:19|20)\d\d)\W*$",
    re.IGNORECASE,
)


def borrowed(questions: Iterable[str]) -> str:
    """The last of ``questions`` (oldest first) that a fragment can borrow, itself completed by those before it."""
    base = ""
    for question in questions:
        base = completed(question, base) or question
    return base


def completed(text: str, before: str) -> str | None:
    """``text`` and what it borrows from the question ``before`` it; ``None`` if it is no fragment.

    >>> completed("why?", "was the mayor pardoned?")
    'why was the mayor pardoned?'
    >>> completed("and in 2020?", "how many died in Ohio in 2019?")
    'how many died in Ohio in 2020?'
    """
    if not before:
        return None
    start = before.strip(" ?!.")
    if (reason := _REASON.match(text)) and _YES_NO.match(start):
        word = reason["word"].lower().replace("how come", "why")
        return f"{word} {_uncapitalised(start)}?"[:MAX_CHARS]
    if (year := _A_YEAR.match(text)) and _YEAR.search(start):
        return _YEAR.sub(year["year"], start)[:MAX_CHARS] + "?"
    return None


def _uncapitalised(text: str) -> str:
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}"
