"""What the index holds of the store, noted in the database: replicas and whoever builds learn it from there."""

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from corpus.locks import alone, take_turn
from corpus.sql_store import SqlStore
from index import BuilderBusy, IndexingError
from index.building import BuildReport

_LOCK = "index"
_metadata = sa.MetaData()

#: One row: the last build.
_builds = sa.Table(
    "index_builds",
    _metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("change", sa.BigInteger, nullable=False),
    sa.Column("generation", sa.String(64), nullable=False),
    sa.Column("problem", sa.Text),
)


@dataclass(frozen=True, slots=True)
class LastBuild:
    """``generation`` holds every change of the store up to number ``change``; ``problem`` says why the last try to
    build a newer one failed.
    """

    change: int
    generation: str
    problem: str | None


class Builds:
    """Notes of builds in the database of ``store``."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        with store.engine.begin() as connection:
            take_turn(connection, "schema")
            _metadata.create_all(connection)

    def last(self) -> LastBuild | None:
        with self._store.engine.connect() as connection:
            row = connection.execute(sa.select(_builds)).first()
        return None if row is None else LastBuild(row.change, row.generation, row.problem)

    def is_behind(self) -> bool:
        """Whether the store holds changes that no build is known to hold."""
        last = self.last()
        return self._store.newest_change() > (0 if last is None else last.change)

    def run(self, build: Callable[[], BuildReport]) -> BuildReport:
        """``build`` the index from the store, nobody else at the same time, and note what it holds.

        Raises :class:`BuilderBusy` if somebody else builds, and whatever ``build`` raises.
        """
        with alone(self._store.engine, _LOCK) as is_alone:
            if not is_alone:
                raise BuilderBusy("Another process builds the index. Wait for it, then run 'footnote index' again.")
            # Asked before: what changes while the build reads may or may not be in it.
            change = self._store.newest_change()
            try:
                built = build()
            except BuilderBusy:
                raise
            except IndexingError as error:
                self._note(problem=str(error))
                raise
            self._note(change=change, generation=built.generation, problem=None)
            return built

    def _note(self, **values: object) -> None:
        with self._store.engine.begin() as connection:
            if not connection.execute(sa.update(_builds).values(**values)).rowcount:
                first = {"id": 1, "change": 0, "generation": "", "problem": None, **values}
                connection.execute(sa.insert(_builds).values(**first))
