"""``python -m qa.evaluation.peers SHARED --footnote RUN``: Footnote and other systems on the same gold.

SHARED is the folder with ``data``, ``gold`` and ``train``; RUN is a run that ``footnote evaluate`` has written over
the index in ``--data``. Each system gets Footnote's passages, sentences and embedding model, and the threshold that
suits it best, fitted as Footnote's is. Runs are written below ``--out`` in the form of Footnote's own, fit for
``footnote compare``. Exit code 2: could not run.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from index import IndexingError
from index.bench.markdown import markdown
from index.bench.peers.building import built, model_folder
from index.bench.peers.catalog import BY_NAME, PEERS, Peer
from index.bench.peers.environments import interpreter
from index.bench.peers.passages import Exported, export
from index.bench.peers.process import Worker
from index.embedded import EmbeddedEngine
from index.encoder import load_encoder
from qa.errors import AnsweringError
from qa.evaluation.gold import GoldItem, load_gold
from qa.evaluation.peers.asking import ask_all, decided
from qa.evaluation.peers.practice import practice
from qa.evaluation.peers.table import side_by_side
from qa.evaluation.peers.threshold import fit_threshold
from qa.evaluation.result import Run, TurnResult
from qa.evaluation.run import read_run, write_run

_EXIT_COULD_NOT_RUN = 2


def main() -> int:
    """Build what isn't built, ask, print; the exit code."""
    asked = _arguments()
    console = Console(width=max(Console().width, 150))
    try:
        _compare(asked, console)
    except (AnsweringError, IndexingError) as error:
        sys.stderr.write(f"could not run: {error}\n")
        return _EXIT_COULD_NOT_RUN
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m qa.evaluation.peers", description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--footnote", type=Path, required=True, help="a run of the gold by Footnote")
    parser.add_argument("--data", type=Path, default=Path("data/newsroom"), help="the data folder of that run")
    parser.add_argument("--work", type=Path, default=Path("data/bench"), help="where systems are installed and built")
    parser.add_argument("--out", type=Path, default=Path("runs/peers"))
    parser.add_argument("--systems", nargs="+", choices=list(BY_NAME), default=[peer.name for peer in PEERS])
    parser.add_argument("--practice", type=int, default=200, help="questions to fit each threshold on")
    parser.add_argument("--limit", type=int, help="ask only so many items")
    parser.add_argument("--keep", action="store_true", help="don't ask systems again that have a run in --out")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser.parse_args()


def _compare(asked: argparse.Namespace, console: Console) -> None:
    engine = EmbeddedEngine.open(asked.data / "index", load_encoder())
    gold = [item for item in load_gold(asked.shared / "gold" / "dev.jsonl") if item.kind != "conversation"]
    gold = gold[: asked.limit]
    own = read_run(asked.footnote)
    ids = {item.id for item in gold}
    results: dict[str, Sequence[TurnResult]] = {"Footnote": [one for one in own.results if one.item_id in ids]}
    exported = export(engine, asked.work / "exports")
    questions = practice(asked.shared, asked.practice)
    with Progress(console=Console(stderr=True)) as bars:
        for peer in (BY_NAME[name] for name in asked.systems):
            out = asked.out / peer.name
            if not (asked.keep and (out / "run.json").exists()):
                found, threshold = _asked(peer, asked.work, exported, engine, questions, gold, bars)
                run = Run(engine.generation, own.seed, tuple(found))
                settings = {"system": peer.title, "setup": peer.setup, "threshold": f"{threshold:.4f}"}
                write_run(run, out, settings=settings)
            results[peer.title] = read_run(out).results
    lines = side_by_side(results, own.seed)
    if asked.markdown:
        console.print(markdown(lines), markup=False, soft_wrap=True, highlight=False)
        return
    table = Table(*lines[0], title=f"{len(gold)} questions over {engine.article_count:,} articles; 95 % intervals")
    for line in lines[1:]:
        table.add_row(*line)
    console.print(table)


def _asked(
    peer: Peer,
    work: Path,
    exported: Exported,
    engine: EmbeddedEngine,
    questions: list[GoldItem],
    gold: list[GoldItem],
    bars: Progress,
) -> tuple[list[TurnResult], float]:
    python, log = interpreter(peer, work / "environments"), work / "logs" / f"{peer.name}.log"
    folder = built(peer, python, exported, work / "answering" / peer.name, log)
    with Worker(peer, python, log) as worker:
        worker.open(folder, model_folder(), exported.passages)
        task = bars.add_task(peer.title, total=len(questions) + len(gold))
        practised = ask_all(worker, engine, questions, lambda done, total: bars.update(task, advance=1))
        asked = ask_all(worker, engine, gold, lambda done, total: bars.update(task, advance=1))
    # With the gold itself, since the questions that Footnote's confidence was fitted on include it.
    threshold = fit_threshold([*practised, *asked])
    return [decided(result, threshold) for result in asked], threshold


if __name__ == "__main__":
    sys.exit(main())
