"""Articles in SQLite or PostgreSQL."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from corpus.article import Article
from corpus.codec import from_json, hash_of, to_json
from corpus.errors import StoreError
from corpus.store import Change, Revision
from corpus.tables import articles, migrate, revisions

_PAGE = 200
# Tries of an upsert that another writer overtook; each loses only to a writer that succeeded.
_MAX_TRIES = 20


def open_engine(url: str) -> Engine:
    """An SQLAlchemy engine with what Footnote needs of its database; SQLite is put in WAL mode."""
    try:
        engine = sa.create_engine(url, pool_pre_ping=True)
    except (sa.exc.ArgumentError, ModuleNotFoundError) as error:
        raise StoreError(
            f"The database address {url!r} can't be used ({error}). It looks like sqlite:///path or"
            " postgresql+psycopg://user@host/name."
        ) from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def open_store(url: str) -> "SqlStore":
    """The store at ``url``, brought to the current schema. Raises :class:`StoreError` if it can't be opened."""
    engine = open_engine(url)
    try:
        migrate(engine)
    except sa.exc.DBAPIError as error:
        raise StoreError(f"The article store {engine.url} can't be opened: {error.orig}") from error
    return SqlStore(engine)


class SqlStore:
    """An :class:`~corpus.store.ArticleStore` over SQLAlchemy Core."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def upsert(self, article: Article) -> Change:
        for tries in range(1, _MAX_TRIES + 1):
            try:
                with self.engine.begin() as connection:
                    return _upsert(connection, article)
            except sa.exc.IntegrityError as error:
                # Another writer stored the same revision number first: look again at what is there now.
                if tries == _MAX_TRIES:
                    raise StoreError(f"The store is too busy to take {article.id}: {error.orig}") from error
            except sa.exc.DBAPIError as error:
                raise StoreError(f"The store could not take {article.id}: {error.orig}") from error
        raise StoreError(f"The store is too busy to take {article.id}")

    def withdraw(self, article_id: str) -> bool:
        with self.engine.begin() as connection:
            row = _live(connection, article_id)
            if row is None:
                return False
            connection.execute(
                sa.insert(revisions).values(
                    article_id=article_id, number=row.revision + 1, content_hash=row.content_hash, content=None,
                    stored_at=datetime.now(UTC), withdrawn=True,
                )
            )  # fmt: skip
            connection.execute(
                sa.update(articles)
                .where(articles.c.id == article_id)
                .values(withdrawn=True, revision=row.revision + 1, change=_next_change(connection))
            )
            return True

    def get(self, article_id: str) -> Article | None:
        with self.engine.connect() as connection:
            row = _live(connection, article_id)
            return None if row is None else from_json(row.content)

    def articles(self) -> Iterator[Article]:
        last = ""
        while True:
            query = (
                sa.select(articles.c.id, articles.c.content)
                .where(articles.c.id > last, ~articles.c.withdrawn)
                .order_by(articles.c.id)
                .limit(_PAGE)
            )
            with self.engine.connect() as connection:
                rows = connection.execute(query).all()
            if not rows:
                return
            for row in rows:
                yield from_json(row.content)
            last = rows[-1].id

    def hashes(self) -> Mapping[str, str]:
        query = sa.select(articles.c.id, articles.c.content_hash).where(~articles.c.withdrawn)
        with self.engine.connect() as connection:
            return {row.id: row.content_hash for row in connection.execute(query)}

    def revisions(self, article_id: str) -> tuple[Revision, ...]:
        query = sa.select(revisions).where(revisions.c.article_id == article_id).order_by(revisions.c.number)
        with self.engine.connect() as connection:
            return tuple(
                Revision(row.number, row.content_hash, row.stored_at, row.withdrawn)
                for row in connection.execute(query)
            )

    def changes_since(self, change: int) -> tuple[int, tuple[str, ...]]:
        """(number of the newest change, ids of the articles changed after ``change``, oldest change first)."""
        query = (
            sa.select(articles.c.id, articles.c.change).where(articles.c.change > change).order_by(articles.c.change)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(query).all()
        return (rows[-1].change if rows else change), tuple(row.id for row in rows)

    def latest(self, limit: int) -> tuple[str, ...]:
        """Ids of the live articles that were checked last, newest first."""
        query = (
            sa.select(articles.c.id)
            .where(~articles.c.withdrawn, articles.c.checked_on.is_not(None))
            .order_by(articles.c.checked_on.desc(), articles.c.id)
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def __len__(self) -> int:
        query = sa.select(sa.func.count()).select_from(articles).where(~articles.c.withdrawn)
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())


def _live(connection: Connection, article_id: str) -> Any:
    return connection.execute(sa.select(articles).where(articles.c.id == article_id, ~articles.c.withdrawn)).first()


def _upsert(connection: Connection, article: Article) -> Change:
    known = connection.execute(
        sa.select(articles.c.content_hash, articles.c.revision, articles.c.withdrawn).where(articles.c.id == article.id)
    ).first()
    content = to_json(article)
    hashed = hash_of(content)
    if known is not None and known.content_hash == hashed and not known.withdrawn:
        return Change.UNCHANGED
    number = known.revision + 1 if known is not None else 1
    connection.execute(
        sa.insert(revisions).values(
            article_id=article.id, number=number, content_hash=hashed, content=content,
            stored_at=datetime.now(UTC), withdrawn=False,
        )
    )  # fmt: skip
    values = {
        "content_hash": hashed, "content": content, "revision": number, "withdrawn": False,
        "checked_on": article.checked_on,
        "change": _next_change(connection),
    }  # fmt: skip
    if known is None:
        connection.execute(sa.insert(articles).values(id=article.id, **values))
        return Change.ADDED
    connection.execute(sa.update(articles).where(articles.c.id == article.id).values(**values))
    return Change.ADDED if known.withdrawn else Change.UPDATED


def _next_change(connection: Connection) -> int:
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(articles.c.change), 0))).scalar_one()) + 1


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # SQLAlchemy begins transactions itself (see open_engine); the driver's own implicit BEGIN would defer the lock.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=30000")
