"""Every error as a problem document (RFC 9457)."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from api.work_pool import Overloaded
from corpus import CorpusError
from index import IndexingError, SearchUnavailable
from qa import AnsweringError

MEDIA_TYPE = "application/problem+json"
_log = structlog.get_logger("footnote.http")


class Problem(BaseModel):
    """What went wrong; ``detail`` says what to do, ``errors`` names the fields that are wrong."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] | None = Field(default=None)


def problem(
    status: int, detail: str, *, headers: dict[str, str] | None = None, errors: list[dict[str, str]] | None = None
) -> JSONResponse:
    """A problem response of ``status``."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors)
    return JSONResponse(body.model_dump(exclude_none=True), status, headers, MEDIA_TYPE)


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """OpenAPI descriptions of the problems that a route may answer with."""
    schema = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": schema} for status in statuses}


ErrorPage = Callable[[Request, int, str, str], Response]
"""Makes a page of a request, a status, its title and its detail."""


def install(app: FastAPI, error_page: ErrorPage) -> None:
    """Answer every error of ``app`` with a problem document, or with ``error_page`` where a browser wants a page."""

    def answer(request: Request, status: int, detail: str, **more: Any) -> Response:
        if not _asks_for_a_page(request):
            return problem(status, detail, **more)
        page = error_page(request, status, HTTPStatus(status).phrase, detail)
        page.headers.update(more.get("headers") or {})
        return page

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            headers |= _allow(app, request)
        return answer(request, error.status_code, str(error.detail), headers=headers)

    @app.exception_handler(RequestValidationError)
    async def _validation(request: Request, error: RequestValidationError) -> Response:
        errors = [
            {"place": "/".join(str(part) for part in item["loc"]), "problem": str(item["msg"])}
            for item in error.errors()[:20]
        ]
        return answer(request, 422, "The request has fields that can't be used.", errors=errors)

    @app.exception_handler(IndexingError)
    async def _index(request: Request, error: IndexingError) -> Response:
        return answer(request, 503, str(error), headers={"Retry-After": "5"})

    @app.exception_handler(SearchUnavailable)
    async def _search(request: Request, error: SearchUnavailable) -> Response:
        # The error's text names the server.
        _log.error("search_unavailable", error=str(error))
        return answer(request, 503, "The search server can't be reached just now.", headers={"Retry-After": "2"})

    @app.exception_handler(CorpusError)
    @app.exception_handler(SQLAlchemyError)
    async def _store(request: Request, error: Exception) -> Response:
        # The error's text names the database, and may hold what a reader wrote.
        _log.error("store_failed", error=type(error).__name__)
        return answer(request, 503, "The archive's database can't be reached.", headers={"Retry-After": "5"})

    @app.exception_handler(AnsweringError)
    async def _answering(request: Request, error: AnsweringError) -> Response:
        _log.error("answering_failed", error=str(error))
        return answer(request, 500, "The answer could not be made. The error was logged.")

    @app.exception_handler(Overloaded)
    async def _overloaded(request: Request, error: Overloaded) -> Response:
        return answer(request, 503, str(error), headers={"Retry-After": str(error.retry_after_s)})


def _allow(app: FastAPI, request: Request) -> dict[str, str]:
    """All methods of the address: the router names those of the first route that has it."""
    path = getattr(request.scope.get("route"), "path", "")
    methods = sorted(method.upper() for method in app.openapi()["paths"].get(path, {}))
    return {"Allow": ", ".join(methods)} if methods else {}


def _asks_for_a_page(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return "text/html" in accepted and not request.url.path.startswith("/v1/")
