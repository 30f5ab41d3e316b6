"""The tables of the article store, and the numbered steps that lead to them."""

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from corpus.errors import StoreError
from corpus.locks import take_turn

metadata = sa.MetaData()

#: One row an article: its live state. ``change`` grows with every change of any article.
articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.String(250), primary_key=True),
    sa.Column("content_hash", sa.String(64), nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.Column("checked_on", sa.Date, index=True),
    sa.Column("change", sa.BigInteger, nullable=False, index=True),
)

#: Every state an article ever had; ``content`` is empty where the revision is a withdrawal.
revisions = sa.Table(
    "revisions",
    metadata,
    sa.Column("article_id", sa.String(250), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("content_hash", sa.String(64), nullable=False),
    sa.Column("content", sa.Text),
    sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
)

_schema = sa.Table(
    "schema_version", metadata, sa.Column("store", sa.String(50), primary_key=True), sa.Column("version", sa.Integer)
)


def _create_articles(connection: sa.Connection) -> None:
    metadata.create_all(connection, tables=[articles, revisions])


# Step n brings version n to n + 1. Steps are only ever added.
_STEPS = (_create_articles,)


def migrate(engine: Engine) -> None:
    """Bring the database to the current version, each step in a transaction.

    Raises :class:`StoreError` if a newer Footnote wrote it.
    """
    with engine.begin() as connection:
        take_turn(connection, "schema")
        _schema.create(connection, checkfirst=True)
        version = connection.execute(sa.select(_schema.c.version).where(_schema.c.store == "articles")).scalar()
        if version is None:
            version = 0
            connection.execute(sa.insert(_schema).values(store="articles", version=0))
        if version > len(_STEPS):
            raise StoreError(
                f"The article store has schema version {version}, this Footnote knows {len(_STEPS)}. Update Footnote."
            )
        for step in _STEPS[version:]:
            step(connection)
        connection.execute(sa.update(_schema).where(_schema.c.store == "articles").values(version=len(_STEPS)))
