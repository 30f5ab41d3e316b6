"""Generations in Milvus: a pointer row a build, whose manifest names everything else it is made of.

A pointer is inserted, never replaced: readers take the one of the latest build, so they see the old generation or the
new one. Rows and texts of generations that were replaced are kept for a while, for readers who have them loaded.
"""

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from index.errors import CorruptIndex, IndexMismatch, NoIndex, SearchUnavailable
from index.milvus.blobs import Blobs, row_ids, text_row
from index.milvus.collection import Collection
from index.milvus.contents import Contents, from_bytes
from index.milvus.expressions import among
from index.milvus.schema import FORMAT

# Longer than a question may take, and than a replica needs to load the next generation.
GRACE_S = 30.0
# Replicas are given another model one by one, by hand or by a rolling update.
_SPACE_GRACE_S = 3600.0
_VISIBLE_S = 10.0


@dataclass(frozen=True, slots=True)
class Pointer:
    """``manifest`` is the name of a blob, ``published`` seconds since 1970."""

    build: int
    generation: str
    space: str
    manifest: str
    published: float
    format: str = FORMAT


@dataclass(frozen=True, slots=True)
class Stale:
    """Articles (``None``: all) whose rows from before build ``revision`` are shown no more since it was published."""

    revision: int
    published: float
    article_ids: list[str] | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """``buckets`` (by number) and ``words`` are names of blobs. ``stale`` rows may still be there."""

    encoder: str
    dimension: int
    content: str
    created: str
    words: str
    buckets: dict[str, str]
    stale: list[Stale] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, blob: bytes) -> "Manifest":
        values = json.loads(blob)
        return cls(**{**values, "stale": [Stale(**one) for one in values["stale"]]})

    @property
    def blobs(self) -> list[str]:
        return [self.words, *self.buckets.values()]


@dataclass(frozen=True, slots=True)
class Generation:
    """All that a reader of a generation holds. ``words`` are those that spelling is checked against."""

    pointer: Pointer
    manifest: Manifest
    contents: Contents
    words: Mapping[str, int]


class Generations:
    """The generations in one collection. Remembers the texts it read last: the next generation shares most of them."""

    def __init__(self, collection: Collection) -> None:
        self._collection, self._blobs = collection, Blobs(collection)
        self._read: dict[str, Any] = {}

    def pointers(self) -> list[Pointer]:
        """Latest build first, of whatever format."""
        rows = self._collection.rows("build > 0", ["build", "content"])
        found = []
        for row in rows:
            values = json.loads(row["content"])
            found.append(Pointer(**{one.name: values[one.name] for one in fields(Pointer)}))
        return sorted(found, key=lambda pointer: -pointer.build)

    def latest(self) -> Pointer:
        """Raises :class:`NoIndex` if nothing was built yet, :class:`IndexMismatch` if another format was."""
        pointers = self.pointers()
        if not pointers:
            raise NoIndex("There is no index in Milvus yet. Run 'footnote index' first.")
        if pointers[0].format != FORMAT:
            raise IndexMismatch(
                f"The index in Milvus has format {pointers[0].format}, this version reads {FORMAT}."
                " Run 'footnote index'."
            )
        return pointers[0]

    def load(self, pointer: Pointer) -> Generation:
        """Raises :class:`CorruptIndex` if a part of it is missing."""
        try:
            manifest = self.manifest(pointer)
            texts = {name: self._read[name] for name in manifest.blobs if name in self._read}
            missing = [name for name in manifest.blobs if name not in texts]
            for name, blob in zip(missing, self._blobs.read(missing), strict=True):
                texts[name] = json.loads(blob) if name == manifest.words else from_bytes(blob)
        except (ValueError, TypeError, KeyError) as error:
            raise CorruptIndex(f"Generation {pointer.generation} in Milvus can't be read: {error!r}.") from error
        self._read = texts
        entries = {i: entry for name in manifest.buckets.values() for i, entry in texts[name].items()}
        return Generation(pointer, manifest, Contents(entries), texts[manifest.words])

    def manifest(self, pointer: Pointer) -> Manifest:
        return Manifest.from_bytes(*self._blobs.read([pointer.manifest]))

    def write(self, blobs: list[bytes], kept: list[Pointer]) -> list[str]:
        """Write texts that the ``kept`` generations don't share; returns their names, in order."""
        return self._blobs.write(blobs, self._rows_of(kept))

    def publish(self, pointer: Pointer) -> None:
        """Make a generation, of which all else is written, the one to serve; readers see it when this returns.

        Raises :class:`SearchUnavailable` if the server takes it but does not show it.
        """
        content = json.dumps(asdict(pointer))
        self._collection.insert([text_row(f"build:{pointer.build}", content, pointer.build)])
        # The local server may show a row only some milliseconds after it has acknowledged it.
        limit = time.monotonic() + _VISIBLE_S
        while pointer not in self.pointers():
            if time.monotonic() > limit:
                raise SearchUnavailable(f"Milvus did not show generation {pointer.generation} in {_VISIBLE_S:.0f} s.")
            time.sleep(0.001)

    def forget(self, kept: list[Pointer]) -> None:
        """Remove all that the ``kept`` generations don't need, also what killed builds left. Only for a builder."""
        needed = self._rows_of(kept) | {f"build:{pointer.build}" for pointer in kept}
        unneeded = [row["id"] for row in self._collection.all_rows("build >= 0", ["id"]) if row["id"] not in needed]
        for at in range(0, len(unneeded), 1000):
            self._collection.delete(among(unneeded[at : at + 1000]))

    def _rows_of(self, pointers: list[Pointer]) -> set[str]:
        """Rows of the texts of generations. Those of another format, or of a damaged one, can't be known."""
        found: set[str] = set()
        for pointer in pointers:
            found.update(row_ids(pointer.manifest))
            if pointer.format == FORMAT:
                with suppress(CorruptIndex):
                    found.update(key for name in self.manifest(pointer).blobs for key in row_ids(name))
        return found


def in_use(pointers: list[Pointer], grace_s: float) -> list[Pointer]:
    """The latest generation (they come latest first), and those that readers may have loaded though it was replaced."""
    kept = []
    for n, pointer in enumerate(pointers):
        age_s = time.time() - pointers[n - 1].published
        is_last_of_space = all(one.space != pointer.space for one in pointers[:n])
        if n == 0 or age_s < (_SPACE_GRACE_S if is_last_of_space else grace_s):
            kept.append(pointer)
    return kept
