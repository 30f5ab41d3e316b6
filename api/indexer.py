"""Brings the index up to the store after an editor's change, in a process of its own."""

import asyncio
import contextlib
import os
import sys

import structlog

from api.settings import Settings, environment_of

_RETRY_S = 5.0
_MAX_TRIES = 5


class Indexer:
    """One build at a time; changes made while one runs are in the next. Building is no work for the serving process:
    it would take its time from readers.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._wanted = asyncio.Event()
        self._log = structlog.get_logger("footnote.indexer")
        self.building = False
        #: What the last build said if it failed, else ``None``.
        self.problem: str | None = None

    @property
    def due(self) -> bool:
        """Whether a build runs or is about to."""
        return self.building or self._wanted.is_set()

    def want(self) -> None:
        """The store changed."""
        self._wanted.set()

    async def run(self) -> None:
        """Build whenever it is wanted; runs until cancelled."""
        while True:
            await self._wanted.wait()
            self.building = True
            try:
                self._wanted.clear()
                await self._build()
            finally:
                self.building = False

    async def _build(self) -> None:
        for tries in range(1, _MAX_TRIES + 1):
            self.problem = await self._problem()
            if self.problem is None:
                self._log.info("index_built")
                return
            self._log.error("index_not_built", problem=self.problem, tries=tries)
            if tries < _MAX_TRIES:
                # Most often another process is building; what it does not know of is built next.
                await asyncio.sleep(_RETRY_S)

    async def _problem(self) -> str | None:
        """Run `footnote index`; what it says if it fails."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "api.cli.main", "index",
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
            env={**os.environ, **environment_of(self._settings)},
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
