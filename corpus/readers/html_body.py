"""The main text of a page of an unknown publisher, found by trafilatura and kept with its links and markers."""

import copy
import re

from corpus.composing import Line
from corpus.readers.html_tree import Element, container_of, overwrite, text_of
from corpus.readers.html_walk import lines_of

_CITED = re.compile(r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]")
_NUMBER = re.compile(r"^\s*\[?\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\]?\s*$")


def body_lines(root: Element, url: str) -> list[Line]:
    """The lines of the page's main text.

    trafilatura finds it; where it loses citation markers that stand in the page's paragraphs, the container of these
    paragraphs is read whole instead.
    """
    import trafilatura

    tree = copy.deepcopy(root)
    _print_markers(tree)
    document = trafilatura.bare_extraction(
        tree, url=url or None, include_links=True, include_comments=False, include_tables=True, with_metadata=False
    )
    lines: list[Line] = []
    body = getattr(document, "body", None)
    if body is not None:
        lines = list(lines_of(body, url))
    container = container_of(root)
    if container is not None:
        printed = list(lines_of(container, url))
        if _count(printed) > _count(lines) or not lines:
            return printed
    return lines


def _print_markers(tree: Element) -> None:
    """Write linked and raised numbers as text, since an extractor may drop such links."""
    for link in list(tree.iter("a")):
        text = "".join(link.itertext())
        target = link.get("href") or ""
        raised = any(parent.tag == "sup" for parent in link.iterancestors())
        if _NUMBER.match(text) and ("[" in text or raised or re.match(r"#.", target)):
            number = text.strip().strip("[]").strip()
            printed = f"[[{number}]]({target})" if re.match(r"https?://\S+$", target) else f"[{number}]"
            overwrite(link, printed)
    for raised_element in list(tree.iter("sup")):
        text = text_of(raised_element)
        if _CITED.search(text):
            overwrite(raised_element, text)
        elif _NUMBER.match(text):
            overwrite(raised_element, f"<sup>{text}</sup>")


def _count(lines: list[Line]) -> int:
    return sum(len(_CITED.findall(line.text)) for line in lines)
