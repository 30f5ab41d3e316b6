"""Outermost of all: request id, log line, counters, security headers, and the end of every unforeseen error."""

import re
import time
import uuid

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.logging import places
from api.metrics import Metrics
from api.problems import problem

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Observed:
    """Gives each request an id, logs and times it, and sets the security headers of its response."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self._log = structlog.get_logger("footnote.http")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        began = time.perf_counter()
        status = 0

        async def observed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, observed)
            except Exception as error:
                self._log.error("unforeseen_error", error=type(error).__name__, places=places(error))
                self._log.debug("unforeseen_error", exc_info=error)
                if status:
                    # The reply has begun: the server can only break it off.
                    raise
                reply = problem(500, "Something went wrong on our side. The error was logged.")
                await reply(scope, receive, observed)
            finally:
                self._observe(scope, status or 499, time.perf_counter() - began)

    def _observe(self, scope: Scope, status: int, seconds: float) -> None:
        """499, as nginx has it, stands for a client that left before its reply."""
        # The route's pattern, never the address: readers' words stand in addresses.
        route = getattr(scope.get("route"), "path", "other")
        self._metrics.requests.labels(route, status).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        self._log.info(
            "request", method=scope["method"], route=route, status=status, took_ms=round(seconds * 1000, 1)
        )  # fmt: skip
