"""Lists under a known heading, taken out of a page: its sources, its follow-up questions, its summary."""

import re
from collections.abc import Callable, Iterator

from corpus.article import Source
from corpus.readers.html_tree import Element, remove, text_of
from corpus.readers.html_walk import SKIPPED, lines_of
from corpus.readers.source_list import parse_source

_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "strong", "b", "summary", "header", "dt", "span")
_ID_NUMBER = re.compile(r"(?:source|ref|reference|note|cite|fn|footnote)[s_-]*(?P<number>\d{1,3})$", re.IGNORECASE)


def take_list(root: Element, is_heading: Callable[[str], bool]) -> list[Element]:
    """The entries (``li`` or ``p``) behind the last heading that ``is_heading`` accepts; all of it leaves the tree."""
    heading = None
    for element in root.iter(*_HEADING_TAGS):
        if len(element) <= 2 and is_heading(_short_text(element)):
            heading = element
    if heading is None:
        return []
    while (parent := heading.getparent()) is not None and parent is not root and text_of(parent) == text_of(heading):
        heading = parent
    entries: list[Element] = []
    used = [heading]
    for element in heading.itersiblings():
        if not isinstance(element.tag, str) or element.tag in SKIPPED:
            continue
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "footer"):
            break
        found = list(_entries(element))
        if not found and entries:
            break
        entries += found
        used.append(element)
    for element in used if entries else ():
        remove(element)
    return entries


def sources_of(entries: list[Element], url: str) -> tuple[list[Source], dict[str, int]]:
    """(sources by the numbers that the list gives them, further URLs of an entry and its number)."""
    sources: list[Source] = []
    aliases: dict[str, int] = {}
    places: dict[Element, int] = {}
    highest = 0
    for entry in entries:
        number = _number(entry, places) or highest + 1
        text = " ".join(line.text for line in lines_of(entry, url))
        links = [link.get("href") or "" for link in entry.iter("a")]
        source = parse_source(text, number)
        if source is None:
            continue
        sources.append(source)
        highest = max(highest, source.number)
        aliases.update(dict.fromkeys((link for link in links if link.startswith("http")), source.number))
    return sources, aliases


def _entries(element: Element) -> Iterator[Element]:
    if element.tag in ("p", "li", "dd"):
        found = [element]
    else:
        found = [e for e in element.iter("li", "p", "dd") if not any(True for _ in e.iterdescendants("li", "p", "dd"))]
    yield from (entry for entry in found if text_of(entry))


def _number(entry: Element, places: dict[Element, int]) -> int | None:
    """The number that an entry's place in an ordered list, or its id, gives it; ``places`` holds each list's last."""
    if found := _ID_NUMBER.search(entry.get("id") or ""):
        return int(found["number"])
    parent = entry.getparent()
    if entry.tag != "li" or parent is None or parent.tag != "ol":
        return None
    start = parent.get("start") or "1"
    value = entry.get("value") or ""
    following = places[parent] + 1 if parent in places else int(start) if start.isdigit() else 1
    places[parent] = int(value) if value.isdigit() else following
    return places[parent]


def _short_text(element: Element) -> str:
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        parts.append(text)
        length += len(text)
        if length > 200:
            return ""
    return " ".join("".join(parts).split())
