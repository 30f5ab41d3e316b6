"""Commands for staff: evaluate, compare, calibrate."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.console import err, out, progress, services, serving_of

if TYPE_CHECKING:
    from rich.table import Table

    from index import SearchEngine
    from qa.evaluation.compare import Comparison
    from qa.evaluation.gold import GoldItem


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    for command in (evaluate, compare, calibrate):
        app.command()(command)


GoldFiles = Annotated[list[Path], typer.Argument(help="Gold files: one JSON object a line.")]


def evaluate(
    gold: GoldFiles,
    out_dir: Annotated[Path | None, typer.Option("--out", help="Folder for the run's files.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the table for machines.")] = False,
    seed: Annotated[int, typer.Option(help="Seed of the bootstrap intervals.")] = 0,
) -> None:
    """Ask the questions of gold files and print how good the answers are, with 95 % intervals."""
    from rich.table import Table

    from qa.evaluation.run import write_run
    from qa.evaluation.runner import evaluate as run_gold
    from qa.evaluation.table import as_json as table_json
    from qa.evaluation.table import rows

    parts = services()
    answerer = serving_of(parts).answerer
    items = _checked(gold, answerer.engine)
    with progress() as report:
        run = run_gold(answerer, items, seed=seed, on_progress=lambda done, total: report("Asking", done, total))
    if out_dir is not None:
        from api.settings import in_force

        settings = {setting.variable: setting.value for setting in in_force(parts.settings)}
        settings |= {"selector": parts.selector.name, "encoder": parts.encoder.name}
        write_run(run, out_dir, settings=settings | {"gold": ", ".join(path.name for path in gold)})
    if as_json:
        out.print_json(json.dumps(table_json(run)))
        return
    table = Table("metric", "value", "95 % interval", "turns", "what it says")
    table.columns[0].no_wrap = True
    for row in rows(run):
        value, low, high = (f"{number:.3f}" for number in (row.value, row.low, row.high))
        table.add_row(row.metric.name, value, f"{low} - {high}", str(row.n), row.metric.meaning)
    out.print(table)
    if out_dir is not None:
        out.print(f"written: {out_dir} (open report.html)", markup=False)


def compare(
    first: Annotated[Path, typer.Argument(help="Folder of the run to compare with.")],
    second: Annotated[Path, typer.Argument(help="Folder of the run that is judged.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write the changed questions side by side here.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the differences for machines.")] = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option("--fail-on", help="How far a metric may get worse, such as answer_hit:-0.01; may be repeated."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of intervals and randomization test.")] = 0,
    partial: Annotated[
        bool, typer.Option("--partial", help="Leave out the turns that only one of the runs holds.")
    ] = False,
) -> None:
    """Compare two runs question by question. Exit code 1: worse than --fail-on allows; 2: could not compare."""
    from qa.evaluation.compare import as_json as comparison_json
    from qa.evaluation.compare import compare as compare_runs
    from qa.evaluation.comparison_page import comparison_page
    from qa.evaluation.run import read_run, write_page
    from qa.evaluation.tolerance import EXIT_WORSE, parse_tolerance, regressions

    tolerances = [parse_tolerance(text) for text in fail_on or ()]
    comparison = compare_runs(read_run(first), read_run(second), seed=seed, partial=partial)
    if html is not None:
        write_page(html, comparison_page(comparison))
    if as_json:
        out.print_json(json.dumps(comparison_json(comparison)))
    else:
        out.print(_differences(comparison))
        out.print(f"{len(comparison.changed)} questions answered differently")
    if comparison.n_left_out:
        err.print(f"left out: {comparison.n_left_out} turns that only one of the runs holds", style="yellow")
    worse = regressions(comparison, tolerances)
    for one in worse:
        err.print(f"worse: {one.metric.name} {one.first:.4f} -> {one.second:.4f}", style="red", markup=False)
    if worse:
        raise typer.Exit(EXIT_WORSE)


def calibrate(gold: GoldFiles) -> None:
    """Fit the confidence on gold files, choose the threshold, and keep both in the data folder."""
    from qa.calibrating import calibrate as calibrated
    from qa.calibration import FILE_NAME
    from qa.evaluation.calibrating import labelled

    parts = services()
    engine = parts.engine()
    items = _checked(gold, engine)
    with progress() as report:
        fitted = calibrated(
            engine,
            parts.selector,
            labelled(items, engine),
            ranking=labelled(items),
            on_progress=lambda done, total: report("Asking", done, total),
        )
    path = parts.settings.data_dir / FILE_NAME
    fitted.save(path)
    out.print(f"threshold {fitted.threshold:.3f} from {fitted.n_questions} questions, kept in {path}", markup=False)
    for name, expected in (fitted.expected or {}).items():
        out.print(f"  {name:<20} {expected.value:.3f}  (95 %: {expected.low:.3f} - {expected.high:.3f})")


def _differences(comparison: "Comparison") -> "Table":
    """A table that fits into 80 columns, names whole: that is the width where the output is no terminal."""
    from rich import box
    from rich.table import Table

    from qa.evaluation.report import number

    table = Table(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    table.add_column("metric", no_wrap=True)
    for heading in ("first", "second", "change", "95 % interval", "better/\nsame/worse", "p"):
        table.add_column(heading, justify="right")
    for one in comparison.differences:
        name = one.metric.name
        table.add_row(
            name,
            number(one.first, name),
            number(one.second, name),
            number(one.difference, name, "+"),
            f"{number(one.low, name, '+')} {number(one.high, name, '+')}",
            "" if one.wins is None else f"{one.wins}/{one.ties}/{one.losses}",
            one.p_text,
        )
    return table


def _checked(paths: list[Path], engine: "SearchEngine") -> list["GoldItem"]:
    """The items of all files but for drafts. Raises :class:`GoldError`; what is wrong is said on standard error."""
    from qa.errors import GoldError
    from qa.evaluation.checking import check_gold
    from qa.evaluation.gold import load_gold

    every = [item for path in paths for item in load_gold(path)]
    items = [item for item in every if not item.draft]
    if len(items) < len(every):
        err.print(f"left out: {len(every) - len(items)} drafts that nobody has finished yet", style="yellow")
    if not items:
        raise GoldError('Nothing is left to ask: read the drafts, mend them, then remove "draft".')
    problems = check_gold(items, engine.article)
    for problem in problems[:5]:
        err.print(f"{problem.place}: {problem.problem}. {problem.remedy}", style="yellow", markup=False)
    if len(problems) > 5:
        err.print(f"and {len(problems) - 5} more: see 'footnote gold check'", style="yellow", markup=False)
    return items
