"""Turns between processes that share a database."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine


def take_turn(connection: Connection, name: str) -> None:
    """Wait for other transactions that took a turn of this ``name``, and hold it until this one ends.

    SQLite: nothing to do, all transactions that write take turns.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_key(name))))


@contextmanager
def alone(engine: Engine, name: str) -> Iterator[bool]:
    """Whether nobody else on the database is inside a block of this ``name``; true for one at a time, never waits.

    The database frees the place of a process that dies. SQLite: always true; it serves one machine, where locks on
    files do the same.
    """
    if engine.dialect.name != "postgresql":
        yield True
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        got = bool(connection.execute(sa.select(sa.func.pg_try_advisory_lock(_key(name)))).scalar_one())
        try:
            yield got
        finally:
            if got:
                # A connection that broke has lost the lock already.
                with suppress(sa.exc.DBAPIError):
                    connection.execute(sa.select(sa.func.pg_advisory_unlock(_key(name))))


def _key(name: str) -> sa.ColumnElement[int]:
    return sa.func.hashtextextended(f"footnote {name}", 0)
