"""Readers' votes on answers, in the same database as the articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from api.masking import mask
from api.tables import create, feedback

Vote = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One vote. ``question`` is empty where the answer is no longer remembered."""

    answer_id: str
    question: str
    vote: Vote
    reason: str | None
    comment: str
    given_at: datetime


class FeedbackStore:
    """One vote an answer, the last one; addresses and numbers of persons are masked before anything is written.

    The widget votes at the click and again with the reason, so the second vote replaces the first.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        create(engine)

    def add(self, answer_id: str, question: str, vote: Vote, reason: str | None, comment: str) -> None:
        values = {
            "given_at": datetime.now(UTC), "answer_id": answer_id, "question": mask(question), "vote": vote,
            "reason": None if reason is None else mask(reason), "comment": mask(comment),
        }  # fmt: skip
        with self._engine.begin() as connection:
            connection.execute(sa.delete(feedback).where(feedback.c.answer_id == answer_id))
            connection.execute(sa.insert(feedback).values(**values))

    def latest(self, limit: int) -> Sequence[Feedback]:
        """The newest votes first."""
        query = sa.select(feedback).order_by(feedback.c.id.desc()).limit(limit)
        with self._engine.connect() as connection:
            return [
                Feedback(row.answer_id, row.question, row.vote, row.reason, row.comment, row.given_at)
                for row in connection.execute(query)
            ]
