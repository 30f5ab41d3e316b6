"""Lists of a page, taken out of it: the article's sources, and the follow-up questions that the site offers."""

import re
from collections.abc import Callable, Iterable, Iterator

from corpus.article import Source
from corpus.composing import is_deeper_heading, is_sources_heading
from corpus.readers.html_tree import Element, container_of, elements, overwrite, remove, text_of
from corpus.readers.html_walk import SKIPPED, lines_of
from corpus.readers.source_list import parse_source

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LIKE_HEADINGS = (*_HEADINGS, "p", "div", "strong", "b", "summary", "header", "dt", "span")
# Notes that need no heading to be known; WordPress's, MediaWiki's, and what Markdown becomes.
_NOTES = " | ".join(
    f'//{tag}[contains(concat(" ", normalize-space(@class), " "), " {name} ")]'
    for tag, name in (("ol", "wp-block-footnotes"), ("ol", "references"), ("section", "footnotes"))
)
# What stands around an article, where a menu may be headed "References".
_FRINGE_TAGS = frozenset(("aside", "footer", "nav"))
_FRINGE = re.compile(
    r"(?:^|\s)(?:(?:site|page|global|main)[_-]{0,2})?(?:footer|sidebar|colophon)(?=[\s_-]|$)", re.IGNORECASE
)
_ID_NUMBER = re.compile(r"(?:source|ref|reference|note|cite|fn|footnote)[s_-]*(?P<number>\d{1,3})$", re.IGNORECASE)
_PRINTED_NUMBER = re.compile(r"\[?(\d{1,3})[\].)]{0,2}")


def take_sources(root: Element) -> list[Element]:
    """The entries of the article's list of sources, which leaves the tree: its notes, else the list under a heading."""
    container = container_of(root)
    for notes in _nearest(elements(root, _NOTES), container):
        if entries := _entries(notes):
            _remove_with_heading(notes, root)
            return entries
    headings = list(_headings(root, is_sources_heading))
    entries = next(filter(None, (_take_behind(heading, root) for heading in _nearest(headings, container))), [])
    for heading in headings:
        if _distance(heading, container) in (1, None):
            # So that no later step takes the menu under it for sources.
            remove(heading)
    return entries


def take_questions(root: Element) -> list[str]:
    """The questions under the last heading over some; they leave the tree."""
    headings = list(_headings(root, is_deeper_heading))
    entries = _take_behind(headings[-1], root) if headings else []
    return [text for entry in entries if (text := text_of(entry)).endswith("?")]


def sources_of(entries: list[Element], url: str) -> tuple[list[Source], dict[str, int]]:
    """(sources by the numbers that the list gives them, further URLs of an entry and its number)."""
    sources: list[Source] = []
    aliases: dict[str, int] = {}
    places: dict[Element, int] = {}
    highest = 0
    for entry in entries:
        number = _number(entry, places) or highest + 1
        _drop_ways_back(entry, url)
        text = " ".join(line.text for line in lines_of(entry, url)).lstrip("^ ")
        links = [link.get("href") or "" for link in entry.iter("a")]
        source = parse_source(text, number)
        if source is None:
            continue
        sources.append(source)
        highest = max(highest, source.number)
        aliases.update(dict.fromkeys((link for link in links if link.startswith("http")), source.number))
    return sources, aliases


def _headings(root: Element, is_heading: Callable[[str], bool]) -> Iterator[Element]:
    for element in root.iter(*_LIKE_HEADINGS):
        if len(element) <= 2 and is_heading(_short_text(element)):
            yield element


def _nearest(found: Iterable[Element], container: Element | None) -> list[Element]:
    """The last of ``found`` in the article, the last in its footer, the last outside of it; none from the fringe."""
    last = {_distance(element, container): element for element in found}
    return [last[distance] for distance in (0, 1, 2) if distance in last]


def _distance(element: Element, container: Element | None) -> int | None:
    """0 in ``container``, 1 in a footer of its own, 2 outside, ``None`` in what surrounds articles."""
    in_footer = False
    for around in (element, *element.iterancestors()):
        if around is container:
            return 1 if in_footer else 0
        if around.tag == "footer" and next(around.iterancestors("article"), None) is not None:
            in_footer = True
        elif _is_fringe(around):
            return None
    return None if in_footer else 2


def _is_fringe(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    named = element.tag != "body" and bool(_FRINGE.search(names))
    return named or element.tag in _FRINGE_TAGS or element.get("role") == "contentinfo"


def _take_behind(heading: Element, root: Element) -> list[Element]:
    """The entries behind ``heading``, which leave the tree with it: list items, or paragraphs if there are none."""
    heading = _whole(heading, root)
    entries: list[Element] = []
    used = [heading]
    for element in heading.itersiblings():
        if not isinstance(element.tag, str) or element.tag in SKIPPED:
            continue
        if element.tag in (*_HEADINGS, "footer"):
            break
        found = _entries(element)
        if entries and not found:
            break
        if entries and (entries[0].tag == "li") != (found[0].tag == "li"):
            if found[0].tag != "li" or not _is_introduction(entries):
                break
            entries.clear()
        entries += found
        used.append(element)
    for element in used if entries else ():
        remove(element)
    return entries


def _remove_with_heading(notes: Element, root: Element) -> None:
    notes = _whole(notes, root)
    before = next(notes.itersiblings("*", preceding=True), None)
    if before is not None and is_sources_heading(_short_text(before)):
        remove(before)
    remove(notes)


def _whole(element: Element, root: Element) -> Element:
    """The outermost element that holds no other text than ``element``."""
    while (parent := element.getparent()) is not None and parent is not root and text_of(parent) == text_of(element):
        element = parent
    return element


def _entries(element: Element) -> list[Element]:
    for tags in (("li",), ("p", "dd")):
        innermost = [e for e in element.iter(*tags) if next(e.iterdescendants(*tags), None) is None]
        if found := [entry for entry in innermost if text_of(entry)]:
            return found
    return []


def _is_introduction(entries: list[Element]) -> bool:
    """Whether these paragraphs before a list are no sources themselves."""
    return len(entries) == 1 and entries[0].find(".//a") is None and "://" not in text_of(entries[0])


def _drop_ways_back(entry: Element, url: str) -> None:
    """Take out the links from an entry to where the page cites it; a number that such a link prints first stays."""
    for link in list(entry.iter("a")):
        target = (link.get("href") or "").strip()
        if not target.startswith("#") and not (url and target.startswith(f"{url}#")):
            continue
        printed = text_of(link)
        number = _PRINTED_NUMBER.fullmatch(printed)
        if number and text_of(entry).lstrip("[").startswith(printed.lstrip("[")):
            overwrite(link, f"[{number[1]}]")
        else:
            remove(link)


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
