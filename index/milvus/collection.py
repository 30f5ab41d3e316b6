"""One collection: its rows, and the two rankings of them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.milvus.server import Row, Server
from index.milvus.values import joined

# The server's own limit of rows in one answer.
MAX_ROWS = 16_384
_PAGE = 5_000
_BATCH = 1_000


class Scored(NamedTuple):
    """A row's primary key, and its dot product or BM25."""

    id: str
    score: float


class Collection:
    """Thread-safe. Every method raises what :class:`~index.milvus.server.Server` raises."""

    def __init__(self, server: Server, name: str) -> None:
        self._server, self.name = server, name

    def nearest(self, vector: NDArray[np.float32], count: int, where: str) -> list[Scored]:
        """The ``count`` rows nearest in meaning, best first."""
        return self._search([vector.tolist()], "dense", {"metric_type": "IP"}, count, where)

    def matching(self, terms: Sequence[str], count: int, where: str) -> list[Scored]:
        """The ``count`` best rows by BM25, best first; only rows that hold one of ``terms``."""
        if not terms:
            return []
        return self._search([joined(terms)], "sparse", {"metric_type": "BM25"}, count, where)

    def rows(self, where: str, fields: Sequence[str]) -> list[Row]:
        """Up to 16,384 rows."""
        found = self._server.read("query", self.name, filter=where, output_fields=list(fields), limit=MAX_ROWS)
        return [dict(row) for row in found]

    def all_rows(self, where: str, fields: Sequence[str]) -> Iterator[Row]:
        """All rows, however many."""
        pages = self._server.read(
            "query_iterator", self.name, filter=where, output_fields=list(fields), batch_size=_PAGE
        )
        try:
            while page := pages.next():
                yield from page
        finally:
            pages.close()

    def count(self) -> int:
        (row,) = self._server.read("query", self.name, filter="", output_fields=["count(*)"])
        return int(row["count(*)"])

    def insert(self, rows: Sequence[Row]) -> None:
        for at in range(0, len(rows), _BATCH):
            self._server.write("insert", self.name, list(rows[at : at + _BATCH]))

    def delete(self, where: str) -> None:
        self._server.write("delete", self.name, filter=where)

    def exists(self) -> bool:
        return bool(self._server.read("has_collection", self.name))

    def drop(self) -> None:
        self._server.write("drop_collection", self.name)

    def _search(self, data: list[Any], field: str, params: dict[str, str], count: int, where: str) -> list[Scored]:
        (found,) = self._server.read(
            "search", self.name, data, anns_field=field, search_params=params, limit=min(count, MAX_ROWS), filter=where
        )
        return [Scored(hit["id"], hit["distance"]) for hit in found]
