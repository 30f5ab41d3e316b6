"""What is turned away before it costs anything, and how unforeseen errors end."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import structlog
from starlette.types import Message, Receive, Scope, Send

from api.logging import configure
from api.metrics import Metrics
from api.middleware.limited import Limited
from api.middleware.observed import Observed
from api.rate_limit import RateLimiter, client_key
from api.work_pool import WorkPool


def scope_of(path: str = "/v1/ask", client: str = "192.0.2.1", **headers: str) -> Scope:
    return {
        "type": "http", "method": "POST", "path": path, "client": (client, 1),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip


async def replied(app: Any, scope: Scope, *chunks: bytes | None) -> tuple[int, dict[str, str], Any]:
    """(status, headers, JSON) that ``app`` sends; a chunk of ``None`` is one that never comes."""
    sent: list[Message] = []

    async def incoming() -> AsyncIterator[Message]:
        for chunk in chunks or (b"",):
            if chunk is None:
                await asyncio.Event().wait()
            yield {"type": "http.request", "body": chunk, "more_body": chunk is not chunks[-1] if chunks else False}

    messages = incoming()

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, messages.__anext__, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, json.loads(b"".join(message.get("body", b"") for message in sent[1:]))


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Replies with the length of the body."""
    body = (await receive())["body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(len(body)).encode()})


def limited(app: Any = echo, **changes: Any) -> Limited:
    settings = {"limiter": None, "max_requests": 10, "max_body_bytes": 100, "body_timeout_s": 5.0, **changes}
    return Limited(app, metrics=Metrics(), **settings)


def test_a_body_within_the_limit_arrives_whole() -> None:
    assert asyncio.run(replied(limited(), scope_of(), b"x" * 60, b"y" * 40))[2] == 100


def test_a_body_above_it_is_turned_away_whatever_its_length_says() -> None:
    status, headers, body = asyncio.run(replied(limited(), scope_of(content_length="5"), b"x" * 60, b"y" * 41, None))
    assert (status, headers["content-type"], body["status"]) == (413, "application/problem+json", 413)
    assert asyncio.run(replied(limited(), scope_of(content_length="101"), None))[0] == 413


def test_a_body_that_trickles_in_is_turned_away() -> None:
    status, _, body = asyncio.run(replied(limited(body_timeout_s=0.02), scope_of(), b"x", None))
    assert (status, body["title"]) == (408, "Request Timeout")


def test_more_requests_at_once_than_allowed_are_turned_away_but_probes_are_not() -> None:
    async def crowd() -> tuple[tuple[int, dict[str, str], Any], int, int]:
        go_on = asyncio.Event()

        async def slow(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["path"] != "/healthz":
                await go_on.wait()
            await echo(scope, receive, send)

        app = limited(slow, max_requests=1)
        first = asyncio.create_task(replied(app, scope_of()))
        await asyncio.sleep(0)
        second = await replied(app, scope_of())
        probe = await replied(app, scope_of("/healthz"))
        go_on.set()
        await first
        after = await replied(app, scope_of())
        return second, probe[0], after[0]

    (status, headers, _), probe, after = asyncio.run(crowd())
    assert (status, headers["retry-after"]) == (503, "1")
    assert (probe, after) == (200, 200)


def test_a_client_that_asks_too_often_is_told_when_to_come_back() -> None:
    async def often() -> list[tuple[int, dict[str, str], Any]]:
        app = limited(limiter=RateLimiter(1, clock=lambda: 0.0))
        clients = ("192.0.2.1", "192.0.2.1", "192.0.2.2")
        return [await replied(app, scope_of(client=client)) for client in clients]

    first, second, other = asyncio.run(often())
    assert (first[0], second[0], other[0]) == (200, 429, 200)
    assert second[1]["retry-after"] == "60"


def test_the_parts_of_a_page_are_not_counted() -> None:
    async def page() -> list[int]:
        app = limited(limiter=RateLimiter(1, clock=lambda: 0.0))
        paths = ("/", "/static/site.css", "/footnote.js", "/static/favicon.svg")
        return [(await replied(app, scope_of(path)))[0] for path in paths]

    assert asyncio.run(page()) == [200] * 4


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        ("", "unknown"),
    ],
)
def test_a_household_is_one_client(address: str, key: str) -> None:
    assert client_key(address) == key


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    """At the end, logging is as it was before."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.usefixtures("logging_as_before")
def test_an_unforeseen_error_is_a_problem_document_and_keeps_its_text_to_itself(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ZeroDivisionError("a reader's words")

    configure("info")
    status, headers, body = asyncio.run(replied(Observed(broken, Metrics()), scope_of()))
    assert (status, headers["content-type"]) == (500, "application/problem+json")
    assert headers["x-request-id"]
    logged = capsys.readouterr().err
    assert "ZeroDivisionError" in logged
    assert "test_limits.py" in logged
    assert "reader's words" not in logged + str(body)


def test_what_nobody_waits_for_is_dropped_from_the_queue() -> None:
    async def leave() -> list[str]:
        ran: list[str] = []
        go_on = asyncio.Event()
        loop = asyncio.get_running_loop()
        pool = WorkPool("test", workers=1, queue=5, timeout_s=5)
        blocked = asyncio.create_task(pool.run(lambda: asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(5)))
        left = asyncio.create_task(pool.run(lambda: ran.append("left")))
        stayed = asyncio.create_task(pool.run(lambda: ran.append("stayed")))
        await asyncio.sleep(0)
        left.cancel()
        await asyncio.gather(left, return_exceptions=True)
        go_on.set()
        await asyncio.gather(blocked, stayed)
        pool.close()
        return ran

    assert asyncio.run(leave()) == ["stayed"]
