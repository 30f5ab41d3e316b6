"""A generation's files, written and read.

A full disk raises ``OSError`` with its ``errno``, which NumPy's own writer hides.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CHUNK = 1 << 16


def save_array(path: Path, array: NDArray[np.generic]) -> None:
    """``array`` in NumPy's format."""
    contiguous = np.ascontiguousarray(array)
    with path.open("wb") as file:
        np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(contiguous))
        for at in range(0, len(contiguous), _CHUNK):
            file.write(contiguous[at : at + _CHUNK].tobytes())


def save_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def read_json(path: Path) -> Any:
    """JSON in UTF-8, whatever the locale."""
    return json.loads(path.read_text(encoding="utf-8"))


def map_array(path: Path) -> NDArray[Any]:
    """What :func:`save_array` wrote, memory-mapped and read-only."""
    # As a plain array: every slice of NumPy's memmap class costs microseconds of bookkeeping.
    return np.asarray(np.load(path, mmap_mode="r"))
