"""Headings and paragraphs become the text, spans and markers of an article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.article import Article, Marker, Section, SectionRole, Sentence, Source
from corpus.errors import InvalidArticle
from corpus.identity import fallback_id, from_url, publisher_of, without_prefix
from corpus.links import placed
from corpus.markers import unmark, visible
from corpus.parting import parted
from corpus.repair import repaired
from corpus.restatement import Claim
from corpus.roles import role_of

#: The longest article of the development archives has 388; without a limit, a page of a million lines takes minutes.
MAX_PARAGRAPHS = 20_000


@dataclass(slots=True)
class Block:
    """A heading and the paragraphs under it, markers still in their text."""

    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    role: SectionRole | None = None


@dataclass(slots=True)
class Page:
    """What a reader found on a page. ``sources`` hold numbers as printed.

    ``links`` are (words, URL) of inline links in text order, for pages that print no numbers; ``aliases`` maps further
    URLs of listed sources to their numbers.
    """

    title: str
    blocks: list[Block]
    id: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    language: str = "en"
    checked_on: date | None = None
    claim: str | None = None
    verdict: str | None = None
    sources: list[Source] = field(default_factory=list)
    links: Sequence[tuple[str, str]] = ()
    aliases: dict[str, int] = field(default_factory=dict)
    highest_source: int = 0
    dive_deeper: list[str] = field(default_factory=list)


def check_length(n_paragraphs: int) -> None:
    """Raise :class:`InvalidArticle` for more paragraphs than any article has."""
    if n_paragraphs > MAX_PARAGRAPHS:
        raise InvalidArticle(f"more than {MAX_PARAGRAPHS:,} paragraphs are no article")


def assemble(page: Page) -> Article:
    """The article of a page. Raises :class:`InvalidArticle` if there is no title or no text."""
    check_length(sum(len(block.paragraphs) for block in page.blocks))
    title = repaired(without_prefix(visible(page.title)))
    claim = Claim(title, page.claim)
    text: list[str] = []
    length = 0
    sections: list[Section] = []
    paragraphs: list[tuple[int, int]] = []
    markers: list[Marker] = []
    urls: dict[int, str] = {}
    linked: list[tuple[int, str, str]] = []
    for block in page.blocks:
        begin = None
        for paragraph in block.paragraphs:
            unmarked = unmark(repaired(paragraph))
            for number, url in unmarked.urls.items():
                urls.setdefault(number, url)
            gap = 2 if length else 0
            if not unmarked.text.strip():
                markers += [Marker(length, numbers) for _, numbers in unmarked.markers if length]
                continue
            text += ["\n\n" * bool(gap), unmarked.text]
            at = length + gap
            begin = at if begin is None else begin
            markers += [Marker(at + offset, numbers) for offset, numbers in unmarked.markers]
            linked += [(at + link.end, unmarked.text[link.start : link.end], link.url) for link in unmarked.links]
            length = at + len(unmarked.text)
            paragraphs.append((at, length))
        if begin is not None:
            role = block.role or role_of(block.heading)
            sections.append(Section(block.heading, role, begin, length))
    whole = "".join(text)
    sentences = tuple(
        Sentence(start, end, is_claim or claim.is_restated_by(whole[start:end]))
        for start, end, is_claim in parted(whole, paragraphs)
    )
    sources = _sources(page.sources, urls)
    if not markers:
        places = linked or placed(whole, page.links)
        markers, sources = _with_links(places, sources, page.aliases)
    return Article(
        id=page.id or (from_url(page.url) if page.url else "") or fallback_id(page.publisher, title),
        title=title,
        text=whole,
        sections=tuple(sections),
        sentences=sentences,
        markers=tuple(markers),
        sources=sources,
        url=page.url,
        publisher=page.publisher or publisher_of(page.url),
        author=page.author,
        language=page.language,
        checked_on=page.checked_on,
        claim=page.claim or None,
        verdict=page.verdict or None,
        dive_deeper=tuple(dict.fromkeys(page.dive_deeper)),
    )


def _sources(listed: Iterable[Source], urls: dict[int, str]) -> tuple[Source, ...]:
    """Listed sources, first of each number; a number that only a link explains gets that link's URL."""
    found = {source.number: source for source in reversed(list(listed))}
    for number, url in urls.items():
        found.setdefault(number, Source(number, publisher=publisher_of(url), url=url))
    return tuple(found[number] for number in sorted(found))


def _with_links(
    places: Iterable[tuple[int, str, str]], sources: tuple[Source, ...], aliases: Mapping[str, int]
) -> tuple[list[Marker], tuple[Source, ...]]:
    """Markers behind linked words, for a page that prints no numbers, and the sources they stand for.

    ``places`` are (offset behind the words, words, URL). A link to a listed source takes its number, any other the next
    free one, marked ``derived``.
    """
    number_of = {_same(url): number for url, number in aliases.items()}
    number_of |= {_same(source.url): source.number for source in reversed(sources) if source.url}
    markers: list[Marker] = []
    derived: list[Source] = []
    free = max((source.number for source in sources), default=0)
    for end, words, url in places:
        number = number_of.get(_same(url))
        if number is None:
            free += 1
            number = number_of[_same(url)] = free
            derived.append(Source(number, words, publisher_of(url), url, derived=True))
        markers.append(Marker(end, (number,)))
    return markers, (*sources, *derived)


def _same(url: str) -> str:
    """What two spellings of one address share: no scheme, "www.", fragment or closing slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url.split("#")[0].strip().rstrip('"')).rstrip("/")
