"""Sentence embeddings with sentence-transformers itself: any model that it can load."""

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError

_BATCH = 32


class TorchEncoder:
    """A sentence-transformers model, by name or folder; ``name`` overrides the encoder's name.

    Raises :class:`ModelError` if it can't be loaded."""

    def __init__(self, model: str | os.PathLike[str], *, name: str | None = None) -> None:
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(str(model))
        except (OSError, ValueError) as error:
            raise ModelError(
                f"sentence-transformers can't load {model}: {error}. Check FOOTNOTE_MODEL, or leave it unset for the"
                " model that is installed along."
            ) from error
        self._name = name or f"{Path(model).name}@{self._weights_digest()[:12]}"
        self._dimension = int(self._model.get_embedding_dimension() or 0)

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        # In chunks, so that progress can be told; sentence-transformers sorts by length within each.
        for at in range(0, len(texts), _BATCH * 16):
            chunk = list(texts[at : at + _BATCH * 16])
            vectors[at : at + len(chunk)] = self._model.encode(
                chunk, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )
            if progress is not None:
                progress(len(chunk))
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.encode([text])[0]
        return vector

    def _weights_digest(self) -> str:
        digest = hashlib.sha256()
        for key, value in sorted(self._model.state_dict().items()):
            digest.update(key.encode())
            digest.update(value.cpu().contiguous().numpy().tobytes())
        return digest.hexdigest()
