"""For machines that watch the service."""

import asyncio
from typing import Literal

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel, Field

from api.problems import described, problem
from api.state import StateDep
from index import SearchUnavailable

router = APIRouter(tags=["probes"])


class Health(BaseModel):
    status: str = "ok"


class Readiness(BaseModel):
    """``degraded``: an older generation is served, without what changed since, because the current one is damaged."""

    status: Literal["ready", "degraded"] = "ready"
    generation: str
    articles: int
    passages: int
    database: Literal["reachable", "unreachable"] = Field(
        description="While it is unreachable, questions are answered from what was known last; nothing can be stored."
    )


@router.get("/healthz")
async def alive() -> Health:
    """Whether the process answers."""
    return Health()


@router.get("/readyz", response_model=Readiness, responses=described(503))
async def ready(state: StateDep) -> Readiness | JSONResponse:
    """Whether questions are answered: an index is loaded and warm, and what holds it can be reached."""
    if not state.services.ready:
        return problem(503, "No index is loaded yet.", headers={"Retry-After": "1"})
    try:
        await asyncio.to_thread(state.services.backend.check)
    except SearchUnavailable:
        return problem(503, "The search server can't be reached just now.", headers={"Retry-After": "1"})
    if state.services.settings.engine == "milvus" and not state.freshness.reachable:
        return problem(503, "The database, which holds the articles, can't be reached.", headers={"Retry-After": "1"})
    serving = state.services.serving()
    engine = serving.engine
    return Readiness(
        status="degraded" if serving.problem else "ready",
        generation=engine.generation,
        articles=engine.article_count,
        passages=engine.passage_count,
        database="reachable" if state.freshness.reachable else "unreachable",
    )


@router.get("/metrics", response_class=PlainTextResponse)
async def metrics(state: StateDep) -> Response:
    """Counters in the Prometheus text format."""
    for name, pool in (("model", state.models), ("short", state.short)):
        state.metrics.queue.labels(name).set(pool.pending)
    return PlainTextResponse(state.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
