"""``python -m qa.evaluation.engines GOLD... --data DIR``: the embedded engine and Milvus, side by side.

DIR holds a store that articles were read into. Both indexes are brought up to it, and the same questions are asked of
both. Without ``--uri`` (or ``FOOTNOTE_MILVUS_URI``) a local server is started over ``DIR/milvus``. Exit code 1: a
metric differs by more than 0.01; 2: could not run.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from corpus import CorpusError
from corpus.sql_store import open_store
from index import IndexingError, SearchEngine
from index.backend import Backend, EmbeddedBackend
from index.encoder import load_encoder
from index.milvus.backend import MilvusBackend
from index.milvus.local import running
from index.milvus.server import Server
from qa.answerer import Answerer
from qa.calibration import Calibration
from qa.errors import AnsweringError
from qa.evaluation.gold import GoldItem, load_gold
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import Run
from qa.evaluation.runner import evaluate
from qa.selector.catalog import TRAINED, selector_for

METRICS = ("article_hit@1", "article_hit@5", "answer_hit")
TOLERANCE = 0.01
_EXIT_DIFFERS, _EXIT_COULD_NOT_RUN = 1, 2
# Articles of a search that are compared.
_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """What one engine answered, and how long its searches took."""

    run: Run
    search_ms: Sequence[float]

    def values(self) -> dict[str, float]:
        """The metrics that have to agree."""
        found = {name: BY_NAME[name].value(self.run.results) for name in METRICS}
        return {name: value for name, value in found.items() if value is not None}


def differences(first: Measured, second: Measured) -> dict[str, float]:
    """Second less first, by metric."""
    values = second.values()
    return {name: values[name] - value for name, value in first.values().items()}


def overlap(first: Run, second: Run) -> tuple[float, float]:
    """Shares of (the same first article, the same ten articles) over the searches of both runs."""
    pairs = [(a.ranked, b.ranked) for a, b in zip(first.results, second.results, strict=True) if a.ranked and b.ranked]
    if not pairs:
        return 1.0, 1.0
    same_first = statistics.fmean(a[0] == b[0] for a, b in pairs)
    same_ten = statistics.fmean(len({*a[:_DEPTH]} & {*b[:_DEPTH]}) / min(_DEPTH, len(a)) for a, b in pairs)
    return same_first, same_ten


def measure(answerer: Answerer, items: Sequence[GoldItem], bars: Progress, name: str) -> Measured:
    """Ask every item, then time the searches of the single ones."""
    task = bars.add_task(name, total=len(items))
    run = evaluate(answerer, items, on_progress=lambda done, _: bars.update(task, completed=done))
    questions = [item.turns[0].question for item in items if item.kind == "single"]
    return Measured(run, [_search_ms(answerer.engine, question) for question in questions])


def _search_ms(engine: SearchEngine, question: str) -> float:
    began = time.perf_counter()
    engine.search(question)
    return (time.perf_counter() - began) * 1000


@contextmanager
def _milvus(asked: argparse.Namespace) -> Iterator[Backend]:
    token = os.environ.get("FOOTNOTE_MILVUS_TOKEN", "")
    if asked.uri:
        yield MilvusBackend(Server(asked.uri, token), asked.data / "index", prefix=asked.prefix)
        return
    with running(asked.data / "milvus") as local:
        yield MilvusBackend(Server(local.uri), asked.data / "index", prefix=asked.prefix)


def _compared(asked: argparse.Namespace, console: Console) -> int:
    store, encoder = open_store(f"sqlite:///{asked.data / 'footnote.sqlite3'}"), load_encoder()
    items = [item for path in asked.gold for item in load_gold(path)][: asked.limit]
    selector = selector_for(TRAINED, encoder)
    calibration = Calibration.find(selector.name, asked.data)
    measured: dict[str, Measured] = {}
    with Progress(console=Console(stderr=True)) as bars, _milvus(asked) as milvus:
        for name, backend in (("embedded", EmbeddedBackend(asked.data / "index")), ("Milvus", milvus)):
            built = backend.build(store, encoder)
            console.print(f"{name}: {built.passages:,} passages brought up in {built.seconds:.1f} s")
            began = time.monotonic()
            engine = backend.open(encoder, store)
            console.print(f"{name}: opened in {time.monotonic() - began:.2f} s")
            measured[name] = measure(Answerer(engine, selector, calibration), items, bars, name)
    first, second = measured["embedded"], measured["Milvus"]
    console.print(_table(first, second, f"{len(items)} items over {len(store):,} articles"))
    return _EXIT_DIFFERS if any(abs(one) > TOLERANCE for one in differences(first, second).values()) else 0


def _table(first: Measured, second: Measured, title: str) -> Table:
    table = Table("metric", "embedded", "Milvus", "difference", title=title)
    for name, difference in differences(first, second).items():
        table.add_row(name, f"{first.values()[name]:.4f}", f"{second.values()[name]:.4f}", f"{difference:+.4f}")
    lost = [sum(result.missing for result in one.run.results) for one in (first, second)]
    table.add_row("turns lost to errors", *map(str, lost), "")
    same_first, same_ten = overlap(first.run, second.run)
    table.add_row("the same first article", "", "", f"{same_first:.4f}")
    table.add_row("of the first ten, in both", "", "", f"{same_ten:.4f}")
    cuts = [statistics.quantiles(one.search_ms, n=20) for one in (first, second) if len(one.search_ms) > 1]
    if len(cuts) == 2:
        (a, b) = cuts
        table.add_row("search p50 / p95, ms", f"{a[9]:.1f} / {a[18]:.1f}", f"{b[9]:.1f} / {b[18]:.1f}", "")
    return table


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, ask, print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m qa.evaluation.engines", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--data", type=Path, default=Path("data/newsroom"), help="folder with the store and the index")
    parser.add_argument("--uri", default=os.environ.get("FOOTNOTE_MILVUS_URI"), help="of a Milvus server that runs")
    parser.add_argument("--prefix", default="footnote", help="how the names of the collections begin")
    parser.add_argument("--limit", type=int, help="ask only so many items")
    asked = parser.parse_args(arguments)
    try:
        return _compared(asked, Console(width=max(Console().width, 100)))
    except (AnsweringError, CorpusError, IndexingError) as error:
        sys.stderr.write(f"could not run: {error}\n")
        return _EXIT_COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main())
