"""``python -m index.bench SHARED``: tables of retrieval quality, speed and growth.

SHARED is the folder with ``data``, ``gold``, ``bench`` and ``train``. Archives are read and indexed below ``--work``
the first time; see ``--help`` for what can be left out or chosen.
"""

import argparse
import os
import platform
import sys
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from index.bench.archives import build_archive
from index.bench.comparing import compare_systems
from index.bench.comparison_table import comparison_lines
from index.bench.growth import grow
from index.bench.markdown import markdown
from index.bench.peers.catalog import BY_NAME
from index.bench.quality import METHODS, judge, measure
from index.bench.questions import QUESTION_SETS
from index.bench.speed import bytes_of, cold_start, embedding_rate, latency, processor_ms
from index.cutting import passage_text
from index.embedded import EmbeddedEngine
from index.encoder import Encoder, load_encoder
from index.generations import current_generation, path_of

PARTS = ("fusion", "speed", "peers", "growth")


def main() -> int:
    arguments = _arguments()
    console = Console(width=max(Console().width, 110))
    parts = arguments.only or PARTS
    console.print(f"{date.today()}, {platform.processor() or platform.machine()}, {os.cpu_count()} cores")
    if "growth" in parts:
        _print_growth(console, arguments.sizes)
    if not {"fusion", "speed", "peers"} & set(parts):
        return 0
    encoder = load_encoder()
    for archive in arguments.archives:
        engine = _opened(console, archive, arguments.shared, arguments.work, encoder)
        if engine is None:
            return 2
        if "fusion" in parts:
            _print_fusion(console, engine, archive, arguments.shared)
        if "speed" in parts:
            _print_speed(console, engine, encoder, archive, arguments.shared, arguments.work)
        if "peers" in parts:
            _print_peers(console, engine, archive, arguments)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m index.bench", description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--work", type=Path, default=Path("data/bench"), help="where archives are indexed")
    parser.add_argument("--only", nargs="+", choices=PARTS)
    parser.add_argument("--archives", nargs="+", choices=("newsroom", "archive"), default=["newsroom"])
    parser.add_argument("--systems", nargs="*", choices=list(BY_NAME), default=list(BY_NAME), help="of the part peers")
    parser.add_argument("--questions", type=int, default=150, help="of the part peers")
    parser.add_argument("--budget", type=float, default=180.0, help="seconds that a peer may search for each measure")
    parser.add_argument("--markdown", action="store_true", help="print the part peers as Markdown")
    parser.add_argument("--sizes", nargs="+", type=int, default=[25_000, 50_000, 200_000])
    return parser.parse_args()


def _opened(console: Console, archive: str, shared: Path, work: Path, encoder: Encoder) -> EmbeddedEngine | None:
    folder = work / archive
    if current_generation(folder / "index") is None:
        data = shared / "data" / f"{archive}.jsonl.gz"
        if not data.exists():
            console.print(f"{data} is not there, so {archive} can't be measured.")
            return None
        with Progress(console=console) as bars:
            tasks: dict[str, object] = {}

            def report(stage: str, done: int, total: int) -> None:
                task = tasks.setdefault(stage, bars.add_task(stage)) if stage not in tasks else tasks[stage]
                bars.update(task, completed=done, total=total)  # type: ignore[arg-type]

            built = build_archive(data, folder, encoder, on_progress=report)
        console.print(f"{archive}: {built.passages:,} passages built in {built.seconds:.0f} s")
    return EmbeddedEngine.open(folder / "index", encoder)


def _print_fusion(console: Console, engine: EmbeddedEngine, archive: str, shared: Path) -> None:
    for questions in QUESTION_SETS:
        if questions.archive != archive:
            continue
        judged = judge(engine, questions.queries(shared))
        if not judged:
            continue
        table = Table("method", title=f"{questions.name}: {len(judged)} questions, {engine.article_count:,} articles")
        for name in ("hit@1", "hit@5", "MRR", "MAP@5"):
            table.add_column(name, justify="right")
        for method, fuse in METHODS.items():
            found = measure(judged, fuse)
            table.add_row(method, *(f"{value:.4f}" for value in (found.hit_1, found.hit_5, found.mrr, found.map_5)))
        console.print(table)


def _print_speed(
    console: Console, engine: EmbeddedEngine, encoder: Encoder, archive: str, shared: Path, work: Path
) -> None:
    queries = [query.text for one in QUESTION_SETS if one.archive == archive for query in one.queries(shared)[:300]]
    folder = work / archive / "index"
    start_s, resident = cold_start(folder)
    size = bytes_of(path_of(folder, engine.generation))
    table = Table("measure", "value", title=f"{archive}: {engine.passage_count:,} passages, {engine.manifest.dense}")
    table.add_row("cold start to first answer", f"{start_s:.2f} s")
    table.add_row("resident memory then", f"{resident:.0f} MiB")
    table.add_row("index on disk", f"{size / 2**20:.0f} MiB")
    table.add_row(
        "search, processor time, p50", f"{processor_ms(lambda q: engine.search(q, limit=10), queries):.1f} ms"
    )
    for clients in (1, 8):
        found = latency(lambda query: engine.search(query, limit=10), queries, clients)
        table.add_row(f"search, {clients} client(s), p50 / p95 / p99", _milliseconds(found.p50, found.p95, found.p99))
    texts = _texts(engine, 512)
    fast, plain = embedding_rate(encoder, texts), embedding_rate(load_encoder(runtime="torch"), texts)
    table.add_row("embedding", f"{fast:.0f} passages/s, {fast / plain:.1f} x sentence-transformers fp32 ({plain:.0f})")
    console.print(table)


def _print_peers(console: Console, engine: EmbeddedEngine, archive: str, arguments: argparse.Namespace) -> None:
    measured = []
    for one in compare_systems(
        engine,
        archive,
        arguments.shared,
        arguments.work,
        systems=arguments.systems,
        questions=arguments.questions,
        budget_s=arguments.budget,
    ):
        measured.append(one)
        # A long run that is cut off has said what it had.
        console.log(one)
    lines = comparison_lines(measured)
    title = f"{archive}: {engine.article_count:,} articles, {engine.passage_count:,} passages"
    if arguments.markdown:
        console.print(f"{title}\n\n{markdown(lines)}", markup=False, highlight=False, soft_wrap=True)
        return
    table = Table(*lines[0], title=title)
    for line in lines[1:]:
        table.add_row(*line)
    console.print(table)


def _print_growth(console: Console, sizes: list[int]) -> None:
    table = Table("vectors", "kind", title="Growth of dense search on generated vectors")
    for name in ("recall@50", "build s", "p50 ms", "p95 ms", "disk MiB", "peak resident MiB"):
        table.add_column(name, justify="right")
    for one in grow(sizes):
        table.add_row(
            f"{one.rows:,}",
            one.kind,
            f"{one.recall:.4f}",
            f"{one.build_s:.0f}",
            f"{one.p50_ms:.2f}",
            f"{one.p95_ms:.2f}",
            f"{one.disk_mib:.0f}",
            f"{one.resident_mib:.0f}",
        )
    console.print(table)


def _texts(engine: EmbeddedEngine, count: int) -> list[str]:
    texts: list[str] = []
    for article in engine.articles():
        texts += [passage_text(article, passage) for passage in engine.passages_of(article.id)]
        if len(texts) >= count:
            break
    return texts[:count]


def _milliseconds(*values: float) -> str:
    return " / ".join(f"{value:.1f}" for value in values) + " ms"


if __name__ == "__main__":
    sys.exit(main())
