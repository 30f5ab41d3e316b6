"""txtai's hybrid index with content: FAISS and its own BM25, scores joined by its default convex combination.

Its question answering pipeline needs a model from a hub; in its place, the sentences that its similarity puts nearest
to the question are quoted. Its content database refuses two searches at once, so they take turns.
"""

import threading
from collections.abc import Sequence

import harness
import numpy as np
from harness import Passage
from numpy.typing import NDArray
from txtai import Embeddings


class Txtai(harness.System):
    def build(self, passages: Sequence[Passage], model: str, folder: str, vectors: str | None) -> None:
        settings = {"hybrid": True, "content": True}
        documents = [(passage["id"], {"text": harness.index_text(passage)}) for passage in passages]
        if vectors is None:
            embeddings = Embeddings(path=model, **settings)
            embeddings.index(documents)
        else:
            given = {
                document["text"]: vector for (_, document), vector in zip(documents, np.load(vectors), strict=True)
            }

            def look_up(texts: list[str]) -> NDArray[np.float32]:
                return np.array([given[text] for text in texts])

            embeddings = Embeddings(method="external", transform=look_up, **settings)
            embeddings.index(documents)
            # Questions are embedded by the model whose vectors these are.
            del embeddings.config["transform"], embeddings.config["method"]
            embeddings.config["path"] = model
        embeddings.save(folder)

    def open(self, folder: str, model: str) -> None:
        self._embeddings = Embeddings()
        self._embeddings.load(folder)
        self._turn = threading.Lock()

    def embed(self, texts: list[str]) -> bool:
        self._embeddings.batchtransform(texts)
        return True

    def search(self, query: str, depth: int) -> list[str]:
        with self._turn:
            return [found["id"] for found in self._embeddings.search(query, depth)]

    def similarity(self, query: str, sentences: list[str]) -> list[float]:
        scores = dict(self._embeddings.similarity(query, sentences))
        return [float(scores[n]) for n in range(len(sentences))]


if __name__ == "__main__":
    harness.serve(Txtai())
