"""What is served knows every withdrawal that was acknowledged before a question came, whichever replica took it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
import structlog

from corpus import CorpusError
from index import IndexingError

# A question does not wait longer for the database; one that is asked while it hangs does not wait at all.
_PATIENCE_S = 2.0


class Freshness:
    """``look`` brings what is served up to the database; it is called in a thread, one call at a time.

    While the database can't be asked, what was known last is served: nobody can withdraw anything then.
    """

    def __init__(self, look: Callable[[], object], on_reachable: Callable[[bool], None]) -> None:
        self._look = look
        self._on_reachable = on_reachable
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="freshness")
        self._turn = asyncio.Lock()
        self._next: asyncio.Future[None] | None = None
        self._hangs = False
        self._log = structlog.get_logger("footnote.freshness")
        #: Whether the database answered when it was last asked.
        self.reachable = True

    async def ensure(self) -> None:
        """Wait for a look that begins after this call, so that it sees what was acknowledged before."""
        if self._hangs:
            return
        if self._next is None:
            self._next = asyncio.ensure_future(self._run())
        done, _ = await asyncio.wait({self._next}, timeout=_PATIENCE_S)
        if not done and not self._hangs:
            self._hangs = True
            self._found(False, "it does not answer")

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _run(self) -> None:
        async with self._turn:
            # Whoever comes from now on needs another look.
            self._next = None
            try:
                await asyncio.get_running_loop().run_in_executor(self._thread, self._look)
            except (OSError, CorpusError, sa.exc.SQLAlchemyError) as error:
                self._found(False, type(error).__name__)
            except IndexingError as error:
                # A search server that can't say whether it holds what was withdrawn answers no question either.
                self._log.error("withdrawals_not_applied", problem=str(error))
            else:
                self._found(True, "")
            finally:
                self._hangs = False

    def _found(self, reachable: bool, problem: str) -> None:
        if reachable != self.reachable:
            self.reachable = reachable
            self._on_reachable(reachable)
            if reachable:
                self._log.info("database_reachable")
            else:
                self._log.error("database_unreachable", problem=problem)
