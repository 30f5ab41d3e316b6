"""What is known of the database when a question is answered."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable

from api.freshness import Freshness
from corpus import StoreError


def run(look: Callable[[], object], use: Callable[[Freshness], Awaitable[None]]) -> list[bool]:
    """What ``use`` makes the freshness say of the database."""
    said: list[bool] = []

    async def used() -> None:
        freshness = Freshness(look, said.append)
        try:
            await use(freshness)
        finally:
            freshness.close()

    asyncio.run(used())
    return said


def test_many_who_wait_share_a_look_and_who_comes_later_gets_another() -> None:
    looks: list[str] = []
    entered, go_on = threading.Event(), threading.Event()

    def look() -> None:
        looks.append("look")
        entered.set()
        go_on.wait()

    async def use(freshness: Freshness) -> None:
        first = asyncio.ensure_future(freshness.ensure())
        await asyncio.to_thread(entered.wait)
        # These came after the first look began: it may not have seen what they must know.
        later = [asyncio.ensure_future(freshness.ensure()) for _ in range(20)]
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(first, *later)

    assert run(look, use) == []
    assert len(looks) == 2


def test_a_database_that_fails_is_asked_again_and_both_are_said_once() -> None:
    outcomes: list[Exception | None] = [None, StoreError("gone"), OSError("gone"), None, None]

    def look() -> None:
        error = outcomes.pop(0)
        if error is not None:
            raise error

    async def use(freshness: Freshness) -> None:
        for reachable in (True, False, False, True, True):
            await freshness.ensure()
            assert freshness.reachable is reachable

    assert run(look, use) == [False, True]


def test_a_database_that_hangs_holds_up_only_the_first() -> None:
    hangs = threading.Event()

    async def use(freshness: Freshness) -> None:
        await freshness.ensure()
        assert not freshness.reachable
        began = time.monotonic()
        for _ in range(50):
            await freshness.ensure()
        assert time.monotonic() - began < 1.0
        hangs.set()
        while not freshness.reachable:
            await asyncio.sleep(0.01)
        await freshness.ensure()

    assert run(hangs.wait, use) == [False, True]
