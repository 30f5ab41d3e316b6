"""Commands for staff: gold check, gold add."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.console import err, out, progress, services, serving_of

if TYPE_CHECKING:
    from qa.evaluation.checking import Lookup
    from qa.evaluation.gold import GoldItem

group = typer.Typer(help="Questions with known answers.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    for command in (check, add):
        group.command()(command)
    app.add_typer(group, name="gold")


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Gold files: one JSON object a line.")],
    answers: Annotated[bool, typer.Option(help="Also ask the unanswerable questions.")] = True,
    follow: Annotated[
        bool, typer.Option("--follow", help="Rewrite the files with quotes that follow revised articles.")
    ] = False,
) -> None:
    """Check gold files against the archive. Exit code 1: there is something to mend; 2: could not check."""
    from qa.evaluation.checking import check_gold, check_unanswerable
    from qa.evaluation.gold import read_gold

    answerer = serving_of(services()).answerer
    lookup = answerer.engine.article
    every: list[GoldItem] = []
    malformed: list[str] = []
    for path, (items, faults) in [(path, read_gold(path)) for path in paths]:
        malformed += faults
        if follow and faults:
            out.print(f"{path}: left as it is until every line can be read", markup=False, soft_wrap=True)
        every += _followed(path, items, lookup) if follow and not faults else items
    problems = check_gold(every, lookup)
    if answers:
        unanswerable = [item for item in every if not all(turn.answerable for turn in item.turns)]
        with progress() as report:
            for done, item in enumerate(unanswerable, start=1):
                problems += check_unanswerable([item], answerer)
                report("Asking", done, len(unanswerable))
    found = malformed + [f"{one.place}: {one.item_id}: {one.problem}. {one.remedy}" for one in problems]
    for text in found:
        out.print(text, markup=False, soft_wrap=True)
    out.print(f"{len(every)} items, {len(found)} problems")
    if found:
        raise typer.Exit(1)


def add(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Gold file to append to; made if it isn't there.")],
    question: Annotated[
        str | None, typer.Argument(help="The question; the newest that readers asked if left out.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, help="How many questions of the log, and how many votes, to look at.")
    ] = 20,
    refused: Annotated[
        bool, typer.Option("--refused", help="Only questions of the log that were not answered.")
    ] = False,
) -> None:
    """Draft gold items out of the questions that readers asked and what they thought of the answers, for a person to
    finish.
    """
    from api.feedback import FeedbackStore
    from api.question_log import QuestionLog
    from api.voted_questions import VotedQuestion, voted_questions
    from qa import Question
    from qa.errors import GoldError
    from qa.evaluation.drafting import asks, draft
    from qa.evaluation.gold import load_gold, save_gold

    parts = services()
    answerer = serving_of(parts).answerer
    log = QuestionLog(parts.store.engine, parts.settings.question_log)
    asked = voted_questions(log, FeedbackStore(parts.store.engine), limit, refused_only=refused)
    # A vote says more than the question alone, whichever of two that ask the same is the newer one.
    asked.sort(key=lambda one: one.vote is None)
    if question is not None:
        asked = [one for one in asked if one.question == question][:1] or [VotedQuestion(question)]
    items = list(load_gold(path)) if path.exists() else []
    known = {item.id for item in items} | {turn.question for item in items for turn in item.turns}
    drafts: dict[str, GoldItem] = {}
    for one in asked:
        if one.question in known:
            continue
        outcome = answerer.answer(Question(one.question))
        if not asks(one.question, outcome):
            if question is not None:
                raise GoldError(f"{question!r} asks nothing. Write a question that the archive may or may not answer.")
            continue
        item = draft(one.question, outcome, one.vote, one.comment, reason=one.reason)
        if item.id not in known:
            drafts.setdefault(item.id, item)
    if not drafts:
        err.print("Nothing to add: no question of the log, and no vote on one, that the file lacks.", style="yellow")
        return
    save_gold(path, [*items, *drafts.values()])
    for item in drafts.values():
        out.print(f"{item.id}: {item.turns[0].question}\n  {item.note}", markup=False, soft_wrap=True)
    out.print(f'{len(drafts)} drafts added to {path}: finish them and remove "draft".', markup=False)


def _followed(path: Path, items: Sequence["GoldItem"], lookup: "Lookup") -> Sequence["GoldItem"]:
    """The items with quotes that follow revised articles, kept in their file."""
    from qa.evaluation.checking import reanchor
    from qa.evaluation.gold import save_gold

    moved, _ = reanchor(items, lookup)
    n_moved = sum(old != new for old, new in zip(items, moved, strict=True))
    if n_moved:
        save_gold(path, moved)
    out.print(f"{path}: quotes of {n_moved} items follow their articles", markup=False)
    return moved
