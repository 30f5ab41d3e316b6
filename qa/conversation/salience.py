"""Which words of a conversation a follow-up most likely means."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Article
from qa.terms import content_stems, content_words, is_content, names, stem, words

# A name is meant more often than a common word; each older turn counts half of the next.
_NAME_WEIGHT = 1.0
_WORD_WEIGHT = 0.7
_TITLE_WEIGHT = 0.4
_QUOTED_NAME_WEIGHT = 0.3
_DECAY = 0.5


@dataclass(frozen=True, slots=True)
class Shown:
    """An earlier turn: its question, and the articles and quoted passages shown for it (those that exist)."""

    question: str
    articles: tuple[Article, ...] = ()
    texts: tuple[str, ...] = ()


def salient_words(history: Sequence[Shown], question: str, limit: int) -> list[str]:
    """Up to ``limit`` words of ``history`` (oldest first) that ``question`` may leave out, in the order in which they
    were said.
    """
    weights: dict[str, float] = {}
    surface: dict[str, str] = {}
    here = content_stems(question)

    def add(word: str, weight: float) -> None:
        key = stem(word.lower().replace(",", ""))
        if key in here or not is_content(word.lower()):
            return
        surface.setdefault(key, word)
        weights[key] = weights.get(key, 0.0) + weight

    for age, turn in enumerate(reversed(history)):
        recency = _DECAY**age
        named = {word for name in names(turn.question) for word in words(name)}
        for word in content_words(turn.question):
            add(word, recency * (_NAME_WEIGHT if word.lower() in named or word[0].isdigit() else _WORD_WEIGHT))
        for article in turn.articles[:1]:
            for word in content_words(article.title):
                add(word, recency * _TITLE_WEIGHT)
        for text in turn.texts[:2]:
            for name in names(text):
                for word in name.split():
                    add(word, recency * _QUOTED_NAME_WEIGHT)
    chosen = sorted(weights, key=lambda key: -weights[key])[:limit]
    kept = set(chosen)
    return [word for key, word in surface.items() if key in kept]
