"""Steps in processes of their own, each with a time limit, and what became of them."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from index.bench.scale.errors import ScaleError

_ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Outcome:
    """``values`` are those said until the end; ``problem`` is empty for a step that came to its own end."""

    values: Mapping[str, float] = field(default_factory=dict)
    problem: str = ""


def run_step(step: str, archive: str, engine: str, *, shared: Path, work: Path, limit_s: float) -> Outcome:
    """Run one of :data:`index.bench.scale.step.STEPS`, and end it with all its children after ``limit_s``."""
    logs = work / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    said, errors = (logs / f"{step}-{archive}-{engine}.{kind}" for kind in ("jsonl", "log"))
    command = [sys.executable, "-m", "index.bench.scale.step", step, archive, engine, str(shared), str(work)]
    with said.open("w") as out, errors.open("w") as err:
        process = subprocess.Popen(
            command, stdout=out, stderr=err, env={**os.environ, "PYTHONPATH": str(_ROOT)}, start_new_session=True
        )
        try:
            code: int | None = process.wait(limit_s)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _end(process)
    values, progress = _read(said)
    if code is None:
        return Outcome(values, f"not finished in {limit_s / 60:.0f} min{progress}")
    return Outcome(values, "" if code == 0 else f"failed: {_last_line(errors)} (see {errors})")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """The process, and any server that it left."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _read(path: Path) -> tuple[dict[str, float], str]:
    values: dict[str, Any] = {}
    for line in path.read_text().splitlines():
        if line.endswith("}"):
            values.update(json.loads(line))
    stage, done, total = (values.pop(name, None) for name in ("stage", "done", "total"))
    return values, f" ({stage}: {done:,} of {total:,})" if stage else ""


def _last_line(path: Path) -> str:
    lines = path.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else "without a word"


@dataclass(slots=True)
class Results:
    """What was measured so far, by archive, engine and step; kept in a file, so that it can be done in parts."""

    path: Path
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Results":
        """Raises :class:`ScaleError` if the file can't be read."""
        if not path.exists():
            return cls(path)
        try:
            values = json.loads(path.read_text())
            return cls(path, {key: Outcome(**value) for key, value in values.items()})
        except (OSError, ValueError, TypeError) as error:
            raise ScaleError(f"{path} can't be read: {error}. Remove it to measure anew.") from error

    def put(self, archive: str, engine: str, step: str, outcome: Outcome) -> None:
        self.outcomes[f"{archive} {engine} {step}"] = outcome
        draft = self.path.with_suffix(".draft")
        draft.write_text(json.dumps({key: asdict(one) for key, one in self.outcomes.items()}, indent=1))
        draft.replace(self.path)

    def get(self, archive: str, engine: str, step: str) -> Outcome | None:
        return self.outcomes.get(f"{archive} {engine} {step}")

    def pairs(self) -> list[tuple[str, str]]:
        """(archive, engine) of which there are results, smallest archives first, in the order they were measured."""
        found = dict.fromkeys(tuple(key.split(" ")[:2]) for key in self.outcomes)
        return sorted(((a, e) for a, e in found if e != "-"), key=lambda pair: self._size(pair[0]))

    def _size(self, archive: str) -> float:
        sizes = (one.values.get("passages", 0.0) for key, one in self.outcomes.items() if key.startswith(f"{archive} "))
        return max(sizes, default=0.0) or (float(archive) if archive.isdecimal() else 0.0)
