"""Sentence embeddings on OpenVINO: the fast path on a CPU (bf16 where it has it)."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import openvino
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.conversion import UnsupportedModel, converted, pooling_of
from index.files import read_json
from index.model_files import ModelFiles

__all__ = ["OpenVinoEncoder", "UnsupportedModel"]

# Padded lengths are multiples of this: few shapes, so that the kernels compiled for each are reused.
_LENGTH_STEP = 16
# A query is short: of a step of 16, a fifth of its products would be padding.
_QUERY_STEP = 8
# Tokens of one batch, padding included: measured best between 1,024 and 8,192 (110 against 95-100 passages/s).
_BATCH_TOKENS = 2048


class OpenVinoEncoder:
    """A BERT-like sentence-transformers model. Raises :class:`UnsupportedModel` for any other kind."""

    def __init__(self, files: ModelFiles, *, cache_directory: Path | None = None, threads: int | None = None) -> None:
        pooling_of(files.directory)
        self._name = files.encoder_name
        self._tokenizer = Tokenizer.from_file(str(files.directory / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_window(files.directory))
        core = openvino.Core()
        model = core.read_model(converted(files, cache_directory))
        self._streams = threads or _cores()
        half = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        self._compiled = core.compile_model(
            model,
            "CPU",
            {
                "INFERENCE_PRECISION_HINT": "bf16" if half else "f32",
                # One thread a stream: eight readers at once cost no one the time of eight.
                "NUM_STREAMS": self._streams,
                "INFERENCE_NUM_THREADS": self._streams,
            },
        )
        self._dimension = int(self._compiled.output(0).partial_shape[1].get_length())
        self._requests = threading.local()

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        # No callbacks of ours: a stream's thread that waits to run Python when the model is let go waits forever.
        requests = [self._compiled.create_infer_request() for _ in range(self._streams)]
        running: deque[tuple[Any, list[int]]] = deque()

        def finish_one() -> Any:
            request, rows = running.popleft()
            request.wait()
            vectors[rows] = request.get_output_tensor(0).data
            if progress is not None:
                progress(len(rows))
            return request

        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        for rows in _batches([len(one) for one in ids]):
            request = requests.pop() if requests else finish_one()
            request.start_async(_padded([ids[row] for row in rows]))
            running.append((request, rows))
        while running:
            finish_one()
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        request = getattr(self._requests, "request", None)
        if request is None:
            request = self._requests.request = self._compiled.create_infer_request()
        request.infer(_padded([self._tokenizer.encode(text).ids], step=_QUERY_STEP))
        vector: NDArray[np.float32] = request.get_output_tensor(0).data[0].astype(np.float32)
        return vector


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _window(directory: Path) -> int:
    settings = directory / "sentence_bert_config.json"
    if not settings.is_file():
        return 256
    return int(read_json(settings)["max_seq_length"])


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions grouped by length, so that little is padded; longest first, so that memory peaks at once."""
    batch: list[int] = []
    longest = 0
    for row in sorted(range(len(lengths)), key=lambda row: -lengths[row]):
        if batch and (len(batch) + 1) * longest > _BATCH_TOKENS:
            yield batch
            batch = []
        if not batch:
            longest = _padded_length(lengths[row])
        batch.append(row)
    if batch:
        yield batch


def _padded_length(length: int, step: int = _LENGTH_STEP) -> int:
    return -(-length // step) * step


def _padded(ids: Sequence[Sequence[int]], step: int = _LENGTH_STEP) -> list[NDArray[np.int64]]:
    width = _padded_length(max(map(len, ids)), step)
    tokens = np.zeros((len(ids), width), dtype=np.int64)
    mask = np.zeros((len(ids), width), dtype=np.int64)
    for row, one in enumerate(ids):
        tokens[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return [tokens, mask]
