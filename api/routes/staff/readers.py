"""What readers asked, what they did not find, and what they thought of the answers."""

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, Field

from api.question_log import Wanted
from api.routes.staff.access import staff_router
from api.schemas.day import Day
from api.state import State, StateDep
from api.unanswered import Topic, Unanswered, grouped
from qa import Reason

router = staff_router()

# Refused questions looked through for groups.
_REFUSED = 10_000
#: What the question log is filtered by.
OUTCOMES = ("answered", "refused", *(reason.value for reason in Reason))

Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]


class AskedOut(BaseModel):
    """A question, its personal details masked; ``outcome`` is ``answered`` or the reason of the refusal.

    ``interpreted_as`` is empty for questions of before it was kept.
    """

    answer_id: str
    question: str
    outcome: str
    confidence: float
    article_ids: list[str]
    generation: str
    took_ms: float
    asked_at: datetime
    interpreted_as: str
    page_id: str = Field(description="The article on whose page it was asked; empty elsewhere.")
    follow_up: bool = Field(description="Whether earlier questions came along. They are not kept with it.")


class DayCountOut(BaseModel):
    day: date
    outcome: str
    n: int


class QuestionsOut(BaseModel):
    """``log`` is the setting in force: ``off`` keeps nothing, ``counts`` no words."""

    log: Literal["off", "counts", "full"]
    retention_days: int
    total: int = Field(description="How many questions the filters let through.")
    questions: list[AskedOut] = Field(description="The newest first.")
    counts: list[DayCountOut] = Field(description="By day (UTC) and outcome, the newest day first.")


class WordingOut(BaseModel):
    """Questions with the same words."""

    question: str
    n: int


class UnansweredOut(BaseModel):
    """Questions about one thing, under the wording used most."""

    question: str
    n: int
    reasons: dict[str, int]
    last_asked: datetime
    wordings: list[WordingOut]


class FeedbackOut(BaseModel):
    answer_id: str
    question: str
    vote: str
    reason: str | None
    comment: str
    given_at: datetime
    settled: bool = Field(description="Whether the newsroom has dealt with it.")


@router.get("/questions")
async def questions(
    state: StateDep,
    limit: Limit = 100,
    days: Annotated[int, Query(ge=1, le=366, description="How many days to count.")] = 30,
    offset: Offset = 0,
    outcome: Annotated[
        str,
        Query(
            pattern=f"^({'|'.join(OUTCOMES)})?$",
            description="`answered`, the reason of a refusal, or `refused` for every reason.",
        ),
    ] = "",
    words: Annotated[str, Query(max_length=200, description="What stands in the question, as typed.")] = "",
    date_from: Annotated[Day | None, Query(alias="from")] = None,
    date_to: Annotated[Day | None, Query(alias="to")] = None,
) -> QuestionsOut:
    """The question log."""
    settings = state.services.settings
    wanted = Wanted(outcome, words, date_from, date_to)
    latest = await state.short.run(lambda: state.question_log.latest(limit, wanted, offset=offset))
    total = await state.short.run(lambda: state.question_log.total(wanted))
    counts = await state.short.run(lambda: state.question_log.counts(days))
    return QuestionsOut(
        log=settings.question_log,
        retention_days=settings.retention_days,
        total=total,
        questions=[AskedOut.model_validate(asked, from_attributes=True) for asked in latest],
        counts=[DayCountOut.model_validate(count, from_attributes=True) for count in counts],
    )


@router.get("/unanswered")
async def unanswered(state: StateDep, limit: Limit = 100) -> list[UnansweredOut]:
    """What readers asked and the archive does not answer, most asked first; needs the full question log."""
    topics = await unanswered_topics(state, limit)
    return [UnansweredOut.model_validate(topic, from_attributes=True) for topic in topics]


async def unanswered_topics(state: State, limit: int) -> list[Topic]:
    """The topics of the ``limit`` questions that were refused most. Raises :class:`ModelError`."""

    def groups() -> list[Unanswered]:
        return grouped(state.question_log.latest(_REFUSED, Wanted("refused", questions_only=True)), limit)

    found = await state.short.run(groups)
    return await state.models.run(lambda: state.topics.of(found)) if found else []


@router.get("/feedback")
async def feedback(
    state: StateDep,
    limit: Limit = 100,
    offset: Offset = 0,
    vote: Literal["up", "down"] | None = None,
    open_only: Annotated[
        bool,
        Query(
            alias="open", description="Leave out the votes that were dealt with, and those whose question is not known."
        ),
    ] = False,
) -> list[FeedbackOut]:
    """The newest votes first."""
    votes = await state.short.run(lambda: state.feedback.latest(limit, vote=vote, open_only=open_only, offset=offset))
    return [FeedbackOut.model_validate(one, from_attributes=True) for one in votes]
