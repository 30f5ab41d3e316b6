"""What readers asked: the question log, and the questions that the archive does not answer."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import HTTPException, Query
from fastapi.responses import Response

from api.question_log import Wanted
from api.routes.pages import day_of, unread_days
from api.routes.staff.readers import OUTCOMES, unanswered_topics
from api.routes.staff_pages.access import VisitorDep, staff_pages
from api.routes.staff_pages.paging import PER_PAGE, Offset, Part
from api.state import StateDep
from api.voted_questions import voted_question
from qa import Question
from qa.evaluation.drafting import asks, draft
from qa.evaluation.gold import as_line

_DAYS = 30
# Wordings looked at: more are not read by anybody.
_GROUPS = 300

router = staff_pages()

Text = Annotated[str, Query(max_length=200)]


@router.get("/questions")
async def questions(
    visitor: VisitorDep,
    state: StateDep,
    outcome: Text = "",
    words: Text = "",
    date_from: Annotated[str, Query(alias="from", max_length=20)] = "",
    date_to: Annotated[str, Query(alias="to", max_length=20)] = "",
    offset: Offset = 0,
) -> Response:
    unread = unread_days({"from": date_from, "to": date_to})
    if outcome and outcome not in OUTCOMES:
        unread["outcome"], outcome = outcome, ""
    since, until = day_of(date_from), day_of(date_to)
    wanted = Wanted(outcome, words.strip(), since, until)
    total = await state.short.run(lambda: state.question_log.total(wanted))
    found = await state.short.run(lambda: state.question_log.latest(PER_PAGE, wanted, offset=offset))
    votes = await state.short.run(lambda: state.feedback.of([asked.answer_id for asked in found]))
    counts = await state.short.run(lambda: state.question_log.counts(_DAYS))
    days: dict[date, dict[str, int]] = {}
    for count in counts:
        days.setdefault(count.day, {})[count.outcome] = count.n
    return visitor.show(
        "questions.html",
        log=state.services.settings.question_log,
        retention_days=state.services.settings.retention_days,
        outcomes=OUTCOMES,
        filters={"outcome": outcome, "words": wanted.words, "from": since or "", "to": until or ""},
        unread=unread,
        questions=found,
        votes=votes,
        part=Part(offset, total),
        days=days,
        n_days=_DAYS,
    )


@router.get("/questions/draft")
async def draft_of(state: StateDep, answer: Annotated[str, Query(max_length=64)]) -> Response:
    """A logged question, with what its reader thought of the answer, as a line of a gold file to download."""
    asked = await state.short.run(lambda: voted_question(state.question_log, state.feedback, answer))
    if asked is None:
        raise HTTPException(404, "This question is no longer in the log.")
    outcome = await state.answer(await state.serving(), Question(asked.question, article_id=asked.page_id or None))
    if not asks(asked.question, outcome):
        raise HTTPException(422, "This question asks nothing: there is nothing to draft.")
    item = draft(asked.question, outcome, asked.vote, asked.comment, reason=asked.reason)
    if asked.typed:
        item = replace(item, note=f"Typed as a follow-up or on an article’s page: “{asked.typed}”. {item.note}")
    headers = {
        "Content-Disposition": f'attachment; filename="{item.id}.jsonl"',
        "Cache-Control": "no-store",
    }
    return Response(as_line(item) + "\n", media_type="application/x-ndjson", headers=headers)


@router.get("/unanswered")
async def unanswered(visitor: VisitorDep, state: StateDep) -> Response:
    topics = await unanswered_topics(state, _GROUPS)
    return visitor.show("unanswered.html", topics=topics, log=state.services.settings.question_log)
