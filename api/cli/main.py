"""The ``footnote`` command."""

import sys

import typer

from api.cli import answering, archive, evaluation, gold, linting, service
from api.errors import DoorError

app = typer.Typer(
    help="Answers from an archive of fact-checks: verbatim quotes with the article's own citation numbers.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (archive, linting, answering, evaluation, gold, service):
    group.register(app)


def main() -> None:
    """Run the command; what the user can mend ends in one paragraph on standard error and exit code 2."""
    from corpus import CorpusError
    from index import IndexingError
    from qa import AnsweringError

    try:
        app()
    except (CorpusError, IndexingError, AnsweringError, DoorError) as error:
        typer.secho(f"footnote: {error}", fg="red", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
