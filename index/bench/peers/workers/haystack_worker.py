"""Haystack's hybrid retrieval in memory: BM25 and embedding retrievers joined by reciprocal rank fusion.

Its extractive reader needs a question answering model from a hub; in its place, the sentences nearest to the question
by Haystack's own embedders are quoted.
"""

from collections.abc import Sequence
from pathlib import Path

import harness
import numpy as np
from harness import Passage
from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

_STORE = "documents.json"


class Haystack(harness.System):
    def build(self, passages: Sequence[Passage], model: str, folder: str, vectors: str | None) -> None:
        given = np.load(vectors) if vectors else [None] * len(passages)
        documents = [
            Document(
                id=passage["id"],
                content=harness.index_text(passage),
                meta={"article_id": passage["article_id"]},
                embedding=None if vector is None else vector.tolist(),
            )
            for passage, vector in zip(passages, given, strict=True)
        ]
        if not vectors:
            documents = self._document_embedder(model).run(documents)["documents"]
        store = InMemoryDocumentStore()
        store.write_documents(documents)
        Path(folder).mkdir(parents=True, exist_ok=True)
        store.save_to_disk(str(Path(folder) / _STORE))

    def open(self, folder: str, model: str) -> None:
        store = InMemoryDocumentStore.load_from_disk(str(Path(folder) / _STORE))
        self._text_embedder = SentenceTransformersTextEmbedder(
            model=model, normalize_embeddings=True, progress_bar=False, local_files_only=True
        )
        self._sentence_embedder = self._document_embedder(model)
        self._pipeline = Pipeline()
        self._pipeline.add_component("text_embedder", self._text_embedder)
        self._pipeline.add_component("embedding", InMemoryEmbeddingRetriever(store))
        self._pipeline.add_component("bm25", InMemoryBM25Retriever(store))
        self._pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
        self._pipeline.connect("text_embedder.embedding", "embedding.query_embedding")
        self._pipeline.connect("embedding", "joiner")
        self._pipeline.connect("bm25", "joiner")
        self._pipeline.warm_up()

    def embed(self, texts: list[str]) -> bool:
        self._sentence_embedder.run([Document(content=text) for text in texts])
        return True

    def search(self, query: str, depth: int) -> list[str]:
        found = self._pipeline.run(
            {
                "text_embedder": {"text": query},
                "embedding": {"top_k": depth},
                "bm25": {"query": query, "top_k": depth},
                "joiner": {"top_k": depth},
            }
        )
        return [document.id for document in found["joiner"]["documents"]]

    def similarity(self, query: str, sentences: list[str]) -> list[float]:
        documents = self._sentence_embedder.run([Document(content=text) for text in sentences])["documents"]
        return (np.array([d.embedding for d in documents]) @ self._text_embedder.run(query)["embedding"]).tolist()

    def _document_embedder(self, model: str) -> SentenceTransformersDocumentEmbedder:
        embedder = SentenceTransformersDocumentEmbedder(
            model=model, normalize_embeddings=True, progress_bar=False, local_files_only=True
        )
        embedder.warm_up()
        return embedder


if __name__ == "__main__":
    harness.serve(Haystack())
