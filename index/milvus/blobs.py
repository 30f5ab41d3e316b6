"""Bytes kept in a collection of texts: packed, cut into rows, and named by their SHA-256, so none is written twice."""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Sequence

from index.errors import CorruptIndex
from index.milvus.collection import Collection
from index.milvus.expressions import among
from index.milvus.server import Row
from index.milvus.values import MAX_TEXT_BYTES

# Rows in one request; the client refuses some tens of megabytes.
_ROWS = 64


class Blobs:
    """A blob's name is ``<sha256>:<rows>``."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def write(self, blobs: Iterable[bytes], there: set[str]) -> list[str]:
        """Write the ``blobs`` whose rows are not ``there`` yet; returns the name of each."""
        names, rows = [], []
        for blob in blobs:
            packed = base64.b64encode(zlib.compress(blob)).decode()
            parts = [packed[at : at + MAX_TEXT_BYTES] for at in range(0, len(packed), MAX_TEXT_BYTES)]
            names.append(f"{hashlib.sha256(blob).hexdigest()}:{len(parts)}")
            new = {key: part for key, part in zip(row_ids(names[-1]), parts, strict=True) if key not in there}
            rows += [text_row(key, part) for key, part in new.items()]
            there.update(new)
        for at in range(0, len(rows), _ROWS):
            self._collection.insert(rows[at : at + _ROWS])
        return names

    def read(self, names: Sequence[str]) -> list[bytes]:
        """The blobs of these names. Raises :class:`CorruptIndex` if one is not what was written."""
        wanted = [key for name in dict.fromkeys(names) for key in row_ids(name)]
        texts: dict[str, str] = {}
        for at in range(0, len(wanted), _ROWS):
            rows = self._collection.rows(among(wanted[at : at + _ROWS]), ["id", "content"])
            texts.update((row["id"], row["content"]) for row in rows)
        return [_unpacked(name, texts) for name in names]


def row_ids(name: str) -> list[str]:
    """Primary keys of the rows of a blob."""
    digest, _, count = name.partition(":")
    return [f"{digest}:{n}" for n in range(int(count))]


def text_row(key: str, content: str, build: int = 0) -> Row:
    """A row of the collection of generations."""
    return {"id": key, "build": build, "content": content, "nothing": [0.0, 0.0]}


def _unpacked(name: str, texts: dict[str, str]) -> bytes:
    try:
        blob = zlib.decompress(base64.b64decode("".join(texts[key] for key in row_ids(name)), validate=True))
        if hashlib.sha256(blob).hexdigest() == name.partition(":")[0]:
            return blob
        problem = "was altered"
    except (KeyError, ValueError, zlib.error):
        problem = "is missing or can't be read"
    raise CorruptIndex(f"A part of the index in Milvus {problem} ({name}). Run 'footnote index'; articles are safe.")
