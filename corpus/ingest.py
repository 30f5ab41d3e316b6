"""Pages into the store, all or nothing where a file can't be trusted."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from corpus.article import Article
from corpus.codec import content_hash, from_json, to_json
from corpus.errors import UnreadablePage
from corpus.reading import files_of, read_file
from corpus.sql_store import SqlStore
from corpus.store import Change

_BATCH = 200

#: Called with a stage ("Reading", "Storing"), how many articles are done, and how many there are (0: not known yet).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Numbers of articles by what happened to them, and the rejected ones with their reasons."""

    added: int
    updated: int
    unchanged: int
    rejected: tuple[UnreadablePage, ...]


def ingest(
    store: SqlStore, paths: Sequence[str], *, on_progress: Progress | None = None, keep_going: bool = False
) -> IngestReport:
    """Read ``paths`` and upsert what they hold.

    Everything is read and checked before the first article is stored. A file that can't be trusted (missing, binary,
    empty, broken JSON, one id with two texts), or of which nothing can become an article, stops the whole; with
    ``keep_going`` it is rejected and the others go in. A record that can't become an article is rejected alone.

    Raises :class:`UnreadablePage`; the store is untouched then.
    """
    report = on_progress or (lambda stage, done, total: None)
    rejected: list[UnreadablePage] = []
    counts = dict.fromkeys(Change, 0)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as spool:
        total = 0
        for file in files_of(paths):
            begin = spool.tell()
            try:
                for article in _checked(file, rejected):
                    spool.write(to_json(article) + "\n")
                    total += 1
                    report("Reading", total, 0)
            except UnreadablePage as error:
                if not keep_going:
                    raise
                spool.seek(begin)
                spool.truncate()
                rejected.append(error)
        spool.seek(0)
        done = 0
        for batch in _batches(spool):
            for change in store.upsert_all(batch):
                counts[change] += 1
            done += len(batch)
            report("Storing", done, max(total, done))
    return IngestReport(counts[Change.ADDED], counts[Change.UPDATED], counts[Change.UNCHANGED], tuple(rejected))


def _checked(file: Path, rejected: list[UnreadablePage]) -> Iterator[Article]:
    """The articles of one file. Raises :class:`UnreadablePage` if it has none, or two texts under one id."""
    hashes: dict[str, str] = {}
    first: UnreadablePage | None = None
    for found in read_file(file):
        if isinstance(found, UnreadablePage):
            first = first or found
            rejected.append(found)
            continue
        known = hashes.setdefault(found.id, hashed := content_hash(found))
        if known != hashed:
            raise UnreadablePage(
                str(file), f"the id {found.id} stands twice, with different texts", remedy="Keep one of the two."
            )
        yield found
    if first is not None and not hashes:
        rejected.remove(first)
        raise first


def _batches(spool: IO[str]) -> Iterator[list[Article]]:
    while lines := list(islice(spool, _BATCH)):
        yield [from_json(line) for line in lines]
