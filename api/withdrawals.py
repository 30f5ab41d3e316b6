"""Which articles must not be shown though the index holds them: they leave the answers at once, before any build."""

from corpus.codec import content_hash
from corpus.sql_store import SqlStore
from index import SearchEngine


class Withdrawals:
    """Follows the changes of ``store``, whoever makes them. For one thread at a time."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._change: int | None = None
        # Every article that was ever withdrawn: the hash of what it is now, ``None`` if it is withdrawn now.
        self._hashes: dict[str, str | None] = {}

    def refresh(self) -> bool:
        """Look for changes since the last look; whether one of them may matter. One cheap query if there is none.

        Raises :class:`StoreError` if the store can't be asked.
        """
        if self._change is None:
            self._change, known = self._store.ever_withdrawn()
            self._hashes = dict(known)
            return bool(known)
        self._change, changed = self._store.changes_since(self._change)
        mattering = {one: hashed for one, hashed in changed.items() if hashed is None or one in self._hashes}
        self._hashes.update(mattering)
        return bool(mattering)

    def hidden(self, engine: SearchEngine) -> frozenset[str]:
        """Ids of the articles of ``engine`` that are withdrawn, or were after what ``engine`` holds of them: one that
        came back with another text is shown again when that text is indexed.

        Raises :class:`StoreError` if the store can't be asked.
        """
        return frozenset(one for one, hashed in self._hashes.items() if self._hides(engine, one, hashed))

    def _hides(self, engine: SearchEngine, article_id: str, now: str | None) -> bool:
        article = engine.article(article_id)
        if article is None:
            return False
        if now is None:
            return True
        served = content_hash(article)
        return served != now and self._store.was_withdrawn_after(article_id, served)
