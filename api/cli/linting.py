"""The editors' command: lint."""

import json
from collections import Counter
from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.console import err, out, progress, services

_STYLES = {"error": "red", "warning": "yellow", "notice": "dim"}


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command()(lint)


def lint(
    as_json: Annotated[bool, typer.Option("--json", help="One finding a line, for machines.")] = False,
) -> None:
    """Check the stored articles as an editor would. Exit code 1: there are errors, which mislead readers."""
    from rich.text import Text

    from corpus.lint import Severity
    from corpus.lint import lint as check

    store = services().store
    with progress() as report:
        findings = check(store, on_progress=report)
    for finding in findings:
        if as_json:
            out.print(json.dumps(asdict(finding), ensure_ascii=False), markup=False, soft_wrap=True)
            continue
        line = Text(f"{finding.severity:<8}", style=_STYLES[finding.severity])
        line.append(f"{finding.check:<20} ", style="bold").append(f"{finding.article_id}: ", style="dim")
        line.append(finding.message)
        out.print(line, soft_wrap=True)
    counts = Counter(finding.severity for finding in findings)
    err.print(f"{len(store)} articles: " + ", ".join(f"{counts[severity]} {severity}s" for severity in Severity))
    if counts[Severity.ERROR]:
        raise typer.Exit(1)
