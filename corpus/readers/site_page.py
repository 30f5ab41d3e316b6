"""Pages as text or Markdown: the site's own as copied or extracted, and any Markdown with front matter."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import frontmatter
import yaml

from corpus.article import Article
from corpus.assembling import Page, assemble
from corpus.composing import Line, compose
from corpus.dates import parse_date
from corpus.errors import InvalidArticle, UnreadablePage
from corpus.markers import link_token, without_tokens
from corpus.readers.source_list import parse_source
from corpus.repair import storable

_GLUED_HEADING = re.compile(r"(?<=[)\]])\*\*(?P<heading>[^*\n]+)\*\*[ \t]*$", re.MULTILINE)
_INLINE_LINK = re.compile(
    r"(?<![!\[\]\\])\[(?P<words>(?!\^?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\])[^\[\]\n]{1,300})\]"
    r"\((?P<url>https?://[^()\s]{1,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,300}){0,3})(?:\s+\"[^\"\n]{0,300}\")?\)"
)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")
_STRONG = re.compile(r"(?<!\*)\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*(?!\*)")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_])\1(?![\w*])")
_QUOTED = re.compile(r"^>+\s?")
# No one breaks lines shorter than this; a short line without a full stop is a heading.
_MIN_WRAPPED = 50
_LINE_END = re.compile(r"[.?!:…][\"'”’)\]*_]*(?:\s*\[[\d,\s–-]+\])*$|\*\*$|https?://\S+$")
_HEADING_START = re.compile(r"#|\d{1,2}[.)]\s|\*\*")
_LINE_START = re.compile(
    r"(?:[-*+•>|#]|\*\*|\[\^?\d+\][:.]?\s|\d{1,3}[.):]\s|https?://|(?:fact[- ])?checked\b|verdict\b|rating\b|"
    r"claim\b|url\b|published\b|source\b|want to dive deeper|loading\b)",
    re.IGNORECASE,
)
_DISPLACED = re.compile(r"\[\[\d[\d,\s–-]*\]\]\(")


def read_site_page(text: str, origin: str, *, url: str = "") -> Iterator[Article | UnreadablePage]:
    """The one article of a page.

    Raises :class:`UnreadablePage` if the front matter is broken.
    """
    try:
        meta, body = frontmatter.parse(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadablePage(
            origin, f"the front matter is not valid YAML ({error.__class__.__name__})", place="line 1",
            remedy="Mend the lines between the two '---', or remove them.",
        ) from error  # fmt: skip
    try:
        yield assemble(_page(meta, body, url))
    except InvalidArticle as error:
        yield UnreadablePage(origin, str(error), remedy="Is this a fact-check page?")


def _page(meta: dict[str, Any], body: str, url: str) -> Page:
    page = Page(title="", blocks=[], url=_meta(meta, "url", "link", "canonical") or url)
    page.id = page.id or ("" if page.url else _meta(meta, "id", "slug"))
    page.publisher, page.author = _meta(meta, "publisher", "site", "sitename"), _meta(meta, "author")
    page.claim, page.verdict = _meta(meta, "claim") or None, _meta(meta, "verdict", "rating") or None
    page.language = _meta(meta, "language", "lang") or page.language
    page.checked_on = parse_date(_meta(meta, "checked_on", "date_checked", "reviewed", "date"))
    listed = meta.get("sources")
    for entry in listed if isinstance(listed, list) else ():
        words = list(entry.values()) if isinstance(entry, dict) else [entry]
        if source := parse_source(" — ".join(filter(None, map(_stated, words))), len(page.sources) + 1):
            page.sources.append(source)
    compose(page, (Line(line) for line in _paragraphs(body)), stated_title=_meta(meta, "title"))
    return page


def _meta(meta: dict[str, Any], *keys: str) -> str:
    for key in keys:
        if value := _stated(meta.get(key)):
            return storable(value).strip()
    return ""


def _stated(value: object) -> str:
    """``value`` as text if it is plain or a list of plain ones.

    Deeper ones are left out: written with aliases, 300 bytes of them print as gigabytes.
    """
    entries = value if isinstance(value, list) else [value]
    return ", ".join(str(entry) for entry in entries if isinstance(entry, (str, int, float, date)))


def _paragraphs(body: str) -> Iterator[str]:
    """Paragraphs in order, and what an extractor tore apart joined again; Markdown's layout is taken off."""
    body = without_tokens(storable(body).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    body = _GLUED_HEADING.sub(lambda found: f"\n\n**{found['heading']}**", body)
    pending: list[str] = []
    is_first = True
    after_blank = True
    for line in body.split("\n"):
        line = line.strip()
        if not line:
            after_blank = True
            continue
        wrapped = not after_blank and not is_first and bool(pending) and _is_wrapped(pending[-1], line)
        after_blank = False
        if pending and (wrapped or _continues(line)):
            glued = line[0] in ".,;:!?)" or _DISPLACED.match(line)
            pending.append(line if glued else " " + line)
            continue
        if pending:
            yield _plain("".join(pending))
            is_first = False
        pending = [line]
    if pending:
        yield _plain("".join(pending))


def _continues(line: str) -> bool:
    """A full stop that lost its sentence, or links that belong to the end of the paragraph before."""
    return bool(re.match(r"[.,;!?)](?!\.)", line) or _DISPLACED.match(line))


def _is_wrapped(line: str, following: str) -> bool:
    """Whether ``following`` goes on in the middle of the sentence that ``line`` was broken in."""
    if len(line) < _MIN_WRAPPED or _HEADING_START.match(line):
        return False
    return not _LINE_END.search(line) and not _LINE_START.match(following)


def _plain(line: str) -> str:
    """``line`` without Markdown's images and emphasis; links become tokens. A line that is bold as a whole stays so."""
    line = _IMAGE.sub("", _QUOTED.sub("", line))
    line = _INLINE_LINK.sub(lambda found: found["words"] + link_token(len(found["words"]), found["url"]), line)
    if not (line.startswith("**") and line.rstrip(":. ").endswith("**") and line.count("**") == 2):
        line = _STRONG.sub(r"\1", line)
    return _EMPHASIS.sub(r"\2", line)
