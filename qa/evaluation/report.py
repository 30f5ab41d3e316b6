"""A run as one self-contained page: headline, plots, slices, and every turn with expected and given quotes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from qa.evaluation.diagnosis import diagnosis
from qa.evaluation.gold import GoldAnswer
from qa.evaluation.matching import is_quoted
from qa.evaluation.plots import plots
from qa.evaluation.result import OUTCOMES, Run, TurnResult
from qa.evaluation.slices import METRICS as SLICED
from qa.evaluation.slices import Slice
from qa.evaluation.table import Row

HEADLINE = (
    "answer_hit",
    "answered_precision",
    "refusal_recall",
    "refusal_precision",
    "article_hit@5",
    "answer_hit.conversation",
    "verbatim",
    "latency_p95",
)
"""Metrics shown large, in this order."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A gold alternative, and of each of its sentences whether it is quoted."""

    answer: GoldAnswer
    quoted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn as the page shows it."""

    result: TurnResult
    diagnosis: str
    expected: tuple[Expected, ...]


def environment() -> Environment:
    """Where the pages' templates are, and what they may call."""
    made = Environment(
        loader=PackageLoader("qa.evaluation", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"number": number, "zip": zip}
    return made


def number(value: float, name: str, sign: str = "") -> str:
    """A metric's value to read: milliseconds and lengths with one decimal, shares with three; ``sign`` is that of the
    format language, such as ``+``.
    """
    return f"{value:{sign}.1f}" if name.startswith(("latency", "quoted_")) else f"{value:{sign}.3f}"


def shown(result: TurnResult) -> Shown:
    """The turn with what the report says of it."""
    expected = tuple(
        Expected(
            answer,
            tuple(
                is_quoted(gold, [quote.text for quote in result.quotes if quote.article_id == answer.article_id])
                for gold in answer.quotes
            ),
        )
        for answer in result.answers
    )
    return Shown(result, diagnosis(result), expected)


def report_page(run: Run, table: Sequence[Row], cuts: Sequence[Slice], about: Mapping[str, object]) -> str:
    """The page, HTML with nothing to load.

    ``table`` are the run's rows, ``cuts`` its slices, ``about`` what ``run.json`` says of it.
    """
    by_name = {row.metric.name: row for row in table}
    turns = [shown(result) for result in run.results]
    outcomes = Counter(turn.result.outcome for turn in turns)
    return environment().get_template("report.html").render(
        about=about,
        headline=[by_name[name] for name in HEADLINE if name in by_name],
        table=table,
        plots=plots(run.results),
        slices=cuts,
        sliced=[metric.name for metric in SLICED],
        turns=sorted(turns, key=lambda turn: not turn.result.failed),
        outcomes=[(name, meaning, outcomes[name]) for name, meaning in OUTCOMES.items() if outcomes[name]],
        causes=Counter(_cause(turn.diagnosis) for turn in turns if turn.diagnosis).most_common(),
    )  # fmt: skip


def _cause(text: str) -> str:
    """The diagnosis without its numbers, to be counted."""
    return text.partition(":")[0].rstrip(".") if "ranked" not in text else "Other sentences were ranked before it"
