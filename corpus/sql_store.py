"""Articles in SQLite or PostgreSQL."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from corpus import changes
from corpus.article import Article
from corpus.changes import NEWEST, live
from corpus.codec import from_json
from corpus.errors import StoreError
from corpus.store import Change, Revision
from corpus.tables import articles, migrate, revisions

_PAGE = 200
# Tries of a change that another writer overtook; each loses only to a writer that succeeded.
_MAX_TRIES = 20
# Seconds after which a server that does not answer counts as gone; without it a dead network holds a request for ever.
_CONNECT_S = 3
_SILENT_MS = 5000

# Mark of connections that only read.
_READS = "footnote_reads"
_LIVE_HASH = sa.case((articles.c.withdrawn, sa.null()), else_=articles.c.content_hash).label("hash")

T = TypeVar("T")


def open_engine(url: str) -> Engine:
    """An SQLAlchemy engine with what Footnote needs of its database; SQLite is put in WAL mode.

    Connections that broke are replaced by themselves when they are next needed.
    """
    try:
        patience: dict[str, object] = {}
        if sa.make_url(url).get_driver_name() in ("psycopg", "psycopg2"):
            patience = {"connect_timeout": _CONNECT_S, "tcp_user_timeout": _SILENT_MS}
        engine = sa.create_engine(url, pool_pre_ping=True, connect_args=patience)
    except (sa.exc.ArgumentError, ModuleNotFoundError) as error:
        raise StoreError(
            f"The database address {url!r} can't be used ({error}). It looks like sqlite:///path or"
            " postgresql+psycopg://user@host/name."
        ) from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def open_store(url: str) -> "SqlStore":
    """The store at ``url``, brought to the current schema. Raises :class:`StoreError` if it can't be opened."""
    engine = open_engine(url)
    try:
        migrate(engine)
    except sa.exc.SQLAlchemyError as error:
        raise _failure(engine, "opened", error) from error
    return SqlStore(engine)


