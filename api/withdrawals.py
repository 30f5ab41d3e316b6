"""Which articles the store has withdrawn: they leave the answers at once, before the next build."""

import sqlalchemy as sa

from corpus import StoreError
from corpus.sql_store import SqlStore


class Withdrawals:
    """Follows the changes of ``store``. For one thread at a time."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._change = 0
        self.ids: frozenset[str] = frozenset()

    def refresh(self) -> bool:
        """Look for changes since the last look; whether :attr:`ids` is another now. One cheap query if nothing is.

        Raises :class:`StoreError` if the store can't be asked.
        """
        try:
            change, changed = self._store.changes_since(self._change)
            if not changed:
                return False
            live = self._store.hashes()
        except sa.exc.DBAPIError as error:
            raise StoreError(f"The article store can't be read: {error.orig}") from error
        gone = frozenset(article_id for article_id in changed if article_id not in live)
        ids = (self.ids - frozenset(changed)) | gone
        self._change = change
        is_other = ids != self.ids
        self.ids = ids
        return is_other
