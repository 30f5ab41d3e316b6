"""Generated articles, written to a file once and read from there by every engine, as from a store."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from corpus import Article, StoreError
from corpus.codec import from_json, hash_of, to_json
from corpus.store import Change, Revision
from index.files import save_array, save_json

_ARTICLES, _HASHES, _OFFSETS = "articles.jsonl", "hashes.json", "offsets.npy"


class GeneratedStore:
    """An :class:`~corpus.store.ArticleStore` over the files in ``folder``; it can't be changed. Thread-safe."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / _ARTICLES).open("rb")
        self._hashes: dict[str, str] = json.loads((folder / _HASHES).read_text())
        self._offsets = np.load(folder / _OFFSETS)
        self._places = {article_id: n for n, article_id in enumerate(self._hashes)}

    @classmethod
    def of(cls, folder: Path, articles: Iterable[Article]) -> "GeneratedStore":
        """The store in ``folder``; ``articles`` (in the order of their ids) are written there unless it is whole."""
        if not (folder / _OFFSETS).exists():
            folder.mkdir(parents=True, exist_ok=True)
            hashes, offsets = {}, [0]
            with (folder / _ARTICLES).open("wb") as file:
                for article in articles:
                    line = to_json(article)
                    hashes[article.id] = hash_of(line)
                    offsets.append(offsets[-1] + file.write(line.encode() + b"\n"))
            save_json(folder / _HASHES, hashes)
            save_array(folder / _OFFSETS, np.array(offsets))
        return cls(folder)

    def __len__(self) -> int:
        return len(self._hashes)

    def articles(self) -> Iterator[Article]:
        return map(self._at, range(len(self)))

    def hashes(self) -> Mapping[str, str]:
        return self._hashes

    def get(self, article_id: str) -> Article | None:
        place = self._places.get(article_id)
        return None if place is None else self._at(place)

    def version(self, article_id: str, content_hash: str) -> Article | None:
        return self.get(article_id) if self._hashes.get(article_id) == content_hash else None

    def revisions(self, article_id: str) -> tuple[Revision, ...]:
        raise StoreError("A generated archive keeps no revisions.")

    def upsert(self, article: Article) -> Change:
        raise StoreError("A generated archive can't be changed.")

    def withdraw(self, article_id: str) -> bool:
        raise StoreError("A generated archive can't be changed.")

    def _at(self, place: int) -> Article:
        start, end = self._offsets[place : place + 2].tolist()
        return from_json(os.pread(self._file.fileno(), end - start, start))
