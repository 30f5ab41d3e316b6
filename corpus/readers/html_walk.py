"""An HTML tree as lines: headings and paragraphs, links and citation markers in their places."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from corpus.composing import Line
from corpus.markers import link_token, without_tokens
from corpus.readers.html_tree import SPACE as _SPACE
from corpus.readers.html_tree import text_of

# The second row of each are names in the trees of trafilatura.
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr "
    "html li main ol p pre section summary table tbody td tfoot th thead tr ul "
    "head item list quote row cell doc comments".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 head".split())
_ITEMS = frozenset(("li", "item"))
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_BOLD = frozenset(("b", "strong"))
SKIPPED = frozenset(
    "audio base button canvas datalist embed figcaption form iframe input link map math meta nav noscript object "
    "option script select style svg template textarea title video graphic".split()
)
_NUMBERS = re.compile(r"^\s*\[?\s*(?P<numbers>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*\]?\s*$")
_ENDS = re.compile(r"[.!?:…\"”’)\]]\s*$")
_MAX_BOLD = 150


def lines_of(root: Any, url: str = "") -> Iterator[Line]:
    """The lines under ``root`` in reading order; ``url`` makes relative links absolute. Time is linear in the tree."""
    yield from _Walk(url).lines(root)


class _Walk:
    def __init__(self, url: str) -> None:
        self._url = url
        self._pieces: list[str] = []
        self._bold = self._bold_length = 0
        self._links: list[tuple[int, str, bool]] = []
        self._raised = 0
        self._heading = 0
        self._item = False

    def lines(self, root: Any) -> Iterator[Line]:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start" and tag in SKIPPED:
                walk.skip_subtree()
            elif event == "start":
                yield from self._enter(element, tag)
            elif event == "end" and tag not in SKIPPED:
                yield from self._leave(element, tag)
            if event != "start" and element is not root:
                self._write(element.tail)
        yield from self._flush()

    def _enter(self, element: Any, tag: str) -> Iterator[Line]:
        if tag in _BREAKS:
            yield from self._break()
        elif tag in _CELLS and self._pieces:
            self._write(" | ")
        elif tag in _BLOCKS:
            yield from self._flush()
            self._item = tag in _ITEMS
        if _is_heading(element, tag):
            self._heading += 1
        elif tag in _BOLD:
            self._bold += 1
        elif tag == "sup":
            self._raised += 1
        elif tag in ("a", "ref"):
            target = element.get("href") or element.get("target") or ""
            self._links.append((len(self._pieces), target, bool(self._raised)))
        self._write(element.text)

    def _leave(self, element: Any, tag: str) -> Iterator[Line]:
        if tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag == "sup":
            self._raised = max(0, self._raised - 1)
            self._raise(element)
        elif tag in ("a", "ref") and self._links:
            self._link(*self._links.pop())
        elif tag in _BLOCKS and tag not in _CELLS:
            yield from self._flush()
        if _is_heading(element, tag):
            yield from self._flush()
            self._heading = max(0, self._heading - 1)

    def _write(self, text: str | None) -> None:
        if text:
            text = _SPACE.sub(" ", without_tokens(text))
            self._pieces.append(text)
            self._bold_length += len(text.strip()) if self._bold else 0

    def _link(self, begin: int, target: str, raised: bool) -> None:
        words = "".join(self._pieces[begin:])
        try:
            url = target.strip() if target.strip().startswith("http") else urljoin(self._url, target.strip())
        except ValueError:
            return
        found = _NUMBERS.match(words)
        is_marker = found and ("[" in words or raised or (target.startswith("#") and len(target) > 1))
        if found and is_marker:
            link = f"({url})" if url.startswith("http") and not target.startswith("#") else ""
            printed = f"[[{found['numbers']}]]{link}" if link and " " not in url else f"[{found['numbers']}]"
            self._pieces[begin:] = [printed]
        elif words.strip() and url.startswith("http"):
            bare = words.rstrip()
            token = link_token(len(bare.lstrip()), url)
            if "\ue000" not in words:
                self._pieces[begin:] = [bare, token, words[len(bare) :]]

    def _raise(self, element: Any) -> None:
        """A raised bare number is written as the page's own ``<sup>``, for the rules about powers to judge."""
        text = text_of(element)
        if _NUMBERS.match(text) and self._pieces and self._pieces[-1].strip() == text and "[" not in text:
            self._pieces[-1] = f"<sup>{text}</sup>"

    def _break(self) -> Iterator[Line]:
        so_far = "".join(self._pieces[-3:])
        if not so_far.strip() or (_ENDS.search(so_far) and not self._links):
            yield from self._flush()
        else:
            self._pieces.append(" ")

    def _flush(self) -> Iterator[Line]:
        text = _SPACE.sub(" ", "".join(self._pieces)).strip(" ")
        letters = len(text)
        is_bold = 0 < letters <= _MAX_BOLD and self._bold_length >= letters - text.count(" ")
        self._pieces.clear()
        self._links = [(0, target, raised) for _, target, raised in self._links]
        self._bold_length = 0
        if text.strip(" |"):
            stated = True if self._heading or (is_bold and text[-1] not in '.!,;”"') else False if self._item else None
            yield Line(text.strip(" |") if "|" in text else text, stated)


def _is_heading(element: Any, tag: str) -> bool:
    return tag in _HEADINGS or (tag == "div" and "subhead" in (element.get("class") or ""))
