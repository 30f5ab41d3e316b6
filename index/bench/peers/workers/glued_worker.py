"""What a weekend gives: rank-bm25 and a flat FAISS index over the same passages, ranks summed."""

import json
import pickle
import re
from collections.abc import Sequence
from pathlib import Path

import faiss
import harness
import numpy as np
from harness import Passage
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

_WORD = re.compile(r"\w+")


class Glued(harness.System):
    def build(self, passages: Sequence[Passage], model: str, folder: str, vectors: str | None) -> None:
        home = Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        texts = [harness.index_text(passage) for passage in passages]
        bm25 = BM25Okapi([_words(text) for text in texts])
        self._load_model(model)
        embedded = np.load(vectors) if vectors else self._encode(texts)
        dense = faiss.IndexFlatIP(embedded.shape[1])
        dense.add(embedded)
        faiss.write_index(dense, str(home / "dense.faiss"))
        with (home / "bm25.pickle").open("wb") as file:
            pickle.dump(bm25, file)
        (home / "ids.json").write_text(json.dumps([passage["id"] for passage in passages]))

    def open(self, folder: str, model: str) -> None:
        home = Path(folder)
        self._load_model(model)
        self._dense = faiss.read_index(str(home / "dense.faiss"))
        with (home / "bm25.pickle").open("rb") as file:
            self._bm25 = pickle.load(file)
        self._ids = json.loads((home / "ids.json").read_text())

    def embed(self, texts: list[str]) -> bool:
        self._encode(texts)
        return True

    def search(self, query: str, depth: int) -> list[str]:
        by_words = np.argsort(-self._bm25.get_scores(_words(query)))[:depth]
        _, by_meaning = self._dense.search(self._encode([query]), depth)
        scores: dict[int, float] = {}
        # Reciprocal rank fusion (Cormack et al. 2009) with its usual constant.
        for ranking in (by_words, by_meaning[0][by_meaning[0] >= 0]):
            for rank, row in enumerate(ranking.tolist(), start=1):
                scores[row] = scores.get(row, 0.0) + 1 / (60 + rank)
        return [self._ids[row] for row in sorted(scores, key=lambda row: -scores[row])[:depth]]

    def similarity(self, query: str, sentences: list[str]) -> list[float]:
        return (self._encode(sentences) @ self._encode([query])[0]).tolist()

    def _load_model(self, model: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(model, device="cpu")

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        return self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


if __name__ == "__main__":
    harness.serve(Glued())
