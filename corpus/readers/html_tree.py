"""HTML parsed with lxml, and small questions to the tree."""

import re
from typing import Any, TypeAlias

import lxml.html
from lxml import etree

Element: TypeAlias = lxml.html.HtmlElement
# What XML 1.0 has no place for, and lxml refuses to write into a tree.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPACE = re.compile(r"[\s\u200b\ufeff]+")


def parse(source: str) -> Element | None:
    """The tree of ``source``; ``None`` if it holds no element."""
    try:
        # As bytes, since lxml refuses text that declares an encoding.
        parser = lxml.html.HTMLParser(encoding="utf-8")
        root = lxml.html.document_fromstring(_NOT_XML.sub("", source).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if "&#" in source:
        _drop_referenced_controls(root)
    return root


def _drop_referenced_controls(root: Element) -> None:
    """Take out what the parser made of references like ``&#1;``: reading it is allowed, writing it back is not."""
    for element in root.iter():
        if element.text and _NOT_XML.search(element.text):
            element.text = _NOT_XML.sub("", element.text)
        if element.tail and _NOT_XML.search(element.tail):
            element.tail = _NOT_XML.sub("", element.tail)


def n_elements(root: Element) -> int:
    """How many elements the page has."""
    return sum(1 for _ in root.iter("*"))


def elements(root: Element, expression: str) -> list[Element]:
    """The elements that the XPath ``expression`` finds; none for an empty one."""
    found: Any = root.xpath(expression) if expression else []
    return [element for element in found if isinstance(element, etree._Element)]


def holds(root: Element, expression: str) -> bool:
    """Whether the XPath ``expression`` finds anything."""
    return bool(root.xpath(expression))


def container_of(root: Element) -> Element | None:
    """The element that says it is the article: the only one of the first of these that the page has."""
    for expression in ('//*[@itemprop="articleBody"]', "//article", "//main", '//*[@role="main"]'):
        found = elements(root, expression)
        if len(found) == 1:
            return found[0]
    return None


def first(root: Element, expression: str) -> str:
    """Text of the first thing that the XPath ``expression`` finds, empty if it finds none."""
    found: Any = root.xpath(expression) if expression else []
    for thing in found:
        text = text_of(thing) if isinstance(thing, etree._Element) else " ".join(str(thing).split())
        if text:
            return text
    return ""


def meta(root: Element, name: str) -> str:
    """The content of the page's ``<meta>`` called ``name``."""
    return first(root, f'//meta[@property="{name}" or @name="{name}"]/@content')


def text_of(element: Any) -> str:
    """All text under ``element``, white space collapsed."""
    return SPACE.sub(" ", "".join(map(str, element.itertext("*")))).strip()


def remove(element: Any) -> None:
    """Take ``element`` out of its tree, leaving the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    if tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def overwrite(element: Any, text: str) -> None:
    """Let ``element`` be a bare stretch of ``text``; what stands behind it stays."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "span", _NOT_XML.sub("", text), tail
