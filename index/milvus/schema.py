"""The collections of an index, and their fields.

::

    <prefix>_generations          small texts by key: see :mod:`index.milvus.generations`
    <prefix>_<space>_passages     one row a passage and revision
    <prefix>_<space>_articles     one row an article and revision: its title and claim by meaning, all of it by words

A space belongs to one model and one format: another model fills a space of its own while the old one goes on serving.
"""

import hashlib
import re
from typing import Any

from index.encoder import Encoder
from index.lexical import K1, B
from index.manifest import FORMAT as INDEX_FORMAT
from index.milvus.collection import Collection
from index.milvus.server import Server
from index.milvus.values import MAX_LABEL_BYTES, MAX_TEXT_BYTES

#: Raised whenever fields or their meaning change. Cutting and words are part of the embedded engine's format.
FORMAT = f"{INDEX_FORMAT}.1"

_Indexes = dict[str, dict[str, Any]]


def space_of(encoder: Encoder) -> str:
    return hashlib.sha256(f"{FORMAT} {encoder.name} {encoder.dimension}".encode()).hexdigest()[:8]


class Schema:
    """Names and makes the collections whose names begin with ``prefix``."""

    def __init__(self, server: Server, prefix: str) -> None:
        self._server, self._prefix = server, prefix

    @property
    def generations(self) -> Collection:
        return Collection(self._server, f"{self._prefix}_generations")

    def passages(self, space: str) -> Collection:
        return Collection(self._server, f"{self._prefix}_{space}_passages")

    def articles(self, space: str) -> Collection:
        return Collection(self._server, f"{self._prefix}_{space}_articles")

    def make_generations(self) -> None:
        """Make the collection of generations unless it is there."""
        from pymilvus import DataType

        schema = self._server.schema()
        schema.add_field("id", DataType.VARCHAR, is_primary=True, max_length=200)
        schema.add_field("build", DataType.INT64)
        schema.add_field("content", DataType.VARCHAR, max_length=MAX_TEXT_BYTES)
        # The server refuses a collection without vectors.
        schema.add_field("nothing", DataType.FLOAT_VECTOR, dim=2)
        self._make(self.generations, schema, {"nothing": {"index_type": "AUTOINDEX", "metric_type": "IP"}})

    def make_space(self, space: str, dimension: int) -> None:
        """Make the collections of passages and articles unless they are there."""
        for collection in (self.passages(space), self.articles(space)):
            self._make(collection, *self._fields(dimension))

    def other_spaces(self, kept: frozenset[str]) -> list[Collection]:
        """Collections of passages and articles of other spaces than those ``kept``."""
        ours = re.compile(rf"{re.escape(self._prefix)}_([0-9a-f]{{8}})_(?:passages|articles)")
        found = [(name, ours.fullmatch(name)) for name in self._server.read("list_collections")]
        return [Collection(self._server, name) for name, match in found if match and match[1] not in kept]

    def _fields(self, dimension: int) -> tuple[Any, _Indexes]:
        from pymilvus import DataType, Function, FunctionType

        schema = self._server.schema()
        schema.add_field("id", DataType.VARCHAR, is_primary=True, max_length=MAX_TEXT_BYTES)
        schema.add_field("article_id", DataType.VARCHAR, max_length=MAX_TEXT_BYTES)
        schema.add_field("rev", DataType.INT64)
        schema.add_field("checked_on", DataType.INT64)
        for name in ("publisher", "verdict", "lang"):
            schema.add_field(name, DataType.VARCHAR, max_length=MAX_LABEL_BYTES)
        # Words come folded and stemmed from index.tokens; all that is left to do is to part them.
        schema.add_field(
            "text", DataType.VARCHAR, max_length=MAX_TEXT_BYTES, enable_analyzer=True,
            analyzer_params={"tokenizer": "whitespace"},
        )  # fmt: skip
        schema.add_field("dense", DataType.FLOAT_VECTOR, dim=dimension)
        schema.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)
        schema.add_function(
            Function(name="bm25", function_type=FunctionType.BM25, input_field_names=["text"],
                     output_field_names=["sparse"])
        )  # fmt: skip
        # Vectors have length 1, so the inner product is the cosine.
        return schema, {
            "dense": {"index_type": "AUTOINDEX", "metric_type": "IP"},
            "sparse": {
                "index_type": "SPARSE_INVERTED_INDEX", "metric_type": "BM25", "params": {"bm25_k1": K1, "bm25_b": B}
            },
        }  # fmt: skip

    def _make(self, collection: Collection, schema: Any, indexes: _Indexes) -> None:
        """Each step by itself, for the one who made it half may have died since."""
        name = collection.name
        if not collection.exists():
            self._server.write("create_collection", name, schema=schema, consistency_level="Strong")
        there = self._server.read("list_indexes", name)
        for field in indexes.keys() - set(there):
            wanted = self._server.index_params()
            wanted.add_index(field, index_name=field, **indexes[field])
            self._server.write("create_index", name, wanted, sync=False)
        self._server.write("load_collection", name)
