"""A run on disk: ``run.json``, ``results.jsonl``, ``search.trec``."""

import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from qa.errors import GoldError
from qa.evaluation.gold import GoldAnswer
from qa.evaluation.result import GivenQuote, TurnResult
from qa.evaluation.runner import Run
from qa.evaluation.table import as_json


def write_run(run: Run, out: Path, *, settings: Mapping[str, str]) -> None:
    """Write the run into ``out``, made if it isn't there. Identical runs give identical files but for timings."""
    out.mkdir(parents=True, exist_ok=True)
    about = {
        "version": version("footnote-qa"),
        "generation": run.generation,
        "seed": run.seed,
        "settings": dict(settings),
        "machine": f"{platform.machine()} {platform.system()}, Python {platform.python_version()}",
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        **as_json(run),
    }
    (out / "run.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with (out / "results.jsonl").open("w", encoding="utf-8") as file:
        for result in run.results:
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
    with (out / "search.trec").open("w", encoding="utf-8") as file:
        for result in run.results:
            for rank, article_id in enumerate(result.ranked, start=1):
                file.write(f"{result.item_id} Q0 {article_id} {rank} {1 / rank:.6f} footnote\n")


def read_run(out: Path) -> Run:
    """The run written into ``out``. Raises :class:`GoldError` if there is none."""
    try:
        about = json.loads((out / "run.json").read_text(encoding="utf-8"))
        lines = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
        return Run(about["generation"], about["seed"], tuple(_result(json.loads(line)) for line in lines))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{out} holds no run that can be read ({error}). Make one with 'footnote evaluate'.") from error


def _result(values: dict[str, Any]) -> TurnResult:
    values["answers"] = tuple(GoldAnswer(a["article_id"], tuple(a["quotes"])) for a in values["answers"])
    values["quotes"] = tuple(
        GivenQuote(**{**quote, "numbers": tuple(quote["numbers"]), "own_numbers": tuple(quote["own_numbers"])})
        for quote in values["quotes"]
    )
    values["ranked"] = tuple(values["ranked"])
    return TurnResult(**values)
