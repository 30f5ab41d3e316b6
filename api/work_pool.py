"""Work off the event loop, with a bounded queue."""

import asyncio
import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Overloaded(Exception):
    """Too much is waiting, or it waited too long; the client should come back after ``retry_after_s``."""

    def __init__(self, retry_after_s: int) -> None:
        self.retry_after_s = retry_after_s
        super().__init__("Too much is being asked right now. Please try again in a moment.")


class WorkPool:
    """At most ``workers`` calls at once and ``queue`` waiting, each for ``timeout_s`` at most."""

    def __init__(self, name: str, workers: int, queue: int, timeout_s: float) -> None:
        self._executor = ThreadPoolExecutor(workers, thread_name_prefix=name)
        self._limit = workers + queue
        self._timeout_s = timeout_s
        self._pending = 0

    @property
    def pending(self) -> int:
        """Calls that run or wait."""
        return self._pending

    async def run(self, call: Callable[[], T]) -> T:
        """The result of ``call``. Raises :class:`Overloaded` at once when the queue is full, or after the timeout.

        A call that still waits when nobody wants its result any more is dropped.
        """
        if self._pending >= self._limit:
            raise Overloaded(retry_after_s=1)
        self._pending += 1
        future = asyncio.get_running_loop().run_in_executor(self._executor, call)
        # Counted until the thread is done with it, not until the client stops waiting.
        future.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(future), self._timeout_s)
        except asyncio.CancelledError:
            future.cancel()
            raise
        except TimeoutError as error:
            if future.done() and not future.cancelled() and future.exception() is error:
                raise
            future.cancel()
            raise Overloaded(retry_after_s=math.ceil(self._timeout_s / 2)) from error

    def _done(self, future: "asyncio.Future[T]") -> None:
        self._pending -= 1
        if not future.cancelled():
            future.exception()  # Marks it as seen where nobody waits any more.

    def close(self) -> None:
        """Let running calls end; waiting ones are dropped."""
        self._executor.shutdown(wait=True, cancel_futures=True)
