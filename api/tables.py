"""Tables of what readers ask and think, beside the articles in the same database."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.schema import CreateColumn

from corpus.locks import take_turn


class UtcDateTime(sa.TypeDecorator[datetime]):
    """A moment, in UTC: SQLite forgets the zone of what it stores."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)


metadata = sa.MetaData()

#: One row a vote; one vote an answer. ``standalone`` is the question in words that need no conversation, if known.
feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("given_at", UtcDateTime(), nullable=False, index=True),
    sa.Column("answer_id", sa.String(64), nullable=False, index=True),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("vote", sa.String(4), nullable=False),
    sa.Column("reason", sa.String(50)),
    sa.Column("comment", sa.Text, nullable=False),
    sa.Column("standalone", sa.Text, nullable=False, server_default=""),
)

#: One row a question, masked; only where the log is full. ``outcome`` is ``answered`` or the reason of a refusal.
questions = sa.Table(
    "questions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("asked_at", UtcDateTime(), nullable=False, index=True),
    sa.Column("answer_id", sa.String(64), nullable=False, index=True),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("outcome", sa.String(20), nullable=False, index=True),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("article_ids", sa.JSON, nullable=False),
    sa.Column("generation", sa.String(64), nullable=False),
    sa.Column("took_ms", sa.Float, nullable=False),
    sa.Column("interpreted_as", sa.Text, nullable=False, server_default=""),
    sa.Column("page_id", sa.String(250), nullable=False, server_default=""),
    sa.Column("follow_up", sa.Boolean, nullable=False, server_default=sa.false()),
)

#: One row a day (UTC) and outcome.
question_counts = sa.Table(
    "question_counts",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("outcome", sa.String(20), primary_key=True),
    sa.Column("n", sa.Integer, nullable=False),
)

#: Votes that the newsroom has dealt with; one given later is open again.
settled_feedback = sa.Table(
    "settled_feedback",
    metadata,
    sa.Column("answer_id", sa.String(64), primary_key=True),
    sa.Column("settled_at", UtcDateTime(), nullable=False),
)

#: Staff sessions that were signed out of.
ended_sessions = sa.Table(
    "ended_sessions",
    metadata,
    sa.Column("session_id", sa.String(64), primary_key=True),
    sa.Column("ended_at", UtcDateTime(), nullable=False),
)


def create(engine: Engine) -> None:
    """Make the tables that aren't there yet, and the columns that an earlier Footnote made them without: each of those
    has a default, so that it can go on writing.
    """
    with engine.begin() as connection:
        take_turn(connection, "schema")
        metadata.create_all(connection)
        looked_at = sa.inspect(connection)
        for table in metadata.sorted_tables:
            held = {column["name"] for column in looked_at.get_columns(table.name)}
            for column in table.columns:
                if column.name not in held:
                    added = CreateColumn(column).compile(dialect=connection.dialect)
                    connection.execute(sa.text(f"ALTER TABLE {table.name} ADD COLUMN {added}"))
