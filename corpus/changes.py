"""What changes an article's rows, inside a transaction of the store."""

import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from corpus.article import Article
from corpus.codec import hash_of, to_json
from corpus.errors import TakenId
from corpus.identity import is_same_address
from corpus.locks import take_turn
from corpus.store import Change
from corpus.tables import articles, revisions

#: Number of the last change of any article.
NEWEST = sa.func.coalesce(sa.func.max(articles.c.change), 0)


def live(connection: Connection, article_id: str) -> Any:
    """The row of an article that isn't withdrawn, or ``None``."""
    return connection.execute(sa.select(articles).where(articles.c.id == article_id, ~articles.c.withdrawn)).first()


def upsert(connection: Connection, article: Article) -> Change:
    """See :class:`~corpus.store.ArticleStore`."""
    content = to_json(article)
    return _stored(connection, article, content, hash_of(content), _known(connection, article.id))


def take_in(connection: Connection, article: Article, *, restore: bool) -> Change | None:
    """See :meth:`corpus.sql_store.SqlStore.take_in`."""
    content = to_json(article)
    hashed = hash_of(content)
    known = _known(connection, article.id)
    if known is not None and known.withdrawn and known.content_hash == hashed and not restore:
        return None
    if known is not None and not known.withdrawn and known.content_hash != hashed:
        url = json.loads(known.content)["url"]
        if not is_same_address(url, article.url):
            raise TakenId(article.id, url)
    return _stored(connection, article, content, hashed, known)


def withdraw(connection: Connection, article_id: str) -> bool:
    """See :class:`~corpus.store.ArticleStore`."""
    row = live(connection, article_id)
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


def _known(connection: Connection, article_id: str) -> Any:
    return connection.execute(sa.select(articles).where(articles.c.id == article_id)).first()


def _stored(connection: Connection, article: Article, content: str, hashed: str, known: Any) -> Change:
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
    # Held to the end of the transaction: whoever sees a change sees all that have a lower number.
    take_turn(connection, "change")
    return int(connection.execute(sa.select(NEWEST)).scalar_one()) + 1
