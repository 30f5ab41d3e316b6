"""What is kept of readers' questions: nothing, counts by day, or the masked questions themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from api import tables
from api.masking import mask
from qa import Reason

LogMode = Literal["off", "counts", "full"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what became of it. ``outcome`` is ``answered`` or the reason of the refusal.

    ``interpreted_as`` is what it was taken for, ``page_id`` the article on whose page it was asked (empty elsewhere),
    ``follow_up`` whether earlier questions came along: they are not kept with it.
    """

    answer_id: str
    question: str
    outcome: str
    confidence: float
    article_ids: tuple[str, ...]
    generation: str
    took_ms: float
    asked_at: datetime
    interpreted_as: str = ""
    page_id: str = ""
    follow_up: bool = False

    @property
    def standalone(self) -> str:
        """The question in words that need neither the conversation nor the page: as typed, where it had none."""
        return ((self.follow_up or self.page_id) and self.interpreted_as) or self.question


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many questions of a day (UTC) came to ``outcome``."""

    day: date
    outcome: str
    n: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions to look at; empty fields don't restrict. Days are UTC, both inclusive.

    ``outcome`` is one of :class:`Asked`, or ``refused`` for every reason. ``words`` stand in the question as typed.
    ``questions_only`` leaves out what asked nothing, such as greetings.
    """

    outcome: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None
    answer_id: str = ""
    questions_only: bool = False

    def condition(self) -> sa.ColumnElement[bool]:
        table = tables.questions.c
        found: list[sa.ColumnElement[bool]] = []
        if self.outcome == "refused":
            found.append(table.outcome != "answered")
        elif self.outcome:
            found.append(table.outcome == self.outcome)
        if self.words:
            found.append(table.question.icontains(self.words.replace("\x00", ""), autoescape=True))
        if self.since:
            found.append(table.asked_at >= datetime.combine(self.since, time.min, UTC))
        if self.until:
            found.append(table.asked_at <= datetime.combine(self.until, time.max, UTC))
        if self.answer_id:
            found.append(table.answer_id == self.answer_id)
        if self.questions_only:
            found.append(table.outcome != Reason.NOT_A_QUESTION.value)
        return sa.and_(sa.true(), *found)


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

    def latest(self, limit: int, wanted: Wanted | None = None, *, offset: int = 0) -> list[Asked]:
        """The newest of the ``wanted`` questions first; all are wanted by default."""
        query = sa.select(tables.questions).where((wanted or Wanted()).condition())
        query = query.order_by(tables.questions.c.id.desc()).limit(limit).offset(offset)
        with self._engine.connect() as connection:
            return [
                Asked(
                    row.answer_id, row.question, row.outcome, row.confidence, tuple(row.article_ids), row.generation,
                    row.took_ms, row.asked_at, row.interpreted_as, row.page_id, row.follow_up,
                )
                for row in connection.execute(query)
            ]  # fmt: skip

    def total(self, wanted: Wanted) -> int:
        """How many questions are ``wanted``."""
        query = sa.select(sa.func.count()).select_from(tables.questions).where(wanted.condition())
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def counts(self, days: int) -> list[DayCount]:
        """The last ``days`` days, the newest first."""
        since = datetime.now(UTC).date() - timedelta(days=days - 1)
        table = tables.question_counts
        query = sa.select(table).where(table.c.day >= since).order_by(table.c.day.desc(), table.c.outcome)
        with self._engine.connect() as connection:
            return [DayCount(row.day, row.outcome, row.n) for row in connection.execute(query)]

    def of(self, answer_id: str) -> Asked | None:
        """The question of an answer, if it was kept."""
        return next(iter(self.latest(1, Wanted(answer_id=answer_id))), None)

    def forget(self, before: datetime) -> int:
        """Delete the questions and votes from before ``before``; how many there were. Counts stay: they hold no words.

        Follows the setting even where the log was turned off since.
        """
        with self._engine.begin() as connection:
            asked = connection.execute(sa.delete(tables.questions).where(tables.questions.c.asked_at < before))
            voted = connection.execute(sa.delete(tables.feedback).where(tables.feedback.c.given_at < before))
            settled = tables.settled_feedback
            connection.execute(sa.delete(settled).where(settled.c.settled_at < before))
            return asked.rowcount + voted.rowcount


def _row(asked: Asked) -> dict[str, object]:
    return {
        "asked_at": asked.asked_at, "answer_id": asked.answer_id, "question": mask(asked.question),
        "outcome": asked.outcome, "confidence": asked.confidence, "article_ids": list(asked.article_ids),
        "generation": asked.generation, "took_ms": asked.took_ms, "interpreted_as": mask(asked.interpreted_as),
        "page_id": asked.page_id, "follow_up": asked.follow_up,
    }  # fmt: skip


def _count(connection: Connection, day: date, outcome: str, n: int) -> None:
    table = tables.question_counts
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(day=day, outcome=outcome, n=n)
    connection.execute(statement.on_conflict_do_update(index_elements=["day", "outcome"], set_={"n": table.c.n + n}))
