"""Query words that the archive does not know, corrected to ones that it does.

Cautious on purpose: a wrong correction turns a question on one thing into an answer about another. Only words of
letters are looked at, never one that stands anywhere in the archive or in a dictionary of English, and only one edit
(a letter added, lost, changed or two neighbours swapped) is ever undone. A query of many strange words is in another
language or about other things: it stays as it is.
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
# Different words in no dictionary: each may be a question to a search server, and takes 16 ms to compare with the
# words of an archive that has 200,000.
_MAX_STRANGE = 5


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
        strange = [(start, end) for start, end, _ in spans(query) if self._is_strange(query[start:end])]
        if len({fold(query[start:end]) for start, end in strange}) > _MAX_STRANGE:
            return None
        pieces: list[str] = []
        at = 0
        for start, end in strange:
            better = self._better(query[start:end])
            if better is not None:
                pieces += [query[at:start], better]
                at = end
        return "".join([*pieces, query[at:]]) if pieces else None

    def _is_strange(self, token: str) -> bool:
        """Whether ``token`` is a word long enough to be corrected, and in no dictionary."""
        word = fold(token)
        shortest = _MIN_NAME_LENGTH if token[0].isupper() else _MIN_LENGTH
        return word.isalpha() and len(word) >= shortest and word not in self._vocabulary and word not in _english()

    def _better(self, token: str) -> str | None:
        found = None if self._knows(token) else self._nearest(fold(token))
        if found is None or not token[0].isupper():
            return found
        return found.capitalize() if self._vocabulary[found] >= _MIN_NAME_COUNT else None

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
