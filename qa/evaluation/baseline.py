"""The sample archive's own gold against the committed baseline: ``python -m qa.evaluation.baseline [--update]``.

The packaged sample pages are read, indexed in a temporary folder and asked the sample gold, with the models that a
newcomer gets. Exit code 1: worse than the baseline beyond the tolerances; 2: could not run.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import CorpusError
from index import IndexingError
from qa.answerer import Answerer
from qa.errors import AnsweringError, GoldError
from qa.evaluation.checking import check_gold
from qa.evaluation.gold import load_gold
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.runner import evaluate
from qa.evaluation.table import as_json
from qa.evaluation.tolerance import EXIT_COULD_NOT_RUN, EXIT_WORSE

GOLD = Path("tests/data/samples_gold.jsonl")
BASELINE = Path("tests/data/samples_baseline.json")

TOLERANCES: Mapping[str, float] = {
    # The sample gold has 66 single items, 30 turns of conversations and 17 unanswerable items: two of the first two and
    # one of the last may turn before it counts as worse.
    "answer_hit": 0.031,
    "answer_hit.conversation": 0.067,
    "answered_precision": 0.03,
    "refusal_recall": 0.06,
    "refusal_precision": 0.06,
    "article_hit@5": 0.0,
    "auroc": 0.02,
    "verbatim": 0.0,
    "citations_exact": 0.0,
    "restated_alone": 0.0,
}
"""How much worse each metric may be, in its own unit; other metrics are not compared."""


@dataclass(frozen=True, slots=True)
class Worse:
    """A metric beyond its tolerance."""

    metric: str
    baseline: float
    value: float

    def __str__(self) -> str:
        tolerance = TOLERANCES[self.metric]
        return f"{self.metric}: {self.value:.3f}, {self.baseline:.3f} in the baseline, tolerance {tolerance:g}"


def regressions(baseline: Mapping[str, float], values: Mapping[str, float]) -> list[Worse]:
    """Metrics beyond their tolerance. One that the run lacks has the worst value."""
    found = []
    for name, tolerance in TOLERANCES.items():
        if name not in baseline:
            continue
        metric = BY_NAME[name]
        value = values.get(name, metric.worst)
        gain = value - baseline[name] if metric.better == "higher" else baseline[name] - value
        # Values are kept with four decimals.
        if gain < -tolerance - 1e-4:
            found.append(Worse(name, baseline[name], value))
    return found


def measure(answerer: Answerer, gold: Path) -> dict[str, Any]:
    """The table of the sample gold. Raises :class:`GoldError` if the gold does not fit the archive."""
    items = load_gold(gold)
    problems = check_gold(items, answerer.engine.article)
    if problems:
        first = problems[0]
        raise GoldError(f"{first.place}: {first.problem}. {first.remedy} ({len(problems)} problems in all)")
    return as_json(evaluate(answerer, items))


def read_baseline(path: Path) -> dict[str, float]:
    """Metric name to value. Raises :class:`GoldError` if the file can't be read."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(value) for name, value in values.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise GoldError(f"{path} holds no baseline ({error}). Write it with --update.") from error


def write_baseline(path: Path, values: Mapping[str, float]) -> None:
    """Keep the metrics that are compared."""
    kept = {name: values[name] for name in TOLERANCES if name in values}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def sample_answerer(directory: Path) -> Answerer:
    """Read and index the packaged sample pages in ``directory``, with the packaged models."""
    import corpus
    from corpus.ingest import ingest
    from corpus.sql_store import open_store
    from index.builder import build
    from index.embedded import EmbeddedEngine
    from index.encoder import load_encoder
    from qa.calibration import Calibration
    from qa.selector.catalog import TRAINED, selector_for

    store = open_store(f"sqlite:///{directory / 'samples.sqlite3'}")
    ingest(store, [str(Path(corpus.__file__).parent / "samples")])
    encoder = load_encoder()
    build(store, directory / "index", encoder)
    selector = selector_for(TRAINED, encoder)
    return Answerer(EmbeddedEngine.open(directory / "index", encoder), selector, Calibration.packaged(selector.name))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare, print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m qa.evaluation.baseline", description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD, help="gold of the sample archive")
    parser.add_argument("--baseline", type=Path, default=BASELINE, help="what to compare with")
    parser.add_argument("--update", action="store_true", help="keep today's values as the baseline")
    asked = parser.parse_args(arguments)
    try:
        baseline = {} if asked.update else read_baseline(asked.baseline)
        with tempfile.TemporaryDirectory() as directory:
            table = measure(sample_answerer(Path(directory)), asked.gold)
    except (AnsweringError, CorpusError, IndexingError) as error:
        sys.stderr.write(f"could not run: {error}\n")
        return EXIT_COULD_NOT_RUN
    values = {name: float(row["value"]) for name, row in table["metrics"].items()}
    for name in TOLERANCES:
        if name in values:
            before = f"   baseline {baseline[name]:.3f}" if name in baseline else ""
            sys.stdout.write(f"{name:<24} {values[name]:.3f}{before}\n")
    if asked.update:
        write_baseline(asked.baseline, values)
        sys.stdout.write(f"written: {asked.baseline}\n")
    worse = regressions(baseline, values)
    for one in worse:
        sys.stderr.write(f"worse than the baseline: {one}\n")
    return EXIT_WORSE if worse else 0


if __name__ == "__main__":
    sys.exit(main())
