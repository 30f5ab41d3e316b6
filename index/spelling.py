"""Query words that the archive does not know, corrected to ones that it does.

Cautious on purpose: a wrong correction turns a question on one thing into an answer about another. Only words of
letters are looked at, never one that stands anywhere in the archive or in a dictionary of English, and only one edit
(a letter added, lost, changed or two neighbours swapped) is ever undone.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.tokens import STOP_WORDS, fold, spans

_QUOTES = frozenset('"“”«»')
_MIN_LENGTH = 4
# In shorter words, one letter for another most often makes another word: tood is not told.
_MIN_CHANGED_LENGTH = 6
# A capital inside a question is most often a name, and two people's names may well be one letter apart.
_MIN_NAME_LENGTH = 6
_MIN_NAME_COUNT = 3


class Spelling:
    """Corrects against ``vocabulary``: folded words of the archive and in how many articles each stands."""

    def __init__(self, vocabulary: Mapping[str, int], knows: Callable[[str], bool]) -> None:
        """``knows`` says whether a word stands in the archive in any form."""
        self._vocabulary, self._knows = vocabulary, knows
        self._by_length: dict[int, list[str]] = {}
        for word in vocabulary:
            self._by_length.setdefault(len(word), []).append(word)
        self._nearest = lru_cache(maxsize=4096)(self._search)

    def correct(self, query: str) -> str | None:
        """``query`` with its misspelt words put right; ``None`` if nothing is to be done or it holds quotes."""
        if _QUOTES & set(query):
            return None
        pieces: list[str] = []
        at = 0
        for start, end, _ in spans(query):
            better = self._better(query[start:end])
            if better is not None:
                pieces += [query[at:start], better]
                at = end
        return "".join([*pieces, query[at:]]) if pieces else None

    def _better(self, token: str) -> str | None:
        word = fold(token)
        if not word.isalpha() or len(word) < _MIN_LENGTH or (token.isupper() and len(token) < _MIN_NAME_LENGTH):
            return None
        if word in self._vocabulary or word in _english() or self._knows(token):
            return None
        found = self._nearest(word)
        if found is None:
            return None
        if token[0].isupper():
            if len(word) < _MIN_NAME_LENGTH or self._vocabulary[found] < _MIN_NAME_COUNT:
                return None
            return found.capitalize()
        return found

    def _search(self, word: str) -> str | None:
        near: list[tuple[bool, bool, int, str]] = []
        for length in (len(word) - 1, len(word), len(word) + 1):
            for other, _, _ in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=1, limit=None
            ):
                swapped = length == len(word) and sorted(other) == sorted(word)
                if other in STOP_WORDS or (length == len(word) < _MIN_CHANGED_LENGTH and not swapped):
                    continue
                # Swapped neighbours leave no doubt, and readers rarely miss the first letter.
                near.append((swapped, other[0] == word[0], self._vocabulary[other], other))
        return max(near)[-1] if near else None


def count_words(words: Iterable[str], counts: dict[str, int], by: int = 1) -> None:
    """Count each word of one article once, or take it back (``by`` -1)."""
    for word in set(words):
        if len(word) >= _MIN_LENGTH - 1:
            counts[word] = counts.get(word, 0) + by
            if counts[word] <= 0:
                del counts[word]


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """The frequency dictionary that comes with symspellpy: 82,765 English words."""
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return frozenset(line.split(" ", 1)[0] for line in text.splitlines())
