"""Turns requests away before they cost anything: too many at once, too often, too large, too slow."""

import asyncio
import math

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics
from api.problems import problem
from api.rate_limit import RateLimiter, client_key

# Probes must work when everything else is turned away.
_PROBES = frozenset({"/healthz", "/readyz", "/metrics"})
# Parts of a page that a reader has opened; they cost nothing.
_PARTS = ("/static/", "/footnote.js")


class Limited:
    """503 above ``max_requests`` at once, 429 for a client that asks too often, 413 for a body that is too large, 408
    for one that does not arrive within ``body_timeout_s``.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        metrics: Metrics,
        limiter: RateLimiter | None,
        max_requests: int,
        max_body_bytes: int,
        body_timeout_s: float,
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._limiter = limiter
        self._max_requests = max_requests
        self._max_body_bytes = max_body_bytes
        self._body_timeout_s = body_timeout_s
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in _PROBES:
            await self._app(scope, receive, send)
            return
        if self._running >= self._max_requests:
            self._metrics.turned_away.labels("concurrency").inc()
            detail = "Too many requests at the same time. Please try again in a moment."
            await problem(503, detail, headers={"Retry-After": "1"})(scope, receive, send)
            return
        if self._limiter is not None and not scope["path"].startswith(_PARTS):
            client = scope.get("client")
            if wait_s := self._limiter.wait_s(client_key(client[0] if client else "")):
                self._metrics.turned_away.labels("rate").inc()
                headers = {"Retry-After": str(math.ceil(wait_s))}
                await problem(429, "Too many requests. Please wait a little.", headers=headers)(scope, receive, send)
                return
        self._running += 1
        try:
            await self._pass_on(scope, receive, send)
        finally:
            self._running -= 1

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await asyncio.wait_for(self._body(scope, receive), self._body_timeout_s)
        except TimeoutError:
            self._metrics.turned_away.labels("slow_body").inc()
            detail = f"The request did not arrive within {self._body_timeout_s:g} seconds."
            await problem(408, detail, headers={"Connection": "close"})(scope, receive, send)
            return
        if body is None:
            self._metrics.turned_away.labels("body_size").inc()
            detail = f"The request is larger than {self._max_body_bytes} bytes."
            await problem(413, detail, headers={"Connection": "close"})(scope, receive, send)
            return
        await self._app(scope, _replayed(body, receive), send)

    async def _body(self, scope: Scope, receive: Receive) -> bytes | None:
        """The whole body, ``None`` as soon as it is known to be too large."""
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if length.isdigit() and int(length) > self._max_body_bytes:
            return None
        chunks: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] != "http.request":
                break
            chunks.append(message.get("body", b""))
            size += len(chunks[-1])
            if size > self._max_body_bytes:
                return None
            if not message.get("more_body", False):
                break
        return b"".join(chunks)


def _replayed(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def replay() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
