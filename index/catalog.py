"""The generation's articles and passages on disk: columns to filter and sort by, and the articles themselves.

Articles lie in one memory-mapped file and become objects only when they are asked for.
"""

import hashlib
import mmap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Article, SectionRole
from corpus.codec import from_json
from index.engine import Filters
from index.files import read_json, save_array, save_json
from index.passage import Passage

_ROLES = tuple(SectionRole)
_NO_DATE = np.iinfo(np.int32).min
_PASSAGE = np.dtype(
    [
        ("article", "<i4"),
        ("n", "<i4"),
        ("heading", "<i4"),
        ("role", "<i1"),
        ("first", "<i4"),
        ("last", "<i4"),
        ("start", "<i4"),
        ("end", "<i4"),
    ]
)
# Parsed articles kept at hand; one is about 50 kB.
_PARSED = 2048


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, its passages, and the line of JSON (see :mod:`corpus.codec`) that it is written as."""

    article: Article
    passages: Sequence[Passage]
    line: bytes


def write(entries: Iterable[Entry], directory: Path) -> None:
    """Write ``articles.jsonl``, ``offsets.npy``, ``passages.npy`` and ``catalog.json``."""
    columns: dict[str, list[str | int]] = {name: [] for name in ("id", "publisher", "verdict", "language", "day")}
    headings: dict[str, int] = {}
    offsets = [0]
    rows = []
    with (directory / "articles.jsonl").open("wb") as file:
        for n, entry in enumerate(entries):
            article = entry.article
            offsets.append(offsets[-1] + file.write(entry.line + b"\n"))
            columns["id"].append(article.id)
            columns["publisher"].append(article.publisher)
            columns["verdict"].append(article.verdict or "")
            columns["language"].append(article.language)
            columns["day"].append(article.checked_on.toordinal() if article.checked_on else int(_NO_DATE))
            for k, p in enumerate(entry.passages):
                heading = headings.setdefault(p.heading, len(headings))
                rows.append((n, k, heading, _ROLES.index(p.role), p.first, p.last, p.start, p.end))
    save_array(directory / "offsets.npy", np.array(offsets, dtype=np.int64))
    save_array(directory / "passages.npy", np.array(rows, dtype=_PASSAGE))
    save_json(directory / "catalog.json", {"articles": columns, "headings": list(headings)})


class Catalog:
    """What :func:`write` wrote. Articles and passages have positions from 0, in the order they were written."""

    def __init__(self, directory: Path) -> None:
        values = read_json(directory / "catalog.json")
        columns = values["articles"]
        self.ids: list[str] = columns["id"]
        self.publishers: list[str] = columns["publisher"]
        self.verdicts: list[str] = columns["verdict"]
        self._languages: list[str] = columns["language"]
        self.days: NDArray[np.int32] = np.array(columns["day"], dtype=np.int32)
        self._headings: list[str] = values["headings"]
        #: Position of each article by its id.
        self.positions = {article_id: n for n, article_id in enumerate(self.ids)}
        self._offsets = np.load(directory / "offsets.npy")
        self._rows = np.load(directory / "passages.npy")
        #: Position of each passage's article, shape (passages,).
        self.article_of: NDArray[np.int32] = np.ascontiguousarray(self._rows["article"])
        #: Position of each article's first passage, and one past the last, shape (articles + 1,).
        self.first_passage: NDArray[np.int64] = np.searchsorted(self.article_of, np.arange(len(self.ids) + 1))
        self._bytes = _mapped(directory / "articles.jsonl")
        self.article_at = lru_cache(maxsize=_PARSED)(self._parse)

    def _parse(self, position: int) -> Article:
        return from_json(self._bytes[self._offsets[position] : self._offsets[position + 1]])

    def unlike(self, hashes: Mapping[str, str]) -> frozenset[str]:
        """Ids of the articles whose content hash (:func:`corpus.codec.content_hash`) isn't the one in ``hashes``."""
        lines = (self._bytes[start : end - 1] for start, end in zip(self._offsets[:-1], self._offsets[1:], strict=True))
        return frozenset(
            article_id
            for article_id, line in zip(self.ids, lines, strict=True)
            if hashes.get(article_id) != hashlib.sha256(line).hexdigest()
        )

    def position(self, article_id: str) -> int | None:
        return self.positions.get(article_id)

    def article(self, article_id: str) -> Article | None:
        position = self.positions.get(article_id)
        return None if position is None else self.article_at(position)

    def passage_at(self, row: int) -> Passage:
        article, n, heading, role, first, last, start, end = self._rows[row].tolist()
        article_id = self.ids[article]
        return Passage(f"{article_id}#{n}", article_id, self._headings[heading], _ROLES[role], first, last, start, end)

    def row_of(self, passage_id: str) -> int | None:
        """Position of a passage, ``None`` if there is none of that id."""
        article_id, _, number = passage_id.rpartition("#")
        position = self.positions.get(article_id)
        if position is None or not number.isdecimal():
            return None
        row = int(self.first_passage[position]) + int(number)
        return row if row < self.first_passage[position + 1] else None

    def rows_of(self, article_id: str) -> range:
        """Positions of an article's passages, in document order; empty for an unknown article."""
        position = self.positions.get(article_id)
        if position is None:
            return range(0)
        return range(int(self.first_passage[position]), int(self.first_passage[position + 1]))

    def allowed(self, filters: Filters | None) -> NDArray[np.bool_] | None:
        """Which articles pass ``filters``, shape (articles,); ``None`` if all do. Undated ones fail a date range."""
        if filters is None or filters == Filters():
            return None
        mask = np.ones(len(self.ids), dtype=bool)
        if filters.article_ids:
            mask[:] = False
            mask[[self.positions[i] for i in filters.article_ids if i in self.positions]] = True
        mask[[self.positions[i] for i in filters.excluded_ids if i in self.positions]] = False
        if filters.publishers:
            mask &= np.fromiter((p in filters.publishers for p in self.publishers), bool, len(self.ids))
        if filters.verdicts:
            mask &= np.fromiter((v in filters.verdicts for v in self.verdicts), bool, len(self.ids))
        if filters.language is not None:
            mask &= np.fromiter((one == filters.language for one in self._languages), bool, len(self.ids))
        if filters.date_from is not None:
            mask &= self.days >= filters.date_from.toordinal()
        if filters.date_to is not None:
            mask &= (self.days <= filters.date_to.toordinal()) & (self.days != _NO_DATE)
        return mask


def _mapped(path: Path) -> mmap.mmap | bytes:
    if path.stat().st_size == 0:
        return b""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
