"""Which words of a conversation a follow-up most likely means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from qa.conversation.cues import Dependence, dependence
from qa.terms import content_stems, content_words, is_content, names, stem, words

# A name is meant more often than a common word, and a question more often than what was shown for it. Chosen on CANARD
# and CAsT for the best retrieval agreement with the human rewrite.
_NAME_WEIGHT = 1.0
_WORD_WEIGHT = 0.5
_TITLE_WEIGHT = 0.4
_QUOTED_NAME_WEIGHT = 0.15
# Each older turn counts this much of the next; a turn that itself hung on earlier ones names the topic half as surely.
_DECAY = 0.8
_DEPENDENT = 0.5
# Shorter words are too often like others.
_SHORT = 5
# A word of a question this like one of the title of what it was answered from, of 100, is the same one, misspelt.
_MISSPELT = 85
# Words below this share of the heaviest are more often noise than what was meant.
_MIN_SHARE = 0.6
# Content words by their form, but no topic of a conversation.
_VAGUE_LINES = """
kind type sort people person first last happen happened name names call called cause causes describe important
difference find come came start started begin began work works live lived mean means big main good different example
reason reasons part number year years time times day interesting aspect aspects article besides count mention check
claim claims fact real really fake genuine hoax rumor rumour true false long high old often take took turn turned
carried made ran kept broke brought end ended taken prove proven proof written show showed shown right wrong
correct mean
"""
_VAGUE = frozenset(stem(word) for word in _VAGUE_LINES.split())


def is_vague(key: str) -> bool:
    """Whether a stem is that of a word which no conversation is about."""
    return key in _VAGUE


@dataclass(frozen=True, slots=True)
class Shown:
    """An earlier turn: its question, and what was shown for it: articles by id and title, and the quoted passages'
    texts.
    """

    question: str
    articles: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()


def salient_words(history: Sequence[Shown], question: str, limit: int) -> list[str]:
    """Up to ``limit`` words of ``history`` (oldest first) that ``question`` may leave out, in the order in which they
    were said.
    """
    weights: dict[str, float] = {}
    surface: dict[str, str] = {}
    here = content_stems(question)
    for age, turn in enumerate(reversed(history)):
        recency = _DECAY**age * (_DEPENDENT if dependence(turn.question) >= Dependence.LIKELY else 1.0)
        for word, weight in _weighted(turn):
            key = stem(word.lower().replace(",", ""))
            if key not in here and key not in _VAGUE and is_content(word.lower()):
                surface.setdefault(key, word.removesuffix("'s").removesuffix("’s"))
                weights[key] = weights.get(key, 0.0) + recency * weight
    floor = _MIN_SHARE * max(weights.values(), default=0.0)
    chosen = {key for key in sorted(weights, key=lambda key: -weights[key])[:limit] if weights[key] >= floor}
    return [word for key, word in surface.items() if key in chosen]


def _weighted(turn: Shown) -> Iterator[tuple[str, float]]:
    named = {word for name in names(turn.question) for word in words(name)}
    titled = [word for _, title in turn.articles[:2] for word in content_words(title)]
    for word in content_words(turn.question):
        yield _as_titled(word, titled), _NAME_WEIGHT if word.lower() in named or word[0].isdigit() else _WORD_WEIGHT
    for _, title in turn.articles[:1]:
        for word in content_words(title):
            yield word, _TITLE_WEIGHT
    for text in turn.texts[:2]:
        for name in names(text):
            for word in name.split():
                yield word, _QUOTED_NAME_WEIGHT


def _as_titled(word: str, titled: Sequence[str]) -> str:
    """``word`` as the titles spell it."""
    if len(word) < _SHORT or not word.isalpha():
        return word
    found = process.extractOne(word, titled, scorer=fuzz.ratio, processor=str.lower, score_cutoff=_MISSPELT)
    return found[0] if found else word
