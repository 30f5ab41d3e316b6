"""Text becomes vectors: the seam, and the encoder that needs no model."""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError
from index.tokens import terms

DEFAULT_MODEL = "all-MiniLM-L6-v2"
HASH_MODEL = "hash"

Runtime = Literal["auto", "openvino", "torch"]


class Encoder(Protocol):
    """Turns texts into unit vectors whose dot product is their likeness. Deterministic and thread-safe."""

    @property
    def name(self) -> str:
        """Model and hash of its weights; an index answers only to the encoder name it was built with."""
        ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Rows of length 1, shape (n, dimension), in the order of ``texts``.

        ``progress`` is called after every batch with the number of texts that it held.
        """
        ...

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """One vector of length 1, shape (dimension,)."""
        ...


class HashEncoder:
    """Feature hashing of terms (Weinberger et al. 2009): no model, no download, the same on every machine.

    Likeness is the share of common terms, so it finds what BM25 finds; it is there for tests and for trying things out.
    """

    def __init__(self, dimension: int = 256) -> None:
        if dimension < 8:
            raise ValueError(f"a hash encoder needs 8 dimensions or more, not {dimension}")
        self._dimension = dimension

    @property
    def name(self) -> str:
        return f"{HASH_MODEL}-{self._dimension}"

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self.encode_query(text)
        if progress is not None and texts:
            progress(len(texts))
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        numbers = [_number(term) for term in sorted(set(terms(text)))]
        places = [(number >> 1) % self._dimension for number in numbers]
        signs = [1.0 if number & 1 else -1.0 for number in numbers]
        vector = np.bincount(places, signs, minlength=self._dimension).astype(np.float32)
        length = float(np.linalg.norm(vector))
        if length == 0.0:  # No term, or terms that cancel out: any fixed direction will do.
            vector[0] = 1.0
            return vector
        return vector / np.float32(length)


@lru_cache(maxsize=1 << 17)
def _number(term: str) -> int:
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=8).digest(), "big")


def load_encoder(
    model: str = DEFAULT_MODEL,
    *,
    runtime: Runtime = "auto",
    cache_directory: Path | None = None,
    threads: int | None = None,
) -> Encoder:
    """The encoder called ``model``.

    ``all-MiniLM-L6-v2`` is the one that is installed along with Footnote, ``hash`` needs no model, and anything else is
    a name or folder that sentence-transformers can load. ``runtime`` chooses what computes: OpenVINO where the model
    allows it (``auto``), or one of the two without falling back. Converted models are kept in ``cache_directory``
    (default: ``footnote`` in the user's cache folder). ``threads`` is how many CPUs OpenVINO may use (default: all).

    Raises :class:`ModelError` if the model is not there or its weights are not those expected.
    """
    if model == HASH_MODEL:
        return HashEncoder()
    # The runtimes take seconds to import; nothing else in this package needs them.
    from index.model_files import locate
    from index.openvino_encoder import OpenVinoEncoder, UnsupportedModel

    files = locate(model)
    if files is not None and runtime != "torch":
        try:
            return OpenVinoEncoder(files, cache_directory=cache_directory, threads=threads)
        except UnsupportedModel as error:
            if runtime == "openvino":
                raise ModelError(f"{error} Set the runtime to 'auto' or 'torch'.") from error
    elif runtime == "openvino":
        raise ModelError(f"OpenVINO needs the model as a folder; {model!r} is none. Give its path, or use 'torch'.")
    from index.torch_encoder import TorchEncoder

    return TorchEncoder(model) if files is None else TorchEncoder(files.directory, name=files.encoder_name)
