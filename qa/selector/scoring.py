"""Running the network over windows: on OpenVINO, or on torch where OpenVINO can't be loaded."""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from qa.selector.encoding import Batch, Window, collate
from qa.selector.weights import Weights

if TYPE_CHECKING:
    import openvino

# Padded lengths are multiples of these, so that the kernels made for one shape serve many windows.
_TOKEN_STEP = 16
_SENTENCE_STEP = 4


@dataclass(frozen=True, slots=True)
class WindowScore:
    """Logits of one window: one a sentence relative to "none", and one for the passage."""

    sentences: tuple[float, ...]
    answerable: float


class WindowScorer(Protocol):
    """Runs the network. Deterministic and thread-safe; a window scores the same whatever else is in the call."""

    def score(self, windows: Sequence[Window]) -> list[WindowScore]: ...


class OpenVinoScorer:
    """One window an inference, as many at a time as there are cores: nothing is padded to a longer neighbour, and two
    cores work without waiting for each other.
    """

    def __init__(self, weights: Weights, *, threads: int | None = None) -> None:
        import openvino

        from qa.selector.graph import build
        from qa.selector.processor import multiplies_bytes

        self._streams = threads or _cores()
        core = openvino.Core()
        half = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        self._compiled = core.compile_model(
            build(weights, in_bytes=multiplies_bytes()),
            "CPU",
            {
                "INFERENCE_PRECISION_HINT": "bf16" if half else "f32",
                "NUM_STREAMS": self._streams,
                "INFERENCE_NUM_THREADS": self._streams,
            },
        )
        self._local = threading.local()

    def score(self, windows: Sequence[Window]) -> list[WindowScore]:
        requests = self._requests()
        found: list[WindowScore | None] = [None] * len(windows)
        running: list[int | None] = [None] * len(requests)

        def collect(slot: int) -> None:
            at = running[slot]
            if at is not None:
                requests[slot].wait()
                found[at] = _score_of(requests[slot], windows[at])

        # Longest first, so that the last ones to finish are short.
        for turn, at in enumerate(sorted(range(len(windows)), key=lambda i: -len(windows[i]))):
            slot = turn % len(requests)
            collect(slot)
            running[slot] = at
            requests[slot].start_async(
                _inputs(collate([windows[at]], token_multiple=_TOKEN_STEP, sentence_multiple=_SENTENCE_STEP))
            )
        for slot in range(len(requests)):
            collect(slot)
        return [score for score in found if score is not None]

    def _requests(self) -> "list[openvino.InferRequest]":
        found: list[Any] | None = getattr(self._local, "requests", None)
        if found is None:
            found = self._local.requests = [self._compiled.create_infer_request() for _ in range(self._streams)]
        return found


class TorchScorer:
    """The same network in torch, in single precision.

    One thread a window: torch splits a sum by the threads that happen to be free, and each split rounds otherwise.
    """

    def __init__(self, weights: Weights) -> None:
        import torch

        from qa.selector.network import network_of

        self._network = network_of(weights).eval()
        self._pool = ThreadPoolExecutor(_cores(), initializer=torch.set_num_threads, initargs=(1,))

    def score(self, windows: Sequence[Window]) -> list[WindowScore]:
        return list(self._pool.map(self._score, windows))

    def _score(self, window: Window) -> WindowScore:
        import torch

        with torch.inference_mode():
            sentences, passages = self._network(*map(torch.from_numpy, _inputs(collate([window]))))
        return WindowScore(tuple(sentences[0].tolist()), float(passages[0]))


def scorer_of(weights: Weights) -> WindowScorer:
    """On OpenVINO if it is installed for this machine, else on torch."""
    try:
        return OpenVinoScorer(weights)
    except ImportError:
        return TorchScorer(weights)


def _inputs(batch: Batch) -> list[Any]:
    return [batch.ids, batch.types, batch.mask, batch.membership]


def _score_of(request: "openvino.InferRequest", window: Window) -> WindowScore:
    sentences = request.get_output_tensor(0).data[0, : len(window.spans)]
    return WindowScore(tuple(map(float, sentences)), float(request.get_output_tensor(1).data[0]))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
