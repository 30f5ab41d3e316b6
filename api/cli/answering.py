"""Commands that answer: ask, chat."""

import sys
import time
import uuid
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.console import err, out, services, serving_of

if TYPE_CHECKING:
    from api.schemas.ask import AskOut
    from api.services import Serving
    from qa import Question


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    for command in (ask, chat):
        app.command()(command)


def asked(serving: "Serving", question: "Question") -> "AskOut":
    """The reply to one question, exactly as POST /v1/ask gives it."""
    from api.schemas.ask import AskOut

    began = time.perf_counter()
    outcome = serving.answerer.answer(question)
    return AskOut.of(outcome, answer_id=uuid.uuid4().hex, took_ms=(time.perf_counter() - began) * 1000)


def ask(
    question: Annotated[str, typer.Argument(help="A question, a claim, or words.")],
    article: Annotated[str | None, typer.Option(help="Id of the article whose page the reader is on.")] = None,
    max_quotes: Annotated[int, typer.Option(min=1, max=10, help="Most quotes of one article.")] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Print what POST /v1/ask returns.")] = False,
    explain: Annotated[bool, typer.Option(help="Show what each stage did.")] = False,
) -> None:
    """Answer one question."""
    from api.cli.printing import answer_text
    from qa import Question

    reply = asked(
        serving_of(services()), Question(question, article_id=article, max_quotes=max_quotes, explain=explain)
    )
    if as_json:
        out.print_json(reply.model_dump_json())
        return
    out.print(answer_text(reply))
    if reply.explanation is not None:
        out.print_json(reply.explanation.model_dump_json())


def chat() -> None:
    """A conversation; an empty line ends it. Questions from a file or a pipe are printed with their answers."""
    from api.cli.printing import answer_text
    from qa import Question, Turn

    serving = serving_of(services())
    history: list[Turn] = []
    err.print("Ask about a claim. An empty line ends the conversation.", style="dim")
    while True:
        try:
            question = input("> ").strip()
        except EOFError:
            break
        if not sys.stdin.isatty():
            typer.echo(question)
        if not question:
            break
        reply = asked(serving, Question(question, history=tuple(history)))
        out.print(answer_text(reply))
        shown = [quote.passage_id for group in reply.articles for quote in group.quotes]
        history.append(Turn(question, tuple(dict.fromkeys(shown))))