class SqlStore:
    """An :class:`~corpus.store.ArticleStore` over SQLAlchemy Core."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._readers = engine.execution_options(**{_READS: True})
        if engine.dialect.name == "postgresql":
            # Every question asks for changes: two round trips instead of four.
            self._readers = self._readers.execution_options(isolation_level="AUTOCOMMIT")

    def upsert(self, article: Article) -> Change:
        return self._changed(article.id, lambda connection: changes.upsert(connection, article))

    def take_in(self, article: Article, *, restore: bool = False) -> Change | None:
        """As :meth:`upsert`, for what is read again and again: what was withdrawn and has not changed since stays so
        (``None``), unless ``restore``.

        Raises :class:`~corpus.errors.TakenId` if the live article of that id has another address.
        """
        return self._changed(article.id, lambda connection: changes.take_in(connection, article, restore=restore))

    def withdraw(self, article_id: str) -> bool:
        return self._changed(article_id, lambda connection: changes.withdraw(connection, article_id))

    def get(self, article_id: str) -> Article | None:
        with self._reading() as connection:
            row = live(connection, article_id)
            return None if row is None else from_json(row.content)

    def version(self, article_id: str, content_hash: str) -> Article | None:
        query = (
            sa.select(revisions.c.content)
            .where(
                revisions.c.article_id == article_id,
                revisions.c.content_hash == content_hash,
                revisions.c.content.is_not(None),
            )
            .limit(1)
        )
        with self._reading() as connection:
            content = connection.execute(query).scalar_one_or_none()
        return None if content is None else from_json(content)

    def articles(self) -> Iterator[Article]:
        last = ""
        while True:
            query = (
                sa.select(articles.c.id, articles.c.content)
                .where(articles.c.id > last, ~articles.c.withdrawn)
                .order_by(articles.c.id)
                .limit(_PAGE)
            )
            with self._reading() as connection:
                rows = connection.execute(query).all()
            if not rows:
                return
            for row in rows:
                yield from_json(row.content)
            last = rows[-1].id

    def hashes(self) -> Mapping[str, str]:
        query = sa.select(articles.c.id, articles.c.content_hash).where(~articles.c.withdrawn)
        with self._reading() as connection:
            return {row.id: row.content_hash for row in connection.execute(query)}

    def revisions(self, article_id: str) -> tuple[Revision, ...]:
        query = sa.select(revisions).where(revisions.c.article_id == article_id).order_by(revisions.c.number)
        with self._reading() as connection:
            return tuple(
                Revision(row.number, row.content_hash, row.stored_at, row.withdrawn)
                for row in connection.execute(query)
            )

    def newest_change(self) -> int:
        """Number of the last change of any article, 0 if there was none. Cheap: fit to be asked with every question."""
        with self._reading() as connection:
            return int(connection.execute(sa.select(NEWEST)).scalar_one())

    def changes_since(self, change: int) -> tuple[int, Mapping[str, str | None]]:
        """(number of the newest change, content hash by id of the articles changed after ``change``; ``None`` for one
        that is withdrawn now). Changes become visible in the order of their numbers, so none can be missed.
        """
        query = (
            sa.select(articles.c.id, _LIVE_HASH, articles.c.change)
            .where(articles.c.change > change)
            .order_by(articles.c.change)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return (rows[-1].change if rows else change), {row.id: row.hash for row in rows}

    def ever_withdrawn(self) -> tuple[int, Mapping[str, str | None]]:
        """(number of a change, as in :meth:`changes_since` all articles withdrawn at any time before it). Later changes
        may be among them.
        """
        query = sa.select(articles.c.id, _LIVE_HASH).where(
            articles.c.id.in_(sa.select(revisions.c.article_id).where(revisions.c.withdrawn))
        )
        with self._reading() as connection:
            newest = int(connection.execute(sa.select(NEWEST)).scalar_one())
            return newest, {row.id: row.hash for row in connection.execute(query)}

    def was_withdrawn_after(self, article_id: str, content_hash: str) -> bool:
        """Whether an article was withdrawn since it last had that content hash."""
        own = revisions.c.article_id == article_id
        held = sa.select(sa.func.coalesce(sa.func.max(revisions.c.number), 0)).where(
            own, revisions.c.content_hash == content_hash, ~revisions.c.withdrawn
        )
        gone = sa.select(sa.func.coalesce(sa.func.max(revisions.c.number), 0)).where(own, revisions.c.withdrawn)
        with self._reading() as connection:
            return bool(connection.execute(gone).scalar_one() > connection.execute(held).scalar_one())

    def number_of(self, article_id: str, content_hash: str) -> int | None:
        """Number of the last revision with that content hash."""
        query = sa.select(sa.func.max(revisions.c.number)).where(
            revisions.c.article_id == article_id, revisions.c.content_hash == content_hash, ~revisions.c.withdrawn
        )
        with self._reading() as connection:
            number: int | None = connection.execute(query).scalar()
            return number

    def latest(self, limit: int) -> tuple[str, ...]:
        """Ids of the live articles that were checked last, newest first."""
        query = (
            sa.select(articles.c.id)
            .where(~articles.c.withdrawn, articles.c.checked_on.is_not(None))
            .order_by(articles.c.checked_on.desc(), articles.c.id)
            .limit(limit)
        )
        with self._reading() as connection:
            return tuple(connection.execute(query).scalars())

    def __len__(self) -> int:
        query = sa.select(sa.func.count()).select_from(articles).where(~articles.c.withdrawn)
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._readers.connect() as connection:
                yield connection
        except sa.exc.SQLAlchemyError as error:
            raise _failure(self.engine, "read", error) from error

    def _changed(self, article_id: str, change: Callable[[Connection], T]) -> T:
        """``change`` in a transaction, tried again where another writer stored the same revision number first."""
        tries = 0
        while True:
            try:
                with self.engine.begin() as connection:
                    return change(connection)
            except sa.exc.IntegrityError as error:
                tries += 1
                if tries == _MAX_TRIES:
                    raise StoreError(f"The store is too busy to change {article_id}: {error.orig}") from error
            except sa.exc.SQLAlchemyError as error:
                raise _failure(self.engine, "changed", error) from error


def _failure(engine: Engine, verb: str, error: sa.exc.SQLAlchemyError) -> StoreError:
    # Not the error's own text: it holds the statement and what was to be stored.
    detail = error.orig if isinstance(error, sa.exc.DBAPIError) else type(error).__name__
    return StoreError(
        f"The article store {engine.url} can't be {verb}: {detail}. Check that the database is there and whole;"
        " else put back its last backup."
    )


def _begin_sqlite(connection: Connection) -> None:
    # Reading takes no lock in WAL mode; writing takes it at once, since a reader that begins to write may be refused.
    reads = connection.get_execution_options().get(_READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # SQLAlchemy begins transactions itself (see open_engine); the driver's own implicit BEGIN would defer the lock.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=30000")
