"""Questions reach the log behind the replies, so that no reader waits for the database."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
import structlog

from api.question_log import Asked, QuestionLog
from corpus import CorpusError

_QUEUE = 10_000
_BATCH = 500
_FORGET_EVERY_S = 3600.0


class LogWriter:
    """Writes to the log that ``open_log`` opens. What a full queue or a failing database keeps out is counted as lost.

    ``retention_days`` 0 keeps everything.
    """

    def __init__(
        self, open_log: Callable[[], QuestionLog], *, retention_days: int, on_lost: Callable[[int], None]
    ) -> None:
        self._open_log = open_log
        self._retention_days = retention_days
        self._on_lost = on_lost
        self._queue: asyncio.Queue[Asked] = asyncio.Queue(_QUEUE)
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
            await self._write([await self._queue.get(), *self._waiting()])

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
        """Write what still waits."""
        while waiting := self._waiting():
            await self._write(waiting)

    def _forgotten(self, before: datetime) -> int:
        return self._open_log().forget(before)

    def _waiting(self) -> list[Asked]:
        batch: list[Asked] = []
        with contextlib.suppress(asyncio.QueueEmpty):
            while len(batch) < _BATCH:
                batch.append(self._queue.get_nowait())
        return batch

    async def _write(self, batch: list[Asked]) -> None:
        # Shielded: a batch that has begun is written, also when the service stops.
        await asyncio.shield(asyncio.to_thread(self._written, batch))

    def _written(self, batch: list[Asked]) -> None:
        try:
            self._open_log().add_all(batch)
        except (sa.exc.SQLAlchemyError, CorpusError) as error:
            # The statement in the error's text holds readers' words.
            self._log.error("questions_lost", n=len(batch), error=type(error).__name__)
            self._on_lost(len(batch))
