"""What a question asks for, and whether a text holds something of that kind."""

import re

from qa.terms import content_stems, name_stems, words

_ASKS_NUMBER = re.compile(
    r"\b(?:how (?:many|much|old|far|long|big|large|often|high|tall)|what (?:share|percentage|percent|number|amount|"
    r"year|age))\b",
    re.IGNORECASE,
)
_ASKS_TIME = re.compile(r"\b(?:when|what (?:year|date|day|month)|which (?:year|date|day|month))\b", re.IGNORECASE)
_ASKS_NAME = re.compile(r"\b(?:who|whom|whose|where|which)\b", re.IGNORECASE)
_NUMBER_WORD = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|"
    r"ninety|hundred|thousand|million|billion|trillion|half|third|quarter|dozen|none|no|twice|double|daily|weekly|"
    r"monthly|annual)",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    r"\b(?:[12]\d{3}|jan(?:uary|\.)|feb(?:ruary|\.)|march|april|may|june|july|aug(?:ust|\.)|sept(?:ember|\.)|"
    r"oct(?:ober|\.)|"
    r"nov(?:ember|\.)|dec(?:ember|\.)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|week|"
    r"month|year|"
    r"century|decade|\d+(?:st|nd|rd|th))",
    re.IGNORECASE,
)


def asks_number(question: str) -> bool:
    """Whether a question asks for a number."""
    return bool(_ASKS_NUMBER.search(question))


def answer_type(question: str, answer: str) -> float:
    """1 if ``answer`` holds the kind of thing that ``question`` asks for, 0 if it does not, 0.5 if the kind is open."""
    new = set(words(answer)) - set(words(question))
    if _ASKS_TIME.search(question):
        return float(bool(_TIME_WORD.search(answer)))
    if _ASKS_NUMBER.search(question):
        return float(any(_NUMBER_WORD.match(word) for word in new))
    if _ASKS_NAME.search(question):
        return float(bool(name_stems(answer) - content_stems(question)))
    return 0.5
