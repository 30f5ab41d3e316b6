"""Sees to it that the index is brought up to the store after an editor's change."""

import asyncio
import contextlib
import os
import sys
from dataclasses import dataclass

import sqlalchemy as sa
import structlog

from api.services import Services
from api.settings import environment_of
from corpus import CorpusError

# Pauses after tries that failed. First it is most often another process that builds; later it is worth less and less.
_RETRY_S = 1.0
_MAX_RETRY_S = 60.0


@dataclass(frozen=True, slots=True)
class IndexerStatus:
    """Whether a build runs or is about to, and what the last one said if it failed."""

    building: bool
    problem: str | None


class Indexer:
    """With the setting ``own``: one build at a time, in a process of its own, since building would take its time from
    readers; changes made while one runs are in the next. With ``separate`` another process follows the store, and this
    one only knows how far it came.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._is_own = services.settings.indexer == "own"
        self._wanted = asyncio.Event()
        self._log = structlog.get_logger("footnote.indexer")
        self._building = False
        self._problem: str | None = None
        #: Whether it is known by now if a build is due from before.
        self.has_looked = False

    def want(self) -> None:
        """Build, even where nothing is known to have changed."""
        if self._is_own:
            self._wanted.set()

    async def changed(self) -> None:
        """An editor sent a change, new or again."""
        if self._is_own and not self._wanted.is_set() and await asyncio.to_thread(self._services.builds.is_behind):
            self._wanted.set()

    async def status(self) -> IndexerStatus:
        """Raises :class:`SQLAlchemyError` if the database can't be asked."""
        if self._is_own:
            return IndexerStatus(self._building or self._wanted.is_set(), self._problem)
        last = await asyncio.to_thread(self._services.builds.last)
        is_behind = await asyncio.to_thread(self._services.builds.is_behind)
        return IndexerStatus(is_behind, None if last is None else last.problem)

    async def run(self) -> None:
        """Build whenever it is wanted, until it succeeds; runs until cancelled."""
        if not self._is_own:
            return
        if await asyncio.to_thread(self._died_before_building):
            self._wanted.set()
        self.has_looked = True
        while True:
            await self._wanted.wait()
            self._building = True
            try:
                self._wanted.clear()
                await self._build()
            finally:
                self._building = False

    def _died_before_building(self) -> bool:
        try:
            # An index that nobody noted was built by hand, and may be on purpose as it is.
            return self._services.builds.last() is not None and self._services.builds.is_behind()
        except (CorpusError, sa.exc.SQLAlchemyError):
            return False

    async def _build(self) -> None:
        pause_s = _RETRY_S
        while True:
            self._problem = await self._tried()
            if self._problem is None:
                self._log.info("index_built")
                return
            self._log.error("index_not_built", problem=self._problem, retry_s=pause_s)
            with contextlib.suppress(TimeoutError):
                # A change is a reason to try at once.
                await asyncio.wait_for(self._wanted.wait(), pause_s)
            self._wanted.clear()
            pause_s = min(2 * pause_s, _MAX_RETRY_S)

    async def _tried(self) -> str | None:
        """Run `footnote index`; what it says if it fails."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "api.cli.main", "index",
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
            env={**os.environ, **environment_of(self._services.settings)},
        )  # fmt: skip
        try:
            _, said = await process.communicate()
        except asyncio.CancelledError:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
            raise
        if process.returncode == 0:
            return None
        lines = said.decode("utf-8", "replace").strip().splitlines()
        return " ".join(lines[-3:]) or f"exit code {process.returncode}"
