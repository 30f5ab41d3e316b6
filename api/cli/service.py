"""Commands that run the service: serve, demo, config."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.console import err, out, progress, services

if TYPE_CHECKING:
    from api.settings import Settings

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=1, max=65535)]

_DEMO_QUESTION = "Can you see the Great Wall of China from the Moon?"


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    for command in (serve, demo, config):
        app.command()(command)


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    processes: Annotated[int, typer.Option(min=1, max=64, help="Processes that share the port and the index.")] = 1,
) -> None:
    """Run the HTTP API and the reader pages."""
    from api.settings import load_settings

    _serve(load_settings(), host, port, processes)


def demo(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop after the printed answer.")] = False,
) -> None:
    """Ingest the sample archive, index it, print one answer, and serve the reader page."""
    from pathlib import Path

    import corpus
    from api.cli.answering import asked
    from api.cli.printing import answer_text
    from corpus.ingest import ingest
    from qa import Question

    parts = services()
    samples = Path(corpus.__file__).parent / "samples"
    with progress() as report:
        ingest(parts.store, [str(samples)], on_progress=report)
        parts.bring_up(report)
    out.print(f"> {_DEMO_QUESTION}", style="bold", markup=False)
    out.print(answer_text(asked(parts.serving(), Question(_DEMO_QUESTION))))
    if not no_serve:
        _serve(parts.settings, host, port)


def config(
    markdown: Annotated[bool, typer.Option("--markdown", help="Print all settings with what they mean.")] = False,
) -> None:
    """Print the settings in force and where each came from."""
    from rich.table import Table
    from rich.text import Text

    from api.settings import as_markdown, in_force, load_settings

    if markdown:
        out.print(as_markdown(), markup=False, soft_wrap=True, end="")
        return
    table = Table("variable", "value", "from")
    for setting in in_force(load_settings()):
        table.add_row(Text(setting.variable), Text(setting.value), setting.origin)
    out.print(table)


def _serve(settings: "Settings", host: str, port: int, processes: int = 1) -> None:
    from api.server import run

    err.print(f"data folder: {settings.data_dir.resolve()}", style="dim", markup=False)
    err.print(f"serving at http://{host}:{port} (Ctrl-C stops)", style="dim", markup=False)
    run(settings, host, port, processes)
