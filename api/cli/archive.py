"""Commands about the archive: ingest, withdraw, index, search."""

import json
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.console import err, out, progress, services, serving_of
from api.errors import UsageError

if TYPE_CHECKING:
    from api.services import Services
    from index.building import Progress

REJECTED = "rejected.jsonl"


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    for command in (ingest, withdraw, index, search):
        app.command()(command)


def ingest(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, globs, - for standard input, or web addresses of pages, feeds and sitemaps."
            " Pages as text, Markdown or HTML, JSON lines, also in .gz and .zip."
        ),
    ],
    keep_going: Annotated[bool, typer.Option(help="Leave out files that can't be read instead of stopping.")] = False,
    restore: Annotated[
        bool, typer.Option("--restore", help="Bring back what was withdrawn and has not changed since.")
    ] = False,
) -> None:
    """Read articles into the store. Nothing is stored if a file can't be trusted."""
    from rich.table import Table

    from corpus.ingest import ingest as into_store
    from corpus.web.options import WebOptions

    parts = services()
    store = parts.store
    web = WebOptions(
        allow_private_addresses=parts.settings.fetch_private, memory=parts.settings.data_dir / "fetched.sqlite3"
    )
    with progress() as report:
        result = into_store(store, paths, on_progress=report, keep_going=keep_going, restore=restore, web=web)
    counts = {
        "added": result.added, "updated": result.updated, "unchanged": result.unchanged,
        "withdrawn": result.withdrawn, "rejected": len(result.rejected),
    }  # fmt: skip
    table = Table(*counts)
    table.add_row(*map(str, counts.values()))
    out.print(table)
    if result.rejected:
        report_path = parts.settings.data_dir / REJECTED
        report_path.parent.mkdir(parents=True, exist_ok=True)
        with report_path.open("w", encoding="utf-8") as file:
            for error in result.rejected:
                row = {"origin": error.origin, "place": error.place, "problem": error.problem, "remedy": error.remedy}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        for error in result.rejected[:5]:
            err.print(f"rejected: {error}", style="yellow", markup=False)
        err.print(f"All {len(result.rejected)} rejections: {report_path}", markup=False)


def withdraw(article_id: Annotated[str, typer.Argument(help="Id of the article.")]) -> None:
    """Take an article out of the store, keeping its history; `footnote index` takes it out of answers.

    Reading the same article again does not bring it back, unless with `footnote ingest --restore`.
    """
    if not services().store.withdraw(article_id):
        raise UsageError(f"the store holds no article {article_id!r}")
    out.print(f"withdrawn: {article_id}", markup=False)


def index(
    ray: Annotated[bool, typer.Option("--ray", help="Embed on all CPUs of a Ray cluster before building.")] = False,
    ray_address: Annotated[
        str | None,
        typer.Option(help="Head of that cluster, host:port; default FOOTNOTE_RAY_ADDRESS."),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Go on: build again after each change of the store.")] = False,
) -> None:
    """Bring the index up to the store: only what changed is embedded, and the last index serves until then."""
    if watch:
        _keep_up()
        return
    parts = services()
    if len(parts.store) == 0:
        err.print("The store is empty: the index will hold nothing. Read articles with 'footnote ingest'.")
    with progress() as report:
        if ray or ray_address:
            _embed_in_bulk(parts, ray_address or parts.settings.ray_address, report)
        built = parts.bring_up(report)
    if not built.changed:
        out.print(f"generation {built.generation} is up to date: {built.articles} articles, {built.passages} passages")
        return
    out.print(
        f"generation {built.generation}: {built.articles} articles, {built.passages} passages;"
        f" {built.embedded} texts embedded, {built.reused} reused, in {built.seconds:.1f} s"
    )


def _embed_in_bulk(parts: "Services", address: str | None, report: "Progress") -> None:
    from index.bulk import embed_in_bulk
    from index.encoder import load_encoder
    from index.ray_pool import RayPool

    settings, encoder = parts.settings, parts.encoder
    load = partial(load_encoder, settings.model, runtime=settings.runtime, threads=1)
    done = embed_in_bulk(
        parts.store, settings.index_dir, encoder, RayPool(load, encoder.name, address), on_progress=report
    )
    out.print(f"{done.embedded} texts embedded on Ray, {done.known} known before")


def _keep_up() -> None:
    import signal
    import sys
    import threading

    from api.logging import configure
    from api.upkeep import keep_up

    parts = services()
    configure(parts.settings.log_level)
    # Safe at any moment: a build that is cut off leaves the index as it was.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    keep_up(parts, threading.Event())


def search(
    query: Annotated[str, typer.Argument(help="Words as typed into the search box.")],
    limit: Annotated[int, typer.Option(min=1, max=100)] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print what GET /v1/search returns.")] = False,
) -> None:
    """Show what the search box shows."""
    import time

    from rich.text import Text

    from api.schemas.search import SearchOut

    engine = serving_of(services()).engine
    began = time.perf_counter()
    found = SearchOut.of(engine.search(query, limit=limit), (time.perf_counter() - began) * 1000)
    if as_json:
        out.print_json(found.model_dump_json())
        return
    if found.corrected:
        out.print(f"Searched for: {found.corrected}", markup=False)
    for place, hit in enumerate(found.hits, start=1):
        line = Text(f"{place:>2}. ").append(hit.title, style="bold")
        line.append(
            f"\n    {hit.publisher or '-'} · checked on {hit.checked_on or 'unknown'} · {hit.verdict or 'no verdict'}"
        )
        line.append(f" · {hit.article_id}\n    ", style="dim")
        for piece in hit.snippet:
            line.append(piece.text, style="underline" if piece.match else "")
        out.print(line)
    out.print(f"{found.total} articles match", markup=False)
