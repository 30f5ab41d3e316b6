"""Questions reach the log behind the replies, so that no reader waits for the database."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
import structlog

from api.question_log import Asked, QuestionLog
from corpus import CorpusError, StoreError

_QUEUE = 10_000
_BATCH = 500
_FORGET_EVERY_S = 3600.0
_RETRY_S = 1.0
# What a database that is away, or starting, answers with: the same may be written later.
_AWAY = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError, StoreError)


class LogWriter:
    """Writes to the log that ``open_log`` opens. While the database is away, questions wait in the queue; what a full
    queue or a failing database keeps out is counted as lost. Where the connection breaks in the middle of writing, the
    last questions may be counted twice.

    ``retention_days`` 0 keeps everything.
    """

    def __init__(
        self, open_log: Callable[[], QuestionLog], *, retention_days: int, on_lost: Callable[[int], None]
    ) -> None:
        self._open_log = open_log
        self._retention_days = retention_days
        self._on_lost = on_lost
        self._queue: asyncio.Queue[Asked] = asyncio.Queue(_QUEUE)
        self._batch: list[Asked] = []
        self._writing: asyncio.Future[bool] | None = None
        self._is_away = False
        self._log = structlog.get_logger("footnote.question_log")

    def add(self, asked: Asked) -> None:
        """Take ``asked``; returns at once."""
        try:
            self._queue.put_nowait(asked)
        except asyncio.QueueFull:
            self._on_lost(1)

    async def write(self) -> None:
        """Write what is taken; runs until cancelled."""
        while True:
            self._batch = self._batch or [await self._queue.get(), *self._waiting()]
            if not await self._write():
                await asyncio.sleep(_RETRY_S)

    async def forget(self) -> None:
        """Delete what is older than the retention, now and every hour; runs until cancelled."""
        while self._retention_days:
            before = datetime.now(UTC) - timedelta(days=self._retention_days)
            try:
                n = await asyncio.to_thread(self._forgotten, before)
            except (sa.exc.SQLAlchemyError, CorpusError) as error:
                self._log.error("retention_failed", error=type(error).__name__)
            else:
                if n:
                    self._log.info("forgot", rows=n, before=before.isoformat(timespec="seconds"))
            await asyncio.sleep(_FORGET_EVERY_S)

    async def close(self) -> None:
        """Write what still waits, if the database takes it at once."""
        if self._writing is not None:
            await self._writing
        while self._batch or (waiting := self._waiting()):
            self._batch = self._batch or waiting
            if not await self._write():
                self._lose("the database is away")

    def _forgotten(self, before: datetime) -> int:
        return self._open_log().forget(before)

    def _waiting(self) -> list[Asked]:
        batch: list[Asked] = []
        with contextlib.suppress(asyncio.QueueEmpty):
            while len(batch) < _BATCH:
                batch.append(self._queue.get_nowait())
        return batch

    async def _write(self) -> bool:
        # Shielded: a batch that has begun is written, also when the service stops.
        self._writing = asyncio.ensure_future(asyncio.to_thread(self._written))
        return await asyncio.shield(self._writing)

    def _written(self) -> bool:
        """Whether the batch is done with, rather than to be tried again."""
        try:
            self._open_log().add_all(self._batch)
        except _AWAY as error:
            if not self._is_away:
                self._log.error("questions_wait", error=type(error).__name__)
            self._is_away = True
            return False
        except (sa.exc.SQLAlchemyError, CorpusError) as error:
            # The statement in the error's text holds readers' words.
            self._lose(type(error).__name__)
        self._batch, self._is_away = [], False
        return True

    def _lose(self, error: str) -> None:
        self._log.error("questions_lost", n=len(self._batch), error=error)
        self._on_lost(len(self._batch))
        self._batch = []
