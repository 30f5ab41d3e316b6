"""What the site prints around its articles, and must not reach their text."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")

_LINE = re.compile(
    r"^\W*(?:loading\W|time left\b|goal\W*\s*\W?[$€£]|keep \w[\w ]{0,40} independent\b|"
    r"\[?learn more\]?(?:\([^)]*\))?\W*$|(?:this (?:article|page|fact[- ]check) )?.{0,12}\bmay be outdated\b|"
    r"consider refreshing|share this|print this|refresh this|jump to\b.{0,30}$|"
    r"subscribe\b.{0,60}$|sign up\b.{0,80}$|advertisement\W*$|donate\b.{0,60}$|skip to (?:main )?content)",
    re.IGNORECASE,
)
_DONATION = re.compile(r"^\W*keep \w[\w ]{0,40} independent\b", re.IGNORECASE)
_DONATION_END = re.compile(r"goal\W*\s*\W?[$€£]|time left", re.IGNORECASE)
_APPEAL = re.compile(
    r"\b(?:we don['’]t take money|even an? \W?[$€£]\d+ donation|your (?:donation|support) (?:helps|keeps)|"
    r"these conversations matter for democracy)\b",
    re.IGNORECASE,
)
# Lines that a donation block may have before its counter.
_DONATION_LINES = 8


def is_boilerplate(line: str) -> bool:
    """Whether ``line`` is one that the site prints around its articles."""
    head = line[:300]
    return bool(_LINE.match(head) or _DONATION.match(head) or _APPEAL.search(head))


def without_boilerplate(lines: Iterable[_T], text_of: Callable[[_T], str]) -> Iterator[_T]:
    """``lines`` that hold text of the article, in order; a donation block goes as a whole."""
    kept = [line for line in lines if text_of(line).strip()]
    at = 0
    while at < len(kept):
        text = text_of(kept[at])[:300]
        if _DONATION.match(text):
            at = _after_donation([text_of(line) for line in kept[at : at + _DONATION_LINES + 3]], at)
            continue
        if not is_boilerplate(text):
            yield kept[at]
        at += 1


def _after_donation(near: list[str], at: int) -> int:
    """The line after the block that starts at ``at``: its counter where there is one near, else the heading alone."""
    end = 1
    for n, text in enumerate(near[1:], start=1):
        if _DONATION_END.search(text):
            end = n + 1
        elif n > _DONATION_LINES or end > 1:
            break
    return at + end
