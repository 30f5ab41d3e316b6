"""What is worked out once for an article, however many of its sentences are asked about."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from corpus import Article

_T = TypeVar("_T")


def once_an_article(work: Callable[[Article], _T]) -> Callable[[Article], _T]:
    """``work``, whose result is kept for as long as the article is. Articles are told apart by identity: to compare or
    to hash one is to read all of it, which for each of its sentences takes long where there are many.
    """
    kept: dict[int, tuple[ref[Article], _T]] = {}

    @wraps(work)
    def known(article: Article) -> _T:
        key = id(article)
        found = kept.get(key)
        if found is None or found[0]() is not article:
            found = kept[key] = (ref(article, lambda _: kept.pop(key, None)), work(article))
        return found[1]

    return known
