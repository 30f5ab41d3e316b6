"""Commands for staff: evaluate, compare, calibrate."""

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
