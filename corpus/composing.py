"""Lines of a page, in reading order, become headings, paragraphs and facts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.assembling import MAX_PARAGRAPHS, Block, Page, check_length
from corpus.boilerplate import without_boilerplate
from corpus.dates import parse_date
from corpus.headings import BULLET, heading_of, is_named, is_numbered
from corpus.markers import visible
from corpus.readers.source_list import parse_source, starts_with_number_and_url

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
_SOURCES = re.compile(
    r"^[\W\d]*(?:our |the )?(?:sources|references|citations|works cited|footnotes)(?: used| consulted| cited)?\W*$",
    re.IGNORECASE,
)
_URL_ONLY = re.compile(r"^<?(?P<url>https?://[^\s<>]+)>?$")
_MAX_SOURCE = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or heading as printed, markers and link tokens in it.

    ``is_heading`` is ``None`` where its form decides.
    """

    text: str
    is_heading: bool | None = None


def is_sources_heading(text: str) -> bool:
    """Whether ``text`` stands over a list of sources."""
    return len(text) < 60 and bool(_SOURCES.match(text))


def is_deeper_heading(text: str) -> bool:
    """Whether ``text`` stands over the follow-up questions that the site offers."""
    return len(text) < 60 and bool(_DEEPER.match(text))


def compose(page: Page, lines: Iterable[Line], *, stated_title: str = "") -> None:
    """Sort ``lines`` into ``page``: title (``stated_title`` unless the lines say it better), facts, sections, sources.

    What the page already has is kept.
    """
    page.highest_source = max((source.number for source in page.sources), default=0)
    lines = list(islice(lines, MAX_PARAGRAPHS + 1))
    check_length(len(lines))
    kept = [line for line in without_boilerplate(lines, lambda line: visible(line.text))]
    block = Block()
    part = "text"
    for n, line in enumerate(kept):
        text = line.text
        if is_deeper_heading(text):
            part = "deeper"
        elif is_sources_heading(text):
            part = "sources"
        elif part == "deeper" and text.rstrip().endswith("?"):
            page.dive_deeper.append(BULLET.sub("", text).strip())
        elif _is_source(line, part) and _source(page, text):
            continue
        elif not _fact(page, text):
            part = "text"
            heading, rest = _heading(kept, n)
            if not page.title:
                page.title, taken = _title(text, heading, rest, stated_title)
                if taken:
                    continue
            if heading:
                page.blocks.append(block)
                block = Block(heading, [rest] if rest else [])
            else:
                block.paragraphs.append(BULLET.sub("", text) if n else text)
    page.blocks.append(block)
    page.title = page.title or stated_title


def _is_source(line: Line, part: str) -> bool:
    return (part == "sources" and not line.is_heading) or starts_with_number_and_url(line.text)


def _heading(lines: Sequence[Line], n: int) -> tuple[str, str]:
    """(heading, text on the same line) of line ``n``; no heading if it is a paragraph."""
    line = lines[n]
    if line.is_heading is False:
        return "", ""
    heading, rest = heading_of(line.text, stated=line.is_heading is True)
    following = lines[n + 1].text if n + 1 < len(lines) else ""
    if heading and line.is_heading is None and is_numbered(line.text) and (not following or is_numbered(following)):
        # "1. …", "2. …" in a row, or with nothing behind, are items of a list.
        return "", ""
    return heading, rest


def _title(text: str, heading: str, rest: str, stated: str) -> tuple[str, bool]:
    """(title, whether the line is used up by it)."""
    known = stated.removesuffix("...").removesuffix("…").strip()
    if known and known != stated and text.lstrip("# ").startswith(known):
        return (heading or text.lstrip("# ")), True
    if rest or (heading and is_named(heading)):
        return known, False
    if heading and (not known or text.startswith("# ") or heading == known):
        return heading, True
    if known:
        return known, text.strip() == known
    return text, True


def _source(page: Page, text: str) -> bool:
    """Take ``text`` as an entry of the source list; False if it can't be one."""
    last = page.sources[-1] if page.sources else None
    if last is not None and not last.url and (found := _URL_ONLY.match(text.strip())):
        joined = parse_source(f"{last.number}. {found['url']}", last.number)
        if joined:
            title = " — ".join(filter(None, (last.publisher if last.title else "", last.title or last.publisher)))
            page.sources[-1] = type(last)(last.number, title, joined.publisher, joined.url)
        return True
    if len(text) > _MAX_SOURCE:
        return False
    source = parse_source(text, page.highest_source + 1)
    if source is None:
        return False
    page.sources.append(source)
    page.highest_source = max(page.highest_source, source.number)
    return True


def _fact(page: Page, line: str) -> bool:
    """Take a line that states a date, verdict, claim or address of the whole page; False if it is none."""
    if len(line) > _MAX_SOURCE or (page.blocks and "\n" in line):
        return False
    if (found := _CHECKED.match(line)) and (day := parse_date(found["date"])):
        page.checked_on = page.checked_on or day
    elif found := _VERDICT.match(line):
        page.verdict = page.verdict or found["verdict"].strip()
    elif found := _CLAIM.match(line):
        page.claim = page.claim or found["claim"].strip(" *_")
    elif found := _URL_LINE.match(line):
        page.url = page.url or found["url"]
    else:
        return False
    return True
