"""The selector's weights: one safetensors file, checked before use.

Matrices are in 8 bits with a scale a row (``<name>.scale``), everything else in half precision. ``<layer>.range`` holds
the range of a layer's input over the training passages, for computing in 8 bits, after its channels were divided by
``<layer>.factor``; the layer's matrix is multiplied by it. Query, key and value go by those of the query.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from qa.errors import SelectorError

LARGE_FILE = Path(__file__).parent / "model" / "selector.safetensors"
SMALL_FILE = LARGE_FILE.with_name("small.safetensors")


@dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's dimensions; ``epsilon`` is of its layer norms. ``buckets`` are those of relative positions, of an
    encoder that has them (MPNet); one that has none is a BERT.
    """

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    vocabulary: int
    epsilon: float
    buckets: int = 0


@dataclass(frozen=True, slots=True)
class Quantized:
    """A matrix in 8 bits: row ``r`` is ``values[r] * scales[r]``."""

    values: NDArray[np.int8]
    scales: NDArray[np.float32]

    @classmethod
    def of(cls, matrix: NDArray[np.float32]) -> "Quantized":
        """Symmetric, by the largest entry of each row."""
        scales = np.maximum(np.abs(matrix).max(axis=1), 1e-8).astype(np.float32) / 127
        return cls(np.round(matrix / scales[:, None]).astype(np.int8), scales)

    def array(self) -> NDArray[np.float32]:
        return self.values.astype(np.float32) * self.scales[:, None]


@dataclass(frozen=True)
class Weights:
    """A network's tensors by name, the encoder's shape, and the SHA-256 of the file they are kept in."""

    shape: Shape
    tensors: Mapping[str, NDArray[np.generic]]
    sha256: str = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the parameters, as in the network's state."""
        return tuple(sorted(name for name in self.tensors if not name.endswith((".scale", ".range", ".factor"))))

    def quantized(self, name: str) -> Quantized | None:
        """Matrix ``name`` in 8 bits, or ``None`` if it isn't kept so."""
        scales = self.tensors.get(f"{name}.scale")
        if scales is None:
            return None
        return Quantized(self.tensors[name].astype(np.int8, copy=False), scales.astype(np.float32))

    def array(self, name: str) -> NDArray[np.float32]:
        """Parameter ``name`` in single precision."""
        found = self.quantized(name)
        if found is None:
            return self.tensors[name].astype(np.float32)
        factor = self.input_factor(shared_input(name.removesuffix(".weight")))
        return found.array() if factor is None else found.array() / factor

    def input_range(self, layer: str) -> tuple[np.float32, np.float32] | None:
        """Lowest and highest input of ``layer``, or ``None`` if it is to be computed in full precision."""
        found = self.tensors.get(f"{layer}.range")
        return None if found is None else (np.float32(found[0]), np.float32(found[1]))

    def input_factor(self, layer: str) -> NDArray[np.float32] | None:
        """What the channels of ``layer``'s input are divided by, or ``None`` if by nothing."""
        found = self.tensors.get(f"{layer}.factor")
        return None if found is None else found.astype(np.float32)

    def save(self, path: Path, **metadata: str) -> str:
        """Write the file and, beside it, its SHA-256 in ``<name>.sha256``; returns the digest."""
        data = save_tensors(dict(self.tensors), {"shape": json.dumps(asdict(self.shape)), **metadata})
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        path.with_suffix(".sha256").write_text(f"{digest}  {path.name}\n")
        return digest

    @classmethod
    def load(cls, path: Path = LARGE_FILE) -> "Weights":
        """Read and check a file; raises :class:`SelectorError` if it is missing, damaged or of another kind."""
        try:
            data = path.read_bytes()
            expected = path.with_suffix(".sha256").read_text().split()[0]
        except (OSError, IndexError) as error:
            raise SelectorError(f'{path} can\'t be read ({error}): reinstall, or set selector = "lexical"') from error
        digest = hashlib.sha256(data).hexdigest()
        if digest != expected:
            raise SelectorError(
                f"{path} has the SHA-256 {digest}, expected {expected}: the file is damaged, fetch it again"
            )
        try:
            tensors = load_tensors(data)
            shape = Shape(**json.loads(_metadata(data)["shape"]))
        except (SafetensorError, KeyError, TypeError, ValueError) as error:
            raise SelectorError(f"{path} does not hold a selector's weights: {error}") from error
        return cls(shape, tensors, digest)


def shared_input(layer: str) -> str:
    """The layer under whose name the input of ``layer`` is known: query, key and value have the same."""
    return re.sub(r"\.(?:key|value)$", ".query", layer)


def _metadata(data: bytes) -> dict[str, str]:
    length = int.from_bytes(data[:8], "little")
    found: dict[str, str] = json.loads(data[8 : 8 + length]).get("__metadata__", {})
    return found
