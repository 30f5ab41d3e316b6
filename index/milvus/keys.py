"""Primary keys: ``article#revision#n`` of a passage, ``article#revision`` of an article's head.

The revision is the number of the build that wrote the row, so that an article's new rows never meet its old ones.
"""

from typing import NamedTuple

_HEAD = -1


class Key(NamedTuple):
    """``n`` counts an article's passages from 0; it is -1 for its head. Sorted as articles and their passages are."""

    article_id: str
    revision: int
    n: int = _HEAD

    @classmethod
    def parse(cls, text: str) -> "Key":
        article_id, revision, *n = text.split("#")
        return cls(article_id, int(revision), int(n[0]) if n else _HEAD)

    @property
    def head(self) -> "Key":
        """The row of the whole article."""
        return Key(self.article_id, self.revision)

    def __str__(self) -> str:
        whole = f"{self.article_id}#{self.revision}"
        return whole if self.n == _HEAD else f"{whole}#{self.n}"
