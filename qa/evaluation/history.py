"""The runs of a folder, to see how good answers were over time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from qa.errors import GoldError
from qa.evaluation.run import FORMAT

# More are not read: what is older is of no use on one page.
MAX_RUNS = 200


@dataclass(frozen=True, slots=True)
class Value:
    """A metric of a run over ``n`` turns, with its 95 % interval."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class PastRun:
    """What ``run.json`` says of a run. Numbers of two runs can be compared where their ``gold`` is the same."""

    folder: Path
    finished: datetime
    gold: str
    generation: str
    version: str
    turns: int
    metrics: Mapping[str, Value]
    settings: Mapping[str, str]

    @property
    def name(self) -> str:
        return self.folder.name


@dataclass(frozen=True, slots=True)
class History:
    """The newest run first; ``problems`` says of other folders why they can't be shown."""

    runs: tuple[PastRun, ...]
    problems: tuple[str, ...] = ()

    def named(self, name: str) -> PastRun | None:
        """The run in the folder of that name."""
        return next((run for run in self.runs if run.name == name), None)


def history(folder: Path) -> History:
    """The runs in the folders of ``folder``, none if it isn't there. One that is damaged does not stop the others.

    Raises :class:`GoldError` if ``folder`` can't be read.
    """
    try:
        inside = [path for path in folder.iterdir() if (path / "run.json").is_file()] if folder.is_dir() else []
        newest = sorted(inside, key=lambda path: (path / "run.json").stat().st_mtime, reverse=True)[:MAX_RUNS]
    except OSError as error:
        raise GoldError(f"The runs in {folder} can't be read: {error.strerror}. Check the folder.") from error
    runs, problems = [], []
    for path in newest:
        try:
            runs.append(_past_run(path, json.loads((path / "run.json").read_text(encoding="utf-8"))))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(f"{path} holds no run that can be read ({error}). Make one with 'footnote evaluate'.")
    return History(tuple(sorted(runs, key=lambda run: run.finished, reverse=True)), tuple(problems))


def _past_run(folder: Path, about: dict[str, Any]) -> PastRun:
    if about["format"] != FORMAT:
        raise ValueError(f"format {about['format']}, this program reads {FORMAT}")
    finished = datetime.fromisoformat(about["finished"])
    if finished.tzinfo is None:
        raise ValueError('"finished" has no time zone')
    return PastRun(
        folder=folder,
        finished=finished,
        gold=str(about.get("gold", "")),
        generation=str(about["generation"]),
        version=str(about["version"]),
        turns=int(about["turns"]),
        metrics={
            str(name): Value(float(m["value"]), float(m["low"]), float(m["high"]), int(m["n"]))
            for name, m in about["metrics"].items()
        },
        settings={str(name): str(value) for name, value in about["settings"].items()},
    )
