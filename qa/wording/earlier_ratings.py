"""Sentences that tell how another check came out, or this claim's earlier one: not what this one found."""

import re

from qa.wording.patterns import any_of

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\.?"
)
_THEN = any_of(
    "previously, earlier, before, once, in the past, years ago, at the time",
    "last (?:year|month|week|spring|summer|fall|autumn|winter)",
    rf"in (?:early |late )?(?:{_MONTH} )?(?:19|20)\d\d",
    rf"in {_MONTH}",
)
_EARLIER = re.compile(
    r"\b(?:we|snopes|politifact|full fact)\b(?:['’]ve| have| had| has)?(?: also)?"
    rf"(?: {_THEN} (?:rated|found|judged|called|checked|fact[- ]checked|debunked|gave|ruled)"
    r"| (?:rated|judged|checked|fact[- ]checked|debunked|gave|ruled))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(rf"\b{_THEN}\b", re.IGNORECASE)
_SCALE = r"(pants on fire|half[- ]true|mostly[- ]true|mostly[- ]false|barely[- ]true|true|false)"
_RATING = re.compile(rf"\b{_SCALE}\b", re.IGNORECASE)
_GIVES = re.compile(rf"\b(?:rated?|rul(?:ed|ing)|rating|earned|gave)\b[^.;]{{0,60}}?\b{_SCALE}\b", re.IGNORECASE)
_RATINGS = frozenset({"pants on fire", "half true", "mostly true", "mostly false", "true", "false"})
_SAME = {"barely true": "mostly false", "pants fire": "pants on fire"}


def tells_earlier_rating(text: str) -> bool:
    """Whether a sentence tells what the outlet made of a claim some time ago: "In 2024 we rated this true"."""
    return bool(_EARLIER.search(text) and _WHEN.search(text) and _RATING.search(text))


def rated_otherwise(text: str, verdict: str | None) -> bool:
    """Whether a sentence tells a rating that is not ``verdict``, the article's own, on one scale: an earlier one, or
    one of another claim.
    """
    own = _plain(verdict or "")
    if tells_earlier_rating(text):
        return own not in map(_plain, _RATING.findall(text))
    return own in _RATINGS and any(_plain(rating) != own for rating in _GIVES.findall(text))


def _plain(rating: str) -> str:
    spaced = rating.casefold().replace("-", " ")
    return _SAME.get(spaced, spaced)
