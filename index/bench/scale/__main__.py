"""``python -m index.bench.scale SHARED``: the embedded engine and Milvus on growing archives.

Real archives by name, generated ones by their number of passages. What is measured is kept in WORK/results.json, so it
can be done in parts; without --archives, all of it is shown and nothing measured.
"""

import argparse
import os
import platform
import shutil
import sys
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from index.bench.markdown import markdown
from index.bench.scale import table
from index.bench.scale.archive import is_generated
from index.bench.scale.engines import ENGINES
from index.bench.scale.running import Outcome, Results, run_step
from index.errors import IndexingError

_REAL = ("newsroom", "archive")


def main(given: list[str] | None = None) -> int:
    """Measure, print; the exit code."""
    arguments = _arguments(given)
    console = Console(width=max(Console().width, 120))
    try:
        arguments.work.mkdir(parents=True, exist_ok=True)
        results = Results.read(arguments.work / "results.json")
        for archive in arguments.archives:
            _measure(archive, arguments, results, console)
    except IndexingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    _print(console, results, arguments.markdown)
    return 0


def _measure(archive: str, arguments: argparse.Namespace, results: Results, console: Console) -> None:
    def step(name: str, engine: str = "-") -> Outcome:
        console.log(f"{archive} {engine}: {name}")
        outcome = run_step(
            name, archive, engine, shared=arguments.shared, work=arguments.work, limit_s=arguments.minutes * 60
        )
        results.put(archive, engine, name, outcome)
        if outcome.problem:
            console.log(f"{archive} {engine}: {name} {outcome.problem}", highlight=False)
        return outcome

    if step("prepare").problem:
        return
    if not is_generated(archive):
        step("embed")
    for engine in arguments.engines:
        folder = arguments.work / "engines" / archive / engine
        shutil.rmtree(folder, ignore_errors=True)
        if not step("build", engine).problem:
            step("search", engine)
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _print(console: Console, results: Results, as_markdown: bool) -> None:
    console.print(f"{date.today()}, {platform.processor() or platform.machine()}, {os.cpu_count()} cores")
    for title, lines in (("Engines", table.lines(results)), ("On paper", table.cost_lines(results))):
        if as_markdown:
            console.print(markdown(lines) + "\n", markup=False, highlight=False, soft_wrap=True)
            continue
        shown = Table(title=title)
        for name in lines[0]:
            shown.add_column(name, justify="right")
        for line in lines[1:]:
            shown.add_row(*line)
        console.print(shown)
    for note in table.notes(results):
        console.print(note, markup=False, highlight=False)


def _arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m index.bench.scale", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with data, gold and bench")
    parser.add_argument("--work", type=Path, default=Path("data/bench"), help="where archives and indexes lie")
    parser.add_argument("--archives", nargs="*", type=_archive, default=[], help="newsroom, archive, or a number")
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    parser.add_argument("--minutes", type=float, default=60.0, help="patience with each step")
    parser.add_argument("--keep", action="store_true", help="leave the indexes there")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    return parser.parse_args(given)


def _archive(text: str) -> str:
    if text in _REAL or is_generated(text):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is neither {' nor '.join(_REAL)} nor a number of passages")


if __name__ == "__main__":
    sys.exit(main())
