"""HTML parsed with lxml, and small questions to the tree."""

import re
from typing import Any, TypeAlias

import lxml.html
from lxml import etree

Element: TypeAlias = lxml.html.HtmlElement
SPACE = re.compile(r"[\s\u200b\ufeff]+")


def parse(source: str) -> Element | None:
    """The tree of ``source``; ``None`` if it holds no element."""
    try:
        # As bytes, since lxml refuses text that declares an encoding.
        parser = lxml.html.HTMLParser(encoding="utf-8")
        root = lxml.html.document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root if isinstance(root.tag, str) else None


def elements(root: Element, expression: str) -> list[Element]:
    """The elements that the XPath ``expression`` finds; none for an empty one."""
    found: Any = root.xpath(expression) if expression else []
    return [element for element in found if isinstance(element, etree._Element)]


def holds(root: Element, expression: str) -> bool:
    """Whether the XPath ``expression`` finds anything."""
    return bool(root.xpath(expression))


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
    replace(element, "")


def replace(element: Any, text: str) -> None:
    """Put ``text`` where ``element`` stands."""
    parent = element.getparent()
    if parent is None:
        return
    text += element.tail or ""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(element)
