"""Pages into the store, all or nothing where a file can't be trusted."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from corpus.article import Article
from corpus.codec import from_json, hash_of, to_json
from corpus.errors import TakenId, UnreadablePage
from corpus.files import input_files
from corpus.identity import is_same_address
from corpus.reading import read_file
from corpus.spool import spool
from corpus.sql_store import SqlStore
from corpus.store import Change
from corpus.web.options import WebOptions, is_address
from corpus.web.visiting import read_address

Found: TypeAlias = Article | UnreadablePage

#: Called with a stage ("Reading", "Storing"), how many articles are done, and how many there are (0: not known yet).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Numbers of articles by what happened to them, and the rejected ones with their reasons.

    ``withdrawn`` are those that were withdrawn before and stay so.
    """

    added: int
    updated: int
    unchanged: int
    withdrawn: int
    rejected: tuple[UnreadablePage, ...]


def ingest(
    store: SqlStore,
    paths: Sequence[str],
    *,
    on_progress: Progress | None = None,
    keep_going: bool = False,
    restore: bool = False,
    web: WebOptions | None = None,
) -> IngestReport:
    """Read ``paths`` (files, folders, globs, ``-``, addresses of pages, feeds and sitemaps) and upsert what they hold.

    Everything is read and checked before the first article is stored. A file that can't be trusted (missing, binary,
    empty, broken JSON, one id with two texts), or of which nothing can become an article, stops the whole; with
    ``keep_going`` it is rejected and the others go in. A record that can't become an article, or has the id of an
    article with another address, is rejected alone. An article that was withdrawn and has not changed since comes back
    only with ``restore``.

    Raises :class:`UnreadablePage`, and :class:`StoreError` where there is no room for what was read; the store is
    untouched then.
    """
    report = on_progress or (lambda stage, done, total: None)
    rejected: list[UnreadablePage] = []
    counts: Counter[Change | None] = Counter()
    with spool() as kept:
        total = 0
        with _inputs(paths, web) as inputs:
            for origin, found in inputs:
                begin = kept.end()
                n_read, n_rejected = 0, len(rejected)
                try:
                    for content in _checked(origin, found, rejected):
                        kept.add(f"{json.dumps(origin)}\t{content}")
                        n_read += 1
                        report("Reading", total + n_read, 0)
                    total += n_read
                except UnreadablePage as error:
                    if not keep_going:
                        raise
                    kept.cut(begin)
                    rejected[n_rejected:] = [error]
        for done, line in enumerate(kept, start=1):
            origin, _, content = line.partition("\t")
            article = from_json(content)
            try:
                counts[store.take_in(article, restore=restore)] += 1
            except TakenId as error:
                rejected.append(_rejection(error, json.loads(origin), article))
            report("Storing", done, max(total, done))
    return IngestReport(
        added=counts[Change.ADDED], updated=counts[Change.UPDATED], unchanged=counts[Change.UNCHANGED],
        withdrawn=counts[None], rejected=tuple(rejected),
    )  # fmt: skip


@contextmanager
def _inputs(paths: Sequence[str], web: WebOptions | None) -> Iterator[Iterator[tuple[str, Iterator[Found]]]]:
    """(origin, what is found there) of each file and address."""
    addresses = [path for path in paths if is_address(path)]
    with input_files([path for path in paths if not is_address(path)]) as files:
        yield chain(
            ((file.origin, read_file(file)) for file in files),
            ((address, read_address(address, web or WebOptions())) for address in addresses),
        )


def _checked(origin: str, found: Iterator[Found], rejected: list[UnreadablePage]) -> Iterator[str]:
    """The articles of one input, as JSON. Raises :class:`UnreadablePage` if it has none, or two texts under one id."""
    seen: dict[str, tuple[str, str]] = {}
    first: UnreadablePage | None = None
    for thing in found:
        if isinstance(thing, UnreadablePage):
            first = first or thing
            rejected.append(thing)
            continue
        content = to_json(thing)
        hashed = hash_of(content)
        known, url = seen.setdefault(thing.id, (hashed, thing.url))
        if known != hashed and is_same_address(url, thing.url):
            raise UnreadablePage(
                origin, f"the id {thing.id} stands twice, with different texts", remedy="Keep one of the two."
            )
        yield content
    if first is not None and not seen:
        raise first


def _rejection(error: TakenId, origin: str, article: Article) -> UnreadablePage:
    return UnreadablePage(
        origin, str(error), place=article.url,
        remedy='Give this page an "id" of its own; if it is the same article at a new address, withdraw the old first.',
    )  # fmt: skip
