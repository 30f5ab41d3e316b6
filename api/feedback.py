"""Readers' votes on answers, in the same database as the articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from api.masking import mask
from api.tables import create, feedback, settled_feedback

Vote = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One vote. ``question`` is empty where the answer is not known, or no longer; ``settled`` is set once the newsroom
    has dealt with it. ``standalone`` is the question in words that need no conversation, empty where it isn't known.
    """

    answer_id: str
    question: str
    vote: Vote
    reason: str | None
    comment: str
    given_at: datetime
    settled: bool = False
    standalone: str = ""


_of_vote = settled_feedback.c.answer_id == feedback.c.answer_id
# A vote that came after is a new one, with a reason or a comment that nobody has read yet.
_SETTLED = sa.exists().where(_of_vote, settled_feedback.c.settled_at >= feedback.c.given_at)


class FeedbackStore:
    """One vote an answer, the last one; addresses and numbers of persons are masked before anything is written.

    The widget votes at the click and again with the reason, so the second vote replaces the first.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        create(engine)

    def add(
        self, answer_id: str, question: str, vote: Vote, reason: str | None, comment: str, *, standalone: str = ""
    ) -> None:
        values = {
            "given_at": datetime.now(UTC), "answer_id": answer_id, "question": mask(question.strip()), "vote": vote,
            "reason": None if reason is None else mask(reason), "comment": mask(comment),
            "standalone": mask(standalone),
        }  # fmt: skip
        with self._engine.begin() as connection:
            connection.execute(sa.delete(feedback).where(feedback.c.answer_id == answer_id))
            connection.execute(sa.insert(feedback).values(**values))

    def latest(
        self, limit: int, *, vote: Vote | None = None, open_only: bool = False, offset: int = 0
    ) -> Sequence[Feedback]:
        """The newest votes first; ``open_only`` leaves out the settled ones, and those whose question is not known:
        anybody can send such, and nothing can be done about them.
        """
        query = sa.select(feedback, _SETTLED.label("settled")).where(_wanted(vote, open_only))
        return self._read(query.order_by(feedback.c.id.desc()).limit(limit).offset(offset))

    def total(self, *, vote: Vote | None = None, open_only: bool = False) -> int:
        """How many votes :meth:`latest` would give without a limit."""
        query = sa.select(sa.func.count()).select_from(feedback).where(_wanted(vote, open_only))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def of(self, answer_ids: Sequence[str]) -> Mapping[str, Feedback]:
        """The votes on these answers, by answer id."""
        query = sa.select(feedback, _SETTLED.label("settled")).where(feedback.c.answer_id.in_(answer_ids))
        return {found.answer_id: found for found in self._read(query)}

    def settle(self, answer_id: str, *, settled: bool = True) -> None:
        """Take the vote on an answer out of the queue, or put it back."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(settled_feedback).where(settled_feedback.c.answer_id == answer_id))
            if settled:
                values = {"answer_id": answer_id, "settled_at": datetime.now(UTC)}
                connection.execute(sa.insert(settled_feedback).values(**values))

    def _read(self, query: sa.Select[tuple[object, ...]]) -> list[Feedback]:
        with self._engine.connect() as connection:
            return [
                Feedback(
                    row.answer_id, row.question, row.vote, row.reason, row.comment, row.given_at, row.settled,
                    row.standalone,
                )
                for row in connection.execute(query)
            ]  # fmt: skip


def _wanted(vote: Vote | None, open_only: bool) -> sa.ColumnElement[bool]:
    voted = sa.true() if vote is None else feedback.c.vote == vote
    return sa.and_(voted, sa.and_(~_SETTLED, feedback.c.question != "") if open_only else sa.true())
