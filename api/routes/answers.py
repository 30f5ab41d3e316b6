"""Questions, and what readers thought of the answers."""

import time
import uuid
from dataclasses import replace
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from api.problems import described
from api.schemas.ask import MAX_QUESTION, AskIn, AskOut
from api.state import StateDep

router = APIRouter(prefix="/v1", tags=["answers"])


class FeedbackIn(BaseModel):
    """A vote on an answer. The service knows the question of an answer that it gave itself not long ago."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"answer_id": "3f0c2a9d6b7e4c1f8a5d2e9b7c6a1f00", "vote": "up"},
                {
                    "answer_id": "3f0c2a9d6b7e4c1f8a5d2e9b7c6a1f00",
                    "vote": "down",
                    "reason": "off_topic",
                    "comment": "I asked about the cost, not about the staff.",
                },
            ]
        }
    )

    answer_id: str = Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9._-]+$")
    vote: Literal["up", "down"]
    reason: str | None = Field(default=None, max_length=50)
    comment: str = Field(default="", max_length=1000)
    question: str = Field(
        default="", max_length=MAX_QUESTION, description="The question, for an answer that the service no longer knows."
    )


@router.post("/ask", responses=described(400, 408, 413, 422, 429, 503))
async def ask(asked: AskIn, state: StateDep) -> AskOut:
    """Quotes that answer the question, with the articles' own citation numbers, or a refusal with its reason."""
    began = time.perf_counter()
    serving = await state.serving()
    # Explained in any case: the stages' times are counted.
    question = replace(asked.to_question(), explain=True)
    outcome = await state.answer(serving, question)
    answer_id = uuid.uuid4().hex
    took_ms = (time.perf_counter() - began) * 1000
    page = serving.engine.article(question.article_id) if question.article_id else None
    state.keep(answer_id, outcome, took_ms, page_id=page.id if page else "", follow_up=bool(question.history))
    shown = outcome if asked.explain else replace(outcome, explanation=None)
    return AskOut.of(shown, answer_id=answer_id, took_ms=took_ms)


@router.post("/feedback", status_code=204, responses=described(400, 408, 413, 422, 429, 503))
async def feedback(given: FeedbackIn, state: StateDep) -> None:
    """Keep a vote on an answer; a later vote on the same answer replaces it. One whose question is not known waits for
    nobody.
    """

    def add() -> None:
        asked = state.asked(given.answer_id)
        question, standalone = (asked.question, asked.standalone) if asked else (given.question, "")
        state.feedback.add(given.answer_id, question, given.vote, given.reason, given.comment, standalone=standalone)

    await state.short.run(add)
