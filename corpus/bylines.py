"""Checked claims printed at full length, each with its by-line: “Rents fell.” Ann Lee MP, 5 October 2031.

Where a page was joined without its line breaks, nothing else parts the claim, the by-line and the finding behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A year in front of a new sentence, or at the end of a paragraph, is rare, so it is looked for first. "(23:35)" or
# "(print edition)" may stand between.
_YEAR = re.compile(
    r"\d{4}(?:\s*\([^()\n]{1,40}\))?(?P<stop>\.?)"
    r"(?=(?P<more>[^\S\n]+(?:[\"“][^\s\"”]|[‘'(\[£$€]*[A-Z\d]))|[^\S\n]*(?:\n|\Z))"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DATE = re.compile(
    rf"(?<![\w/]){_WEEKDAY}(?:{_DAY}\s+{_MONTH},?\s+|{_MONTH}\s+{_DAY},?\s+|\d{{1,2}}[/.]\d{{1,2}}[/.])\d{{4}}\Z",
    re.IGNORECASE,
)
_MAX_DATE = 40
# A by-line says who and where, and tells nothing; a note below an article gives its day in the same form.
_NO_NAME = (
    r"(?!(?i:updat(?:ed?|es)|correct(?:ions?|ed)|clarifications?|published|posted|note|on|in|from|since|by|until|"
    r"after|before|as|of|to|this|that|it|but|and)\b)"
)
_TELLS = (
    r"(?:said|says|told|tells|wrote|writes|tweeted|claims|claimed|argued?|argues|added|reported|is|are|was|were|has|"
    r"had|have|did|does|will|would|that|who|which|dated)"
)
_WHO = rf"{_NO_NAME}(?:(?!{_TELLS}\b)(?:[\w’'.&/@#-]+|\([^()\n]{{1,40}}\))[,:]?\s+){{1,16}}(?<=,\s)"
_SHORT = rf"{_NO_NAME}(?:[A-Z][\w’'&.-]*\s+){{1,4}}"
_BEHIND_QUOTATION = re.compile(
    rf"(?<=[\"”’'])[.,]?\s*(?:[—–-]+\s*(?:{_WHO}|{_SHORT})|(?=[A-Z\d@]|i\s){_WHO}|{_SHORT})\Z"
)
_BEHIND_WORDS = re.compile(rf"(?:(?<=[\s—–])|\A)(?=[A-Z]){_WHO}\Z")
_MAX_NAME = 160
# The longest of 387 claims in the development archive has 670 characters. A much longer text in front of a by-line is
# more than the claim, and so is a longer one without marks.
_MAX_QUOTATION = 3_000
_MAX_BARE = 700
_MARK = re.compile(r"\s*[\"“]")
_CLOSED = re.compile(r"[\"”’'][.,]?\s*\n\Z")
_MAX_GAP = 8
# A running quotation opens a mark with every paragraph and closes one.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"(?<=[^\s”])[.?!](?:\s|\Z)")
_NEXT_SENTENCE = re.compile(r"[.?!][\"”’']*\s+[\"“‘']?[A-Z]")
_TURN = re.compile(r"\s*(?:[A-Z][\w’'-]+\s){0,3}[A-Z][\w’'-]+:\s")
# Words that speakers' names, or the source of another quotation, take between quotations.
_MAX_BETWEEN = 20
_OPENING = {
    "”": re.compile(r"“"),
    "’": re.compile(r"(?<!\w)‘"),
    '"': re.compile(r"“|(?<![^\s(\[—–-])\"(?=\S)"),
    "'": re.compile(r"(?<![^\s(\[—–-])'(?=\S)"),
}


@dataclass(frozen=True, slots=True)
class BylinedClaim:
    """Offsets of a claim: it begins at ``start``, its by-line at ``name``; both end at ``end``."""

    start: int
    name: int
    end: int


def bylined_claims(text: str) -> Iterator[BylinedClaim]:
    """The claims with a by-line in ``text``, in order, not overlapping. Paragraphs are parted by blank lines.

    A quotation with a by-line is one anywhere, even if the by-line opens the paragraph behind it; words without marks
    only where the text opens, or directly behind another by-line.
    """
    behind = 0
    first = text.find("\n") if "\n" in text else len(text)
    for year in _YEAR.finditer(text):
        at = year.start() + 4
        # Further down, a by-line that ends its paragraph or has a full stop is of a piece of evidence, or of a source.
        if at > first and (year["stop"] or not year["more"]):
            continue
        date = _DATE.search(text, max(behind, at - _MAX_DATE), at)
        if date and (found := _claim_before(text, behind, date.start(), year)):
            yield found
            behind = found.end


def _claim_before(text: str, behind: int, date: int, year: re.Match[str]) -> BylinedClaim | None:
    paragraph = text.rfind("\n", 0, date) + 1
    floor = max(behind, paragraph)
    near = max(floor, date - _MAX_NAME)
    name = _BEHIND_QUOTATION.search(text, near, date)
    if name and name.start() > floor:
        start = _opening(text, floor, name.start(), alone=floor == behind)
        return None if start is None else BylinedClaim(start, name.start(), year.end())
    closed = _CLOSED.search(text, max(behind, floor - _MAX_GAP), floor)
    if closed and _BEHIND_WORDS.fullmatch(text, floor, date):
        end = closed.start() + 1
        begin = max(behind, text.rfind("\n", 0, end) + 1)
        start = _opening(text, begin, end, alone=begin == behind)
        return None if start is None else BylinedClaim(start, floor, year.end())
    if floor == behind and year["more"] and not year["stop"] and date - floor <= _MAX_BARE:
        name = _BEHIND_WORDS.search(text, near, date)
        if name and _is_bare_claim(text[floor : name.start()], first=not floor):
            return BylinedClaim(floor, name.start(), year.end())
    return None


def _opening(text: str, floor: int, end: int, *, alone: bool) -> int | None:
    """Where the quotation begins that is closed at ``end``, ``None`` if it is not found behind ``floor``.

    At ``floor`` if nothing but quotations and who said them stands between, where ``alone`` says that the text, or the
    words behind another claim, begin there.
    """
    if alone and end - floor <= _MAX_QUOTATION and _is_all_quoted(text[floor:end]):
        return floor
    depth = 0
    opening = _OPENING[text[end - 1]]
    for at in range(end - 2, max(floor, end - _MAX_QUOTATION) - 1, -1):
        if text[at] == text[end - 1] == "”":
            depth += 1
        elif opening.match(text, at):
            if not depth:
                return at
            depth -= 1
    return None


def _is_all_quoted(words: str) -> bool:
    """Whether ``words`` are quotations and who said them, or one sentence that opens with a mark."""
    outside = _QUOTED.sub("”", words)
    if not _STOP.search(outside) and len(_WORD.findall(outside)) <= _MAX_BETWEEN:
        return True
    return bool(_MARK.match(words)) and not _NEXT_SENTENCE.search(words)


def _is_bare_claim(words: str, *, first: bool) -> bool:
    """Whether a claim without marks, or with one that is missing, may end in front of a by-line."""
    if not _WORD.search(words):
        return False
    return first or not _NEXT_SENTENCE.search(words) or bool(_MARK.match(words) or _TURN.match(words))
