"""Sentences that tell how an earlier check came out: not what this one found."""

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
_RATING = re.compile(r"\b(pants on fire|half[- ]true|mostly[- ]true|mostly[- ]false|barely[- ]true|true|false)\b", re.I)
_SAME = {"barely true": "mostly false", "pants fire": "pants on fire"}


def tells_earlier_rating(text: str) -> bool:
    """Whether a sentence tells what the outlet made of a claim some time ago: "In 2024 we rated this true"."""
    return bool(_EARLIER.search(text) and _WHEN.search(text) and _RATING.search(text))


def rated_otherwise(text: str, verdict: str | None) -> bool:
    """Whether a sentence tells an earlier rating that is not ``verdict``, the article's own."""
    if not tells_earlier_rating(text):
        return False
    return _plain(verdict or "") not in {_plain(rating) for rating in _RATING.findall(text)}


def _plain(rating: str) -> str:
    spaced = rating.casefold().replace("-", " ")
    return _SAME.get(spaced, spaced)
