"""A run on disk.

``run.json`` says what was run and how good it was, ``results.jsonl`` holds one line a turn, ``search.trec`` and
``search.qrels`` are the rankings of the search box and the articles that answer, in the formats of trec_eval, and
``report.html`` is one page to read it all.
"""

import hashlib
import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from qa.errors import GoldError
from qa.evaluation.gold import GoldAnswer
from qa.evaluation.report import report_page
from qa.evaluation.result import GivenQuote, Run, TurnResult
from qa.evaluation.slices import as_json as slices_json
from qa.evaluation.slices import slices
from qa.evaluation.table import as_json, rows

FORMAT = 1


def write_run(run: Run, out: Path, *, settings: Mapping[str, str]) -> None:
    """Write the run into ``out``, made if it isn't there. Identical runs give identical files but for timings.

    ``settings`` say what was evaluated: whatever decides the outcome, the models with their hashes included.
    Raises :class:`GoldError` if the folder can't be written.
    """
    about: dict[str, object] = {
        "format": FORMAT,
        "version": version("footnote-qa"),
        "generation": run.generation,
        "seed": run.seed,
        "gold": gold_id(run.results),
        "settings": dict(settings),
        "machine": machine(),
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    table, cuts = rows(run), slices(run)
    measured = {**as_json(run, table), "slices": slices_json(cuts)}
    files = {
        "run.json": json.dumps({**about, **measured}, ensure_ascii=False, indent=1) + "\n",
        "results.jsonl": "".join(json.dumps(asdict(result), ensure_ascii=False) + "\n" for result in run.results),
        "search.trec": "".join(_trec(run)),
        "search.qrels": "".join(_qrels(run)),
        "report.html": report_page(run, table, cuts, about),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (out / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise GoldError(f"The run can't be written to {out}: {error.strerror}. Choose another folder.") from error


def write_page(path: Path, page: str) -> None:
    """Raises :class:`GoldError` if ``path`` can't be written."""
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{path} can't be written: {error.strerror}. Choose another path.") from error


def read_run(out: Path) -> Run:
    """The run written into ``out``. Raises :class:`GoldError` if there is none."""
    try:
        about = json.loads((out / "run.json").read_text(encoding="utf-8"))
        if about["format"] != FORMAT:
            raise ValueError(f"format {about['format']}, this program reads {FORMAT}")
        lines = (out / "results.jsonl").read_text(encoding="utf-8").split("\n")
        results = tuple(_result(json.loads(line)) for line in lines if line)
        return Run(about["generation"], about["seed"], results, about)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{out} holds no run that can be read ({error}). Make one with 'footnote evaluate'.") from error


def gold_id(results: Sequence[TurnResult]) -> str:
    """The same for two runs that were asked the same questions and held to the same answers."""
    asked = [(r.item_id, r.turn, r.question, r.answerable, [asdict(answer) for answer in r.answers]) for r in results]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()[:12]


def machine() -> dict[str, object]:
    """What the timings were measured on."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "cpus": os.cpu_count(),
        "processor": _processor(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def _trec(run: Run) -> Iterator[str]:
    for result in run.results:
        for rank, article_id in enumerate(result.ranked, start=1):
            yield f"{result.item_id} Q0 {article_id} {rank} {1 / rank:.6f} footnote\n"


def _qrels(run: Run) -> Iterator[str]:
    for result in run.results:
        if result.kind == "single":
            for article_id in sorted(result.relevant):
                yield f"{result.item_id} 0 {article_id} 1\n"


def _result(values: dict[str, Any]) -> TurnResult:
    values["answers"] = tuple(GoldAnswer(a["article_id"], tuple(a["quotes"])) for a in values["answers"])
    values["gold_numbers"] = tuple(tuple(numbers) for numbers in values["gold_numbers"])
    for name in ("quotes", "draft"):
        values[name] = tuple(_given(quote) for quote in values[name])
    values["ranked"] = tuple(values["ranked"])
    return TurnResult(**values)


def _given(values: dict[str, Any]) -> GivenQuote:
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return GivenQuote(**{**values, **lists})
