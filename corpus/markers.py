"""Citation markers and links in running text: found, taken out, remembered as offsets."""

import re
from dataclasses import dataclass

_NUMBERS = r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*"
_LINK_START, _LINK_END = "\ue000", "\ue001"
_MARKER = re.compile(
    rf"\[\[\s*(?P<linked>{_NUMBERS})\s*\]\]\((?P<url>[^()\s]{{0,2000}}(?:\([^()\s]{{0,500}}\)[^()\s]{{0,500}}){{0,5}})\)"
    # Not in "4,[5],12:i:-", an address with "__xts__[1]=", "[501](c)(3)".
    rf"|(?<![_=&/])(?<!\d,)\[\^?\s*(?P<plain>{_NUMBERS})\s*\](?!\([a-z]\))"
    rf"(?:\((?P<url2>(?:https?://|#)[^()\s]{{0,2000}})\))?"  # [1], [1, 3], [2](https://…)
    rf"|<sup>\s*+(?:<a\b[^<>]{{0,500}}>\s*+)?\[?(?P<raised>{_NUMBERS})\]?\s*+(?:</a>\s*+)?</sup>"
    rf"|<a\b[^<>]{{0,500}}?href=[\"'](?P<href>[^\"'<>]{{0,2000}})[\"'][^<>]{{0,500}}>\s*\[(?P<anchor>{_NUMBERS})\]\s*</a>"
    rf"|{_LINK_START}(?P<n>\d+)\|(?P<link>[^{_LINK_START}{_LINK_END}]*){_LINK_END}",
    re.IGNORECASE,
)
_TOKEN = re.compile(f"{_LINK_START}[^{_LINK_END}]*{_LINK_END}")
# "x<sup>2</sup>", "20 km<sup>2</sup>": a power, not a citation.
_POWER = re.compile(r"(?:^|[^\w])(?:[a-z]|[kcmdµ]?m|ft|mi|in|yd)$|[\d²³^]$", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\(\s*(\[{_NUMBERS}\](?:\s*+(?:[,;]\s*+)?\[{_NUMBERS}\]){{0,30}})\s*\)")
_BEFORE_STOP = re.compile(r"[ \t]+(?=[.,;:!?)])")
_COMMAS = re.compile(r"[,;]")
_DASHES = re.compile(r"[–-]")
_MAX_RANGE = 30


@dataclass(frozen=True, slots=True)
class Link:
    """A linked stretch ``[start, end)`` of the text and where it leads."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Unmarked:
    """Text without its markers: (offset into ``text``, numbers) of each, what linked numbers point to, and links."""

    text: str
    markers: tuple[tuple[int, tuple[int, ...]], ...]
    urls: dict[int, str]
    links: tuple[Link, ...] = ()


def link_token(n_characters: int, url: str) -> str:
    """What a reader writes behind ``n_characters`` of linked text, for :func:`unmark` to take out again."""
    return f"{_LINK_START}{n_characters}|{without_tokens(url)}{_LINK_END}"


def visible(text: str) -> str:
    """``text`` as it is read: without link tokens, markers still in it."""
    return _TOKEN.sub("", text)


def without_tokens(text: str) -> str:
    """``text`` of a page, free of the two private characters that frame link tokens."""
    return text.replace(_LINK_START, "").replace(_LINK_END, "")


def numbers(printed: str) -> tuple[int, ...]:
    """The numbers that ``1, 3`` or ``2-4`` stand for, in print order; zero and absurd ranges are left out."""
    if printed.isdecimal():
        return (int(printed),) if int(printed) > 0 else ()
    found: dict[int, None] = {}
    for part in _COMMAS.split("".join(printed.split())):
        ends = [int(end) for end in _DASHES.split(part)]
        if len(ends) == 2 and ends[0] <= ends[1] < ends[0] + _MAX_RANGE:
            found.update(dict.fromkeys(range(ends[0], ends[1] + 1)))
        else:
            found.update(dict.fromkeys(ends))
    return tuple(number for number in found if number > 0)


def unmark(text: str) -> Unmarked:
    """Take markers and link tokens out of ``text``, closing the gap before markers. Time is linear in its length."""
    out: list[str] = []
    length = 0
    at = 0
    behind_marker = False
    text = _IN_BRACKETS.sub(r"\1", text)
    markers: list[tuple[int, tuple[int, ...]]] = []
    urls: dict[int, str] = {}
    links: list[Link] = []
    for found in _MARKER.finditer(text):
        piece = text[at : found.start()]
        if found["n"]:
            out.append(piece)
            length += len(piece)
            if 0 < int(found["n"][:7]) <= length:
                links.append(Link(length - int(found["n"][:7]), length, found["link"]))
            at = found.end()
            behind_marker = False
            continue
        cited = numbers(found["linked"] or found["plain"] or found["raised"] or found["anchor"])
        bare = found["raised"] and "[" not in found.group() and "<a" not in found.group().lower()
        if bare and _POWER.search(text[max(0, found.start() - 4) : found.start()]):
            out += [piece, found["raised"]]
            length += len(piece) + len(found["raised"])
            at = found.end()
            continue
        if not cited:
            continue
        if behind_marker and piece.strip() in {",", ";"}:
            piece = ""
        kept = piece.rstrip(" \t") if length + len(piece.strip()) else ""
        spaced = len(kept) < len(piece)
        if kept:
            out.append(kept)
            length += len(kept)
        markers.append((length, cited))
        url = found["url"] or found["url2"] or found["href"]
        if url and url.startswith("http"):
            urls.update(dict.fromkeys(cited, url))
        at = found.end()
        behind_marker = True
        if closing := _BEFORE_STOP.match(text, at):
            at = closing.end()
        if spaced and length and at < len(text) and (text[at].isalnum() or text[at] in "\"“‘'(—–$€£"):
            out.append(" ")
            length += 1
        while not length and at < len(text) and text[at] in " \t":
            at += 1
    out.append(text[at:])
    return Unmarked("".join(out), tuple(markers), urls, tuple(links))
