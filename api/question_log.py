"""What is kept of readers' questions: nothing, counts by day, or the masked questions themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from api import tables
from api.masking import mask

LogMode = Literal["off", "counts", "full"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what became of it. ``outcome`` is ``answered`` or the reason of the refusal."""

    answer_id: str
    question: str
    outcome: str
    confidence: float
    article_ids: tuple[str, ...]
    generation: str
    took_ms: float
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many questions of a day (UTC) came to ``outcome``."""

    day: date
    outcome: str
    n: int


class QuestionLog:
    """Keeps what ``mode`` allows; personal details are masked before anything is written."""

    def __init__(self, engine: Engine, mode: LogMode) -> None:
        self._engine = engine
        self._mode = mode
        tables.create(engine)

    def add_all(self, batch: Sequence[Asked]) -> None:
        """Keep ``batch`` in one transaction."""
        if self._mode == "off" or not batch:
            return
        with self._engine.begin() as connection:
            # In one order everywhere, so that processes that count the same days can't block each other.
            counts = Counter((asked.asked_at.date(), asked.outcome) for asked in batch)
            for (day, outcome), n in sorted(counts.items()):
                _count(connection, day, outcome, n)
            if self._mode == "full":
                connection.execute(sa.insert(tables.questions), [_row(asked) for asked in batch])

    def latest(self, limit: int, *, refused_only: bool = False) -> list[Asked]:
        """The newest questions first."""
        query = sa.select(tables.questions).order_by(tables.questions.c.id.desc()).limit(limit)
        if refused_only:
            query = query.where(tables.questions.c.outcome != "answered")
        with self._engine.connect() as connection:
            return [
                Asked(
                    row.answer_id, row.question, row.outcome, row.confidence, tuple(row.article_ids), row.generation,
                    row.took_ms, row.asked_at,
                )
                for row in connection.execute(query)
            ]  # fmt: skip

    def counts(self, days: int) -> list[DayCount]:
        """The last ``days`` days, the newest first."""
        since = datetime.now(UTC).date() - timedelta(days=days - 1)
        table = tables.question_counts
        query = sa.select(table).where(table.c.day >= since).order_by(table.c.day.desc(), table.c.outcome)
        with self._engine.connect() as connection:
            return [DayCount(row.day, row.outcome, row.n) for row in connection.execute(query)]

    def question_of(self, answer_id: str) -> str | None:
        """The masked question of an answer, if it was kept."""
        query = sa.select(tables.questions.c.question).where(tables.questions.c.answer_id == answer_id)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def forget(self, before: datetime) -> int:
        """Delete the questions and votes from before ``before``; how many there were. Counts stay: they hold no words.

        Follows the setting even where the log was turned off since.
        """
        with self._engine.begin() as connection:
            asked = connection.execute(sa.delete(tables.questions).where(tables.questions.c.asked_at < before))
            voted = connection.execute(sa.delete(tables.feedback).where(tables.feedback.c.given_at < before))
            return asked.rowcount + voted.rowcount


def _row(asked: Asked) -> dict[str, object]:
    return {
        "asked_at": asked.asked_at, "answer_id": asked.answer_id, "question": mask(asked.question),
        "outcome": asked.outcome, "confidence": asked.confidence, "article_ids": list(asked.article_ids),
        "generation": asked.generation, "took_ms": asked.took_ms,
    }  # fmt: skip


def _count(connection: Connection, day: date, outcome: str, n: int) -> None:
    table = tables.question_counts
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(day=day, outcome=outcome, n=n)
    connection.execute(statement.on_conflict_do_update(index_elements=["day", "outcome"], set_={"n": table.c.n + n}))
