"""What readers asked, what they did not find, and what they thought of the answers."""

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, Field

from api.routes.staff.access import staff_router
from api.state import StateDep
from api.unanswered import grouped

router = staff_router()

# Refused questions looked through for groups.
_REFUSED = 10_000

Limit = Annotated[int, Query(ge=1, le=1000)]


class AskedOut(BaseModel):
    """A question, its personal details masked; ``outcome`` is ``answered`` or the reason of the refusal."""

    answer_id: str
    question: str
    outcome: str
    confidence: float
    article_ids: list[str]
    generation: str
    took_ms: float
    asked_at: datetime


class DayCountOut(BaseModel):
    day: date
    outcome: str
    n: int


class QuestionsOut(BaseModel):
    """``log`` is the setting in force: ``off`` keeps nothing, ``counts`` no words."""

    log: Literal["off", "counts", "full"]
    retention_days: int
    questions: list[AskedOut] = Field(description="The newest first.")
    counts: list[DayCountOut] = Field(description="By day (UTC) and outcome, the newest day first.")


class UnansweredOut(BaseModel):
    """Questions that ask the same, in the wording used most."""

    question: str
    n: int
    reasons: dict[str, int]
    last_asked: datetime


class FeedbackOut(BaseModel):
    answer_id: str
    question: str
    vote: str
    reason: str | None
    comment: str
    given_at: datetime


@router.get("/questions")
async def questions(
    state: StateDep,
    limit: Limit = 100,
    days: Annotated[int, Query(ge=1, le=366, description="How many days to count.")] = 30,
) -> QuestionsOut:
    """The question log."""
    settings = state.services.settings
    latest = await state.short.run(lambda: state.question_log.latest(limit))
    counts = await state.short.run(lambda: state.question_log.counts(days))
    return QuestionsOut(
        log=settings.question_log,
        retention_days=settings.retention_days,
        questions=[AskedOut.model_validate(asked, from_attributes=True) for asked in latest],
        counts=[DayCountOut.model_validate(count, from_attributes=True) for count in counts],
    )


@router.get("/unanswered")
async def unanswered(state: StateDep, limit: Limit = 100) -> list[UnansweredOut]:
    """What readers asked and the archive does not answer, most asked first; needs the full question log."""

    def groups() -> list[UnansweredOut]:
        refused = state.question_log.latest(_REFUSED, refused_only=True)
        return [UnansweredOut.model_validate(group, from_attributes=True) for group in grouped(refused, limit)]

    return await state.short.run(groups)


@router.get("/feedback")
async def feedback(state: StateDep, limit: Limit = 100) -> list[FeedbackOut]:
    """The newest votes first."""
    votes = await state.short.run(lambda: state.feedback.latest(limit))
    return [FeedbackOut.model_validate(vote, from_attributes=True) for vote in votes]
