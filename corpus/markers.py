"""Citation markers in running text: found, taken out, remembered as offsets."""

import re
from dataclasses import dataclass

_NUMBERS = r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*"
_MARKER = re.compile(
    rf"\[\[\s*(?P<linked>{_NUMBERS})\s*\]\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"  # [[2]](https://…)
    rf"|\[\s*(?P<plain>{_NUMBERS})\s*\](?:\((?P<url2>https?://[^()\s]*)\))?"  # [1], [1, 3], [2-4], [2](https://…)
    rf"|<sup>\s*(?:<a\b[^<>]{{0,500}}>)?\s*\[?(?P<raised>{_NUMBERS})\]?\s*(?:</a>)?\s*</sup>"  # <sup>3</sup>
    rf"|<a\b[^<>]{{0,500}}?href=[\"'](?P<href>[^\"'<>]*)[\"'][^<>]{{0,500}}>\s*\[(?P<anchor>{_NUMBERS})\]\s*</a>",
    re.IGNORECASE,
)
_MAX_RANGE = 30


@dataclass(frozen=True, slots=True)
class Unmarked:
    """Text without its markers: (offset into ``text``, numbers) of each, and what linked numbers point to."""

    text: str
    markers: tuple[tuple[int, tuple[int, ...]], ...]
    urls: dict[int, str]


def numbers(printed: str) -> tuple[int, ...]:
    """The numbers that ``1, 3`` or ``2-4`` stand for, in print order; zero and absurd ranges are left out."""
    found: dict[int, None] = {}
    for part in re.split(r"\s*[,;]\s*", printed.strip()):
        ends = [int(end) for end in re.split(r"\s*[–-]\s*", part)]
        if len(ends) == 2 and ends[0] <= ends[1] < ends[0] + _MAX_RANGE:
            found.update(dict.fromkeys(range(ends[0], ends[1] + 1)))
        else:
            found.update(dict.fromkeys(ends))
    return tuple(number for number in found if number > 0)


def unmark(text: str) -> Unmarked:
    """Take the markers out of ``text``, closing the gap before them. Time is linear in the length of ``text``."""
    out: list[str] = []
    length = 0
    at = 0
    markers: list[tuple[int, tuple[int, ...]]] = []
    urls: dict[int, str] = {}
    for found in _MARKER.finditer(text):
        cited = numbers(found["linked"] or found["plain"] or found["raised"] or found["anchor"])
        if not cited:
            continue
        piece = text[at : found.start()]
        bare = piece.rstrip(" \t") if length + len(piece.strip()) else ""
        spaced = len(bare) < len(piece)
        if bare:
            out.append(bare)
            length += len(bare)
        markers.append((length, cited))
        url = found["url"] or found["url2"] or found["href"]
        if url and url.startswith("http"):
            urls.update(dict.fromkeys(cited, url))
        at = found.end()
        if spaced and length and at < len(text) and (text[at].isalnum() or text[at] in "\"“‘'("):
            out.append(" ")
            length += 1
        while not length and at < len(text) and text[at] in " \t":
            at += 1
    out.append(text[at:])
    return Unmarked("".join(out), tuple(markers), urls)
