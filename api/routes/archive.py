"""Search, completion, and single articles."""

import time
from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from api.problems import described
from api.schemas.articles import ArticleOut
from api.schemas.day import Day
from api.schemas.search import SearchOut, SuggestOut
from api.state import StateDep
from index import Filters

router = APIRouter(prefix="/v1", tags=["archive"])

MAX_QUERY = 500
MAX_OFFSET = 10_000

QueryText = Annotated[str, Query(min_length=1, max_length=MAX_QUERY, examples=["great wall moon"])]
FilterText = Annotated[str | None, Query(max_length=200)]


def filters_of(
    publisher: str | None, verdict: str | None, date_from: date | None, date_to: date | None
) -> Filters | None:
    """``None`` where nothing restricts."""
    if not (publisher or verdict or date_from or date_to):
        return None
    return Filters(
        publishers=frozenset([publisher] if publisher else []),
        verdicts=frozenset([verdict] if verdict else []),
        date_from=date_from,
        date_to=date_to,
    )


@router.get("/search", responses=described(422, 429, 503))
async def search(
    state: StateDep,
    q: QueryText,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
    offset: Annotated[int, Query(ge=0, le=MAX_OFFSET)] = 0,
    publisher: FilterText = None,
    verdict: FilterText = None,
    date_from: Annotated[Day | None, Query(alias="from", description="Checked on this day or later.")] = None,
    date_to: Annotated[Day | None, Query(alias="to", description="Checked on this day or earlier.")] = None,
) -> SearchOut:
    """Articles that match, best first, one hit each."""
    began = time.perf_counter()
    serving = await state.serving()
    filters = filters_of(publisher, verdict, date_from, date_to)
    result = await state.models.run(lambda: serving.engine.search(q, limit=limit, offset=offset, filters=filters))
    return SearchOut.of(result, (time.perf_counter() - began) * 1000)


@router.get("/suggest", responses=described(422, 429, 503))
async def suggest(state: StateDep, q: QueryText, limit: Annotated[int, Query(ge=1, le=20)] = 8) -> SuggestOut:
    """Titles and questions of the archive that complete what was typed."""
    serving = await state.serving()
    found = await state.short.run(lambda: serving.engine.suggest(q, limit=limit))
    return SuggestOut(query=q, suggestions=list(found))


@router.get("/articles/{article_id}", responses=described(404, 422, 429, 503))
async def article(article_id: str, state: StateDep) -> ArticleOut:
    """An article as the archive holds it: text, sections, sentences with their citations, sources."""
    serving = await state.serving()
    found = serving.engine.article(article_id)
    if found is None:
        raise HTTPException(404, f"The archive holds no article {article_id!r}.")
    return ArticleOut.of(found, await state.short.run(lambda: state.revision_of(found)))
