"""Questions that the home page offers: each is one that the archive answers."""

from collections.abc import Iterator, Sequence

from api.services import Serving
from corpus import Article
from qa import Answer, Question

_OFFERED = 4
# An answer takes tens of milliseconds, and the first visitor of a generation waits for all of them.
_MAX_TRIED = 16


class Examples:
    """Finds them once a generation."""

    def __init__(self) -> None:
        self._generation: str | None = None
        self._found: list[str] = []

    def of(self, serving: Serving, articles: Sequence[Article]) -> list[str]:
        """Up to four questions about ``articles``, at most one of each. Blocks while they are tried."""
        if self._generation != serving.engine.generation:
            self._found = list(_answered(serving, articles))
            self._generation = serving.engine.generation
        return self._found


def _answered(serving: Serving, articles: Sequence[Article]) -> Iterator[str]:
    tried = found = 0
    for article in articles:
        for question in (*article.dive_deeper, article.title):
            if found == _OFFERED or tried == _MAX_TRIED:
                return
            if not question.endswith("?"):
                continue
            tried += 1
            if isinstance(serving.answerer.answer(Question(question)), Answer):
                found += 1
                yield question
                break
