"""The site's own pages: plain text as copied from the page, or Markdown as an extractor leaves it."""

import re
from collections.abc import Iterator
from typing import Any

import frontmatter
import yaml

from corpus.article import Article
from corpus.assembling import Block, Page, assemble
from corpus.boilerplate import without_boilerplate
from corpus.dates import parse_date
from corpus.errors import InvalidArticle, UnreadablePage
from corpus.readers.source_list import parse_source

_CHECKED = re.compile(
    r"^\W*(?:fact[- ])?(?:checked|published|updated|reviewed)\s*(?:on)?\s*:?\s*(?P<date>.{6,40})$", re.IGNORECASE
)
_VERDICT = re.compile(
    r"^\W*(?:verdict|rating|ruling|our (?:rating|ruling|verdict))\W*:\W*(?P<verdict>[^.\n]{2,60}?)[\s.*_]*$",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"^\W*claim\W*:\W*(?P<claim>.{5,500})$", re.IGNORECASE)
_URL_LINE = re.compile(r"^\W*url\W*:\W*(?P<url>https?://\S+)$", re.IGNORECASE)
_DEEPER = re.compile(r"^\W*want to dive deeper\W*$", re.IGNORECASE)
_SOURCES = re.compile(r"^[\W\d]*(?:our )?(?:sources|references|citations)(?: used| consulted)?\W*$", re.IGNORECASE)
_SUMMARY_LINE = re.compile(r"^\W*(?P<heading>executive summary|summary)\W*\s[—–:-]+\s*(?P<text>\S.*)$", re.IGNORECASE)
_NAMED = re.compile(r"^(?:executive summary|summary|bottom line|conclusion)\W*$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?P<heading>\S.*)$")
_HASHES = re.compile(r"^#{1,6}\s+(?P<heading>.+?)\s*#*$")
_BOLD = re.compile(r"^\*\*(?P<heading>[^*]+)\*\*\W*$")
_GLUED_HEADING = re.compile(r"(?<=[)\]])\*\*(?P<heading>[^*\n]+)\*\*[ \t]*$", re.MULTILINE)
_BULLET = re.compile(r"^[-*•‣–]\s+")
_MAX_HEADING = 160


def read_site_page(text: str, origin: str, *, url: str = "") -> Iterator[Article | UnreadablePage]:
    """The one article of a page.

    Raises :class:`UnreadablePage` if the front matter is broken.
    """
    try:
        meta, body = frontmatter.parse(text)
    except yaml.YAMLError as error:
        raise UnreadablePage(
            origin, f"the front matter is not valid YAML ({error.__class__.__name__})", place="line 1",
            remedy="Mend the lines between the two '---', or remove them.",
        ) from error  # fmt: skip
    try:
        yield assemble(_page(meta, body, url))
    except InvalidArticle as error:
        yield UnreadablePage(origin, str(error), remedy="Is this a fact-check page?")


def _page(meta: dict[str, Any], body: str, url: str) -> Page:
    page = Page(title="", blocks=[], url=_meta(meta, "url") or url)
    page.publisher, page.author = _meta(meta, "publisher"), _meta(meta, "author")
    page.claim, page.verdict = _meta(meta, "claim") or None, _meta(meta, "verdict") or None
    page.checked_on = parse_date(_meta(meta, "checked_on") or _meta(meta, "date"))
    block = Block()
    part = "text"
    for paragraph in _paragraphs(body):
        if _DEEPER.match(paragraph):
            part = "deeper"
        elif _SOURCES.match(paragraph):
            part = "sources"
        elif part == "deeper" and paragraph.rstrip().endswith("?"):
            page.dive_deeper.append(re.sub(r"^[\s*•–—-]+|^\d+[.)]\s+", "", paragraph).strip())
        elif part == "sources" and (source := parse_source(paragraph, len(page.sources) + 1)):
            page.sources.append(source)
        elif not _fact(page, paragraph):
            part = "text"
            heading, rest = _heading(paragraph)
            if heading and not page.title and not rest:
                page.title = heading
            elif heading:
                page.blocks.append(block)
                block = Block(heading, [rest] if rest else [])
            elif not page.title:
                page.title = paragraph
            else:
                block.paragraphs.append(_BULLET.sub("", paragraph))
    page.blocks.append(block)
    if not page.title:
        page.title = _meta(meta, "title").removesuffix("...")
    return page


def _meta(meta: dict[str, Any], key: str) -> str:
    value = meta.get(key)
    return "" if value is None else str(value).strip()


def _fact(page: Page, line: str) -> bool:
    """Take a line that states a date, verdict, claim or address of the whole page; False if it is none."""
    if page.blocks and "\n" in line:
        return False
    if (found := _CHECKED.match(line)) and (day := parse_date(found["date"])):
        page.checked_on = page.checked_on or day
    elif found := _VERDICT.match(line):
        page.verdict = page.verdict or found["verdict"].strip()
    elif found := _CLAIM.match(line):
        page.claim = page.claim or found["claim"].strip()
    elif found := _URL_LINE.match(line):
        page.url = page.url or found["url"]
    else:
        return False
    return True


def _heading(line: str) -> tuple[str, str]:
    """(heading, text on the same line); the heading is empty if the line is a paragraph."""
    if found := _SUMMARY_LINE.match(line):
        return found["heading"], found["text"]
    bare = re.sub(r"\s*\*\*\s*$", "", re.sub(r"^\s*\*\*\s*", "", line)) if line.count("**") == 2 else line
    if found := _HASHES.match(line):
        return _unnumbered(found["heading"]), ""
    if _BOLD.match(line) or _NAMED.match(bare):
        return _unnumbered(bare.strip("*#: ")), ""
    if (found := _NUMBERED.match(line)) and len(line) <= _MAX_HEADING and line.rstrip()[-1] not in ".;,]":
        return found["heading"].strip("* "), ""
    return "", ""


def _unnumbered(heading: str) -> str:
    found = _NUMBERED.match(heading.strip("* "))
    return (found["heading"] if found else heading).strip("* ")


def _paragraphs(body: str) -> Iterator[str]:
    """Paragraphs in order, boilerplate dropped, and what an extractor tore apart joined again."""
    body = _GLUED_HEADING.sub(lambda found: f"\n\n**{found['heading']}**", body.replace("\r\n", "\n"))
    pending = ""
    for paragraph in without_boilerplate(body):
        if pending and _continues(paragraph):
            pending += paragraph if paragraph[0] in ".,;:!?)" or paragraph[:2] == "[[" else " " + paragraph
            continue
        if pending:
            yield pending
        pending = paragraph
    if pending:
        yield pending


def _continues(paragraph: str) -> bool:
    """A full stop that lost its sentence, or links that belong to the end of the paragraph before."""
    return bool(re.match(r"[.,;!?)](?!\.)", paragraph) or re.match(r"\[\[\d[\d,\s–-]*\]\]\(", paragraph))
