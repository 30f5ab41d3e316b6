"""HTML pages of any publisher."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from corpus.article import Article
from corpus.assembling import Block, Page, assemble
from corpus.composing import Line, compose
from corpus.dates import parse_date
from corpus.errors import InvalidArticle, UnreadablePage
from corpus.headings import BULLET
from corpus.identity import publisher_of, without_prefix
from corpus.readers.claim_review import Stated, stated_by
from corpus.readers.html_body import body_lines
from corpus.readers.html_lists import sources_of, take_questions, take_sources
from corpus.readers.html_tree import Element, elements, first, meta, n_elements, parse, text_of
from corpus.readers.html_walk import lines_of
from corpus.readers.publishers import Family, family_of

_CHECKED = re.compile(r"^\W*(?:fact[- ])?checked\s+on\s*:?\s*(?P<date>.{6,30})$", re.IGNORECASE)
# The largest of the 216 development pages has 1,574.
_MAX_ELEMENTS = 12_000
_MAX_LABEL_WORDS = 3
_SUFFIX = re.compile(r"\s+[|–—·»-]\s+(?P<site>[^|–—·»]{2,40})$")


def read_html_page(source: str, origin: str, *, url: str = "") -> Iterator[Article | UnreadablePage]:
    """The one article of a page. ``url`` is where it was fetched; the page's own canonical address wins."""
    root = parse(source)
    if root is None:
        yield UnreadablePage(origin, "the HTML holds no element", remedy="Save the page again.")
        return
    if n_elements(root) > _MAX_ELEMENTS:
        yield UnreadablePage(
            origin, f"a page of more than {_MAX_ELEMENTS:,} elements is no article", remedy="Save the article alone."
        )
        return
    try:
        yield assemble(_page(root, source, url))
    except InvalidArticle as error:
        yield UnreadablePage(
            origin, str(error), remedy="Is this a fact-check page, saved whole and not before its scripts ran?"
        )


def _page(root: Element, source: str, url: str) -> Page:
    stated = stated_by(root, source)
    family = family_of(root)
    address = _address(root, stated, url)
    sources, aliases = sources_of(take_sources(root), address)
    page = Page(title="", blocks=[], url=address, sources=sources, aliases=aliases, dive_deeper=take_questions(root))
    page.language = (root.get("lang") or "en").split("-")[0].lower() or "en"
    page.publisher = family.publisher if family else stated.publisher or meta(root, "og:site_name")
    page.claim = (first(root, family.claim) if family else "") or stated.claim or None
    page.verdict = (first(root, family.verdict) if family else "") or stated.verdict or None
    page.checked_on = _date(root, source, stated, family)
    page.author = (first(root, family.author) if family else "") or _author(root, stated)
    title = (first(root, family.title) if family else "") or _title(root, stated)
    lines = list(_family_lines(root, family, address) if family else body_lines(root, address))
    if family:
        page.blocks += _summary(root, family, address)
    compose(page, _without_title(lines, title), stated_title=title)
    if not page.publisher:
        page.publisher = publisher_of(address)
    return page


def _summary(root: Element, family: Family, url: str) -> Iterator[Block]:
    for summary in elements(root, family.summary)[:1]:
        yield Block(family.summary_heading, [BULLET.sub("", line.text) for line in lines_of(summary, url)])


def _family_lines(root: Element, family: Family, url: str) -> Iterator[Line]:
    for body in elements(root, family.body):
        for element in elements(body, family.dropped):
            element.drop_tree()
        yield from lines_of(body, url)


def _without_title(lines: list[Line], title: str) -> list[Line]:
    """``lines`` without those that only repeat the title."""
    known = _key(title)
    return [line for line in lines if not (known and line.is_heading is not False and _key(line.text) == known)]


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", without_prefix(title).lower()))


def _address(root: Element, stated: Stated, url: str) -> str:
    """The page's canonical address, else the one it was fetched from."""
    canonical = first(root, '//link[@rel="canonical"]/@href') or meta(root, "og:url")
    return next((found for found in (canonical, url, stated.url) if found.startswith(("http://", "https://"))), "")


def _title(root: Element, stated: Stated) -> str:
    """The headline: the only ``h1``, else what the page's metadata calls it without the site's name."""
    told = meta(root, "og:title") or first(root, "//title")
    title, site = _without_site(root, stated.title or told)
    headings = [text for h1 in root.iter("h1") if (text := text_of(h1))]
    if len(headings) > 1:
        headings = [text for text in headings if _key(text) and _key(text) in _key(told or stated.title)]
    elif headings and title and _is_label(headings[0], title, (site, stated.publisher)):
        headings = []
    return headings[0] if len(headings) == 1 else title


def _without_site(root: Element, title: str) -> tuple[str, str]:
    """(``title`` without the site's name behind it, that name)."""
    site = meta(root, "og:site_name")
    found = _SUFFIX.search(title)
    if found and (not site or _key(found["site"]) in (_key(site), _key(publisher_of(meta(root, "og:url"))))):
        return title[: found.start()], site or found["site"]
    return title, site


def _is_label(heading: str, title: str, sites: Iterable[str]) -> bool:
    """Whether ``heading`` is the site's name, or a section's: short, and with nothing of the longer ``title`` in it."""
    words, told = _key(heading).split(), _key(title).split()
    if words == told:
        return False
    is_short = len(words) <= _MAX_LABEL_WORDS and len(words) < len(told)
    return _key(heading) in map(_key, sites) or (is_short and not set(words) & set(told))


def _author(root: Element, stated: Stated) -> str:
    from trafilatura.metadata import extract_author

    return stated.author or meta(root, "author") or " ".join((extract_author(root) or "").split())


def _date(root: Element, source: str, stated: Stated, family: Family | None) -> date | None:
    """The day of the check: as printed ("Checked on"), of the review, of the article, else as htmldate finds it."""
    if family and (printed := parse_date(first(root, family.date))):
        return printed
    for element in root.iter("p", "div", "span", "time", "em", "small"):
        found = _CHECKED.match(" ".join((element.text or "").split()))
        if found and (day := parse_date(found["date"])):
            return day
    day = stated.reviewed or stated.published or parse_date(meta(root, "article:published_time"))
    return day or _searched_date(root)


def _searched_date(root: Element) -> date | None:
    from htmldate import find_date

    found: Any = find_date(root, original_date=True, extensive_search=False)
    return parse_date(found) if isinstance(found, str) else None
