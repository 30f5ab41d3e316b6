"""A larger network teaches a smaller one: its logits become labels of the groups that the student trains on."""

import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from qa.selector.encoding import Window
from qa.selector.network import SelectorNetwork
from qa.selector.training import Group, Row, logits_of

_AT_ONCE = 24
_SAVED_EVERY_S = 240.0


@dataclass(slots=True)
class TaughtGroups:
    """The groups of ``groups_of`` with the logits of ``teacher``, which reads a window once, whatever epoch asks.

    ``kept`` is a file that what was read is kept in, so that a run that was cut off does not read it again.
    """

    groups_of: Callable[[random.Random], Sequence[Group]]
    teacher: SelectorNetwork
    kept: Path | None = None
    report: Callable[[str], None] = print
    workers: int = 2
    _read: dict[Window, tuple[float, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kept is not None and self.kept.exists():
            self._read = {Window(*key): logits for key, logits in torch.load(self.kept, weights_only=True)}

    def __call__(self, rng: random.Random) -> list[Group]:
        groups = list(self.groups_of(rng))
        self._teach({row.window for group in groups for row in group})
        return [tuple(self._taught(row) for row in group) for group in groups]

    def _taught(self, row: Row) -> Row:
        return replace(row, teacher=self._read[row.window])

    def _teach(self, windows: set[Window]) -> None:
        unread = sorted(windows - self._read.keys(), key=lambda window: (len(window), window.ids))
        batches = [unread[at : at + _AT_ONCE] for at in range(0, len(unread), _AT_ONCE)]
        self.teacher.eval()
        saved = started = time.monotonic()
        with ThreadPoolExecutor(self.workers) as pool:
            for done, (batch, found) in enumerate(zip(batches, pool.map(self._logits, batches), strict=True), 1):
                self._read.update(zip(batch, found, strict=True))
                if time.monotonic() - saved > _SAVED_EVERY_S:
                    saved = time.monotonic()
                    pace = done * _AT_ONCE / (saved - started)
                    self.report(f"the teacher read {done * _AT_ONCE} of {len(unread)} windows ({pace:.1f}/s)")
                    self._keep()
        self._keep()

    def _logits(self, batch: Sequence[Window]) -> list[tuple[float, ...]]:
        with torch.inference_mode():
            sentences, passages = logits_of(self.teacher, batch)
        return [
            (*sentences[row, : len(window.spans)].tolist(), float(passages[row])) for row, window in enumerate(batch)
        ]

    def _keep(self) -> None:
        if self.kept is None:
            return
        self.kept.parent.mkdir(parents=True, exist_ok=True)
        partial = self.kept.with_suffix(".partial")
        torch.save([((w.ids, w.types, w.spans), logits) for w, logits in self._read.items()], partial)
        partial.replace(self.kept)
