"""An address becomes articles: a page, or what a sitemap or feed lists."""

from collections import deque
from collections.abc import Iterator

from corpus.article import Article
from corpus.errors import UnreadablePage
from corpus.reading import read_bytes
from corpus.web.errors import FetchError
from corpus.web.fetching import Fetched, Fetcher
from corpus.web.listings import listed_pages, unpacked
from corpus.web.options import WebOptions

_MAX_SITEMAPS = 200


def read_address(
    address: str, options: WebOptions, *, fetcher: Fetcher | None = None
) -> Iterator[Article | UnreadablePage]:
    """The articles behind ``address``, at most ``options.max_pages``. Listed pages that fail are yielded as errors.

    Raises :class:`UnreadablePage` if ``address`` itself can't be fetched.
    """
    with fetcher or Fetcher(options) as visits:
        fetched = _fetch(visits, address)
        listing = listed_pages(unpacked(fetched.content), fetched.url)
        if listing is None:
            yield from read_bytes(fetched.content, address, url=fetched.url)
            return
        n_pages = 0
        for page in _all_pages(visits, *listing):
            if isinstance(page, UnreadablePage):
                yield page
                continue
            if n_pages == options.max_pages:
                yield UnreadablePage(
                    address, f"lists more than {n_pages} pages", place=f"from {page} on", remedy="Raise the limit."
                )
                return
            n_pages += 1
            try:
                fetched = _fetch(visits, page, may_be_kept=True)
                yield from read_bytes(fetched.content, page, url=fetched.url)
            except UnreadablePage as error:
                yield error


def _all_pages(visits: Fetcher, pages: list[str], sitemaps: list[str]) -> Iterator[str | UnreadablePage]:
    """Pages of a listing and of the sitemaps that it lists, each once; a sitemap that fails as its error."""
    seen: set[str] = set()
    waiting = deque(sitemaps)
    n_sitemaps = 0
    while True:
        for page in pages:
            if page not in seen:
                seen.add(page)
                yield page
        if not waiting or n_sitemaps == _MAX_SITEMAPS:
            return
        n_sitemaps += 1
        pages = []
        try:
            fetched = _fetch(visits, waiting.popleft())
        except UnreadablePage as error:
            yield error
            continue
        pages, further = listed_pages(unpacked(fetched.content), fetched.url) or ([], [])
        waiting.extend(further)


def _fetch(visits: Fetcher, url: str, *, may_be_kept: bool = False) -> Fetched:
    try:
        return visits.fetch(url, may_be_kept=may_be_kept)
    except FetchError as error:
        raise UnreadablePage(url, str(error), remedy=error.remedy) from error
