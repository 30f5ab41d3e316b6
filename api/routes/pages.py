"""The reader pages: home, article, search results, how it works. They work with JavaScript off.

Every template gets ``base`` (the service's root path) and what its first line lists.
"""

import re
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from fastapi.templating import Jinja2Templates
from sqlalchemy.exc import SQLAlchemyError

from api.routes.archive import MAX_OFFSET, MAX_QUERY, filters_of
from api.schemas.articles import ArticleOut
from api.schemas.ask import ArticleCard, AskOut
from api.schemas.search import SearchOut
from api.state import State, StateDep
from corpus import Article, CorpusError
from index import IndexingError, SearchEngine
from qa import Question

_PACKAGE = Path(__file__).resolve().parent.parent
STATIC = _PACKAGE / "static"
_LATEST = 6
_PAGE = 10
_QUOTE = re.compile(r"(\d{1,9})-(\d{1,9})")
# A query of this many words, or with a question mark, is read as a question as well.
_QUESTION_WORDS = 4

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
templates = Jinja2Templates(_PACKAGE / "templates")


def page(request: Request, name: str, status: int = 200, **context: object) -> HTMLResponse:
    """A rendered template."""
    return templates.TemplateResponse(
        request, name, {"base": request.scope.get("root_path", ""), **context}, status_code=status
    )


def error(request: Request, status: int, title: str, detail: str) -> HTMLResponse:
    """The page a browser gets instead of a problem document."""
    base = request.scope.get("root_path", "")
    if f"{request.url.path.removeprefix(base)}/".startswith("/staff/"):
        return page(request, "staff/error.html", status, staff=f"{base}/staff", code=status, title=title, detail=detail)
    return page(request, "error.html", status, code=status, title=title, detail=detail)


@router.get("/")
async def home(request: Request, state: StateDep) -> Response:
    try:
        serving = await state.serving()
    except IndexingError:
        return page(request, "home.html", article_count=0, examples=[], articles=[])
    latest = await state.short.run(lambda: _latest(state, serving.engine))
    examples = await state.models.run(lambda: state.examples.of(serving, latest))
    cards = [card | {"id": card["article_id"]} for card in map(ArticleCard.fields, latest)]
    return page(request, "home.html", article_count=serving.engine.article_count, examples=examples, articles=cards)


def _latest(state: State, engine: SearchEngine) -> list[Article]:
    """The articles checked last that are being served; none while the database can't be asked."""
    try:
        ids = state.services.store.latest(_LATEST) if state.freshness.reachable else ()
    except (CorpusError, SQLAlchemyError):
        ids = ()
    found = (engine.article(article_id) for article_id in ids)
    return [article for article in found if article is not None]


@router.get("/articles/{article_id}")
async def article(request: Request, article_id: str, state: StateDep, quote: str = "") -> Response:
    found = (await state.serving()).engine.article(article_id)
    if found is None:
        raise HTTPException(404, f"The archive holds no article {article_id!r}.")
    place = _QUOTE.fullmatch(quote)
    span = (int(place[1]), int(place[2])) if place else None
    return page(request, "article.html", article=ArticleOut.of(found, None).model_dump(), quote=span)


@router.get("/search")
async def search(
    request: Request,
    state: StateDep,
    q: Annotated[str, Query(max_length=MAX_QUERY)] = "",
    offset: Annotated[int, Query(ge=0, le=MAX_OFFSET)] = 0,
    publisher: Annotated[str, Query(max_length=200)] = "",
    verdict: Annotated[str, Query(max_length=200)] = "",
    date_from: Annotated[str, Query(alias="from", max_length=20)] = "",
    date_to: Annotated[str, Query(alias="to", max_length=20)] = "",
) -> Response:
    query = " ".join(q.split())
    wanted = {"publisher": publisher, "verdict": verdict, "from": date_from, "to": date_to}
    context: dict[str, Any] = {
        "query": query,
        "limit": _PAGE,
        "offset": offset,
        "filters": wanted,
        "unread": unread_days({"from": date_from, "to": date_to}),
        "result": None,
        "answer": None,
    }
    if query:
        serving = await state.serving()
        filters = filters_of(publisher, verdict, day_of(date_from), day_of(date_to))
        began = time.perf_counter()
        found = await state.models.run(
            lambda: serving.engine.search(query, limit=_PAGE, offset=offset, filters=filters)
        )
        context["result"] = SearchOut.of(found, (time.perf_counter() - began) * 1000).model_dump()
        if offset == 0 and filters is None and (query.endswith("?") or len(query.split()) >= _QUESTION_WORDS):
            outcome = await state.answer(serving, Question(query))
            context["answer"] = AskOut.of(outcome, answer_id="", took_ms=0.0).model_dump()
    return page(request, "search.html", **context)


@router.get("/how-it-works")
async def how_it_works(request: Request, state: StateDep) -> Response:
    try:
        count = (await state.serving()).engine.article_count
    except IndexingError:
        count = 0
    return page(request, "how.html", article_count=count)


@router.get("/footnote.js")
async def components() -> Response:
    """Both web components; any site may load it."""
    headers = {
        "Cache-Control": "public, max-age=300",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return FileResponse(STATIC / "footnote.js", media_type="text/javascript", headers=headers)


def unread_days(filters: Mapping[str, str]) -> dict[str, str]:
    """Those of the filters by day that are none: pages say so, for they restrict nothing."""
    return {name: text for name, text in filters.items() if text and day_of(text) is None}


def day_of(text: str) -> date | None:
    """A day as a browser's date field sends it; ``None`` for anything else, see :func:`unread_days`."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
