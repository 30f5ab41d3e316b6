"""Questions, and what readers thought of the answers."""

import time
import uuid
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.problems import described
from api.schemas.ask import AskIn, AskOut
from api.state import StateDep

router = APIRouter(prefix="/v1", tags=["answers"])


class FeedbackIn(BaseModel):
    """A vote on an answer; the question it was about is looked up by the service."""

    answer_id: str = Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9._-]+$")
    vote: Literal["up", "down"]
    reason: str | None = Field(default=None, max_length=50)
    comment: str = Field(default="", max_length=1000)


@router.post("/ask", responses=described(413, 422, 429, 503))
async def ask(asked: AskIn, state: StateDep) -> AskOut:
    """Quotes that answer the question, with the articles' own citation numbers, or a refusal with its reason."""
    began = time.perf_counter()
    serving = await state.serving()
    outcome = await state.pool.run(lambda: serving.answerer.answer(asked.to_question()))
    answer_id = uuid.uuid4().hex
    state.remember(answer_id, asked.question)
    state.metrics.count(outcome)
    return AskOut.of(outcome, answer_id=answer_id, took_ms=(time.perf_counter() - began) * 1000)


@router.post("/feedback", status_code=204, responses=described(413, 422, 429))
async def feedback(given: FeedbackIn, state: StateDep) -> None:
    """Keep a vote on an answer."""
    question = state.question_of(given.answer_id)
    await state.pool.run(lambda: state.feedback.add(given.answer_id, question, given.vote, given.reason, given.comment))
