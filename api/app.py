"""The HTTP service, put together."""

from typing import Any

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.staticfiles import StaticFiles

from api import problems
from api.lifespan import lifespan
from api.middleware.limited import Limited
from api.middleware.observed import Observed
from api.rate_limit import RateLimiter
from api.routes import answers, archive, pages, probes
from api.routes.staff import articles, readers, serving
from api.routes.staff_pages.every_page import ROUTERS as STAFF_PAGES
from api.services import Services
from api.settings import Settings, load_settings
from api.state import State
from api.tracing import Traced, Tracing, exporting

_DESCRIPTION = """
Answers from an archive of fact-checks. Every answer is made of sentences quoted word for word, each with the citation
numbers that its article prints; where the archive holds no answer, the reply says so and carries no citation.
"""


def create_app(settings: Settings | None = None, *, tracing: Tracing | None = None) -> FastAPI:
    """The service for ``settings`` (those in force by default). The index is loaded in the background.

    ``tracing`` is made as the settings say if it isn't given. Raises :class:`SettingsError`.
    """
    settings = settings or load_settings()
    if tracing is None and settings.tracing:
        tracing = Tracing(exporting())
    state = State(Services(settings), tracing)
    app = FastAPI(
        title="Footnote", version="1", description=_DESCRIPTION, lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url="/openapi.json",
        # FastAPI's own spans hold whole addresses, and with them what readers search for.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )  # fmt: skip
    app.state.footnote = state
    for routes in (answers, archive, serving, articles, readers, probes, pages):
        app.include_router(routes.router)
    for router in STAFF_PAGES:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=pages.STATIC))
    problems.install(app, pages.error)

    limiter = RateLimiter(settings.rate_limit) if settings.rate_limit else None
    app.add_middleware(
        Limited, metrics=state.metrics, limiter=limiter, max_requests=settings.max_requests,
        max_body_bytes=settings.max_body_bytes, body_timeout_s=settings.timeout_s,
    )  # fmt: skip
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware, allow_origins=list(settings.cors_origins), allow_methods=["GET", "POST"],
            allow_headers=["Content-Type"], expose_headers=["Retry-After", "X-Request-ID"], max_age=600,
        )  # fmt: skip
    app.add_middleware(Observed, metrics=state.metrics)
    if tracing is not None:
        app.add_middleware(Traced, tracing=tracing)
    _describe_problems(app)
    return app


def _describe_problems(app: FastAPI) -> None:
    """Put the problem document into the OpenAPI, in place of FastAPI's own description of validation errors."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = made()
            components = schema.setdefault("components", {}).setdefault("schemas", {})
            components["Problem"] = problems.Problem.model_json_schema()
            for unused in ("HTTPValidationError", "ValidationError"):
                components.pop(unused, None)
        return made()

    app.openapi = openapi  # type: ignore[method-assign]
