"""For the newsroom, behind a bearer token."""

import secrets
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel

from api.problems import described
from api.state import StateDep

_bearer = HTTPBearer(auto_error=False)


async def staff_only(
    state: StateDep, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> None:
    """Raises 401 unless the request carries the staff token; 403 where none is set."""
    token = state.services.settings.staff_token
    if token is None:
        raise HTTPException(403, "The staff endpoints are closed: set FOOTNOTE_STAFF_TOKEN to open them.")
    given = credentials.credentials if credentials else ""
    if not secrets.compare_digest(given.encode(), token.get_secret_value().encode()):
        raise HTTPException(401, "A valid bearer token is needed.", headers={"WWW-Authenticate": "Bearer"})


router = APIRouter(
    prefix="/v1/staff", tags=["staff"], dependencies=[Depends(staff_only)], responses=described(401, 403, 422)
)


class IndexStatus(BaseModel):
    """``pending`` counts live articles of the store that the served generation lacks or holds in another state."""

    generation: str
    articles: int
    passages: int
    stored: int


class Withdrawal(BaseModel):
    article_id: str
    withdrawn: bool


class FeedbackOut(BaseModel):
    answer_id: str
    question: str
    vote: str
    reason: str | None
    comment: str
    given_at: datetime


@router.get("/index")
async def index_status(state: StateDep) -> IndexStatus:
    """What is being served, and how many articles the store holds."""
    engine = (await state.serving()).engine
    stored = await state.pool.run(lambda: len(state.services.store))
    return IndexStatus(
        generation=engine.generation, articles=engine.article_count, passages=engine.passage_count, stored=stored
    )


@router.post("/reload")
async def reload(state: StateDep) -> IndexStatus:
    """Load the newest generation now."""
    serving = await state.pool.run(state.services.reload)
    state.metrics.serve(serving.engine.generation)
    return await index_status(state)


@router.get("/feedback")
async def feedback(state: StateDep, limit: Annotated[int, Query(ge=1, le=1000)] = 100) -> list[FeedbackOut]:
    """The newest votes first."""
    votes = await state.pool.run(lambda: state.feedback.latest(limit))
    return [
        FeedbackOut(
            answer_id=vote.answer_id, question=vote.question, vote=vote.vote, reason=vote.reason, comment=vote.comment,
            given_at=vote.given_at,
        )
        for vote in votes
    ]  # fmt: skip
