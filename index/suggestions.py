"""Completions for what is being typed: titles and questions of the archive, a typo in any word forgiven."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.files import read_json, save_array, save_json
from index.tokens import STOP_WORDS, fold, tokens

# Texts that are looked at closely; of more, the first by position are taken.
_CLOSE = 400
_MIN_TYPO_LENGTH = 4
_BREAKS = re.compile(r"[-.]")


class Suggestions:
    """Texts to complete with. Thread-safe. Made by :meth:`of`, or by :meth:`read` of what :meth:`write` wrote."""

    def __init__(
        self,
        texts: list[str],
        folded: list[str],
        words: list[str],
        starts: NDArray[np.int64],
        postings: NDArray[np.int32],
    ) -> None:
        """``postings`` from ``starts[n]`` are the positions of the texts that hold ``words[n]`` (sorted)."""
        self._texts, self._folded, self._words = texts, folded, words
        self._starts, self._postings = starts, postings

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Suggestions":
        """Of ``texts``, each once."""
        unique = list(dict.fromkeys(texts))
        folded = [" ".join(_words(text)) for text in unique]
        postings: dict[str, list[int]] = {}
        for n, text in enumerate(folded):
            for word in set(text.split()):
                postings.setdefault(word, []).append(n)
        words = sorted(postings)
        starts = np.zeros(len(words) + 1, dtype=np.int64)
        np.cumsum([len(postings[word]) for word in words], out=starts[1:])
        return cls(unique, folded, words, starts, np.array([n for word in words for n in postings[word]], np.int32))

    @classmethod
    def read(cls, directory: Path) -> "Suggestions":
        values = read_json(directory / "suggestions.json")
        starts = np.load(directory / "suggestions.starts.npy")
        postings = np.load(directory / "suggestions.texts.npy")
        return cls(values["texts"], values["folded"], values["words"], starts, postings)

    def write(self, directory: Path) -> None:
        """Write ``suggestions.json`` and the postings of its words (``suggestions.*.npy``)."""
        values = {"texts": self._texts, "folded": self._folded, "words": self._words}
        save_json(directory / "suggestions.json", values)
        save_array(directory / "suggestions.starts.npy", self._starts)
        save_array(directory / "suggestions.texts.npy", self._postings)

    def complete(self, prefix: str, limit: int) -> list[str]:
        """Texts that hold all words of ``prefix``, the last one maybe unfinished; those that start with it first."""
        typed = _words(prefix)
        unfinished = prefix[-1:].isalnum()
        found = self._holding(typed, unfinished)
        if not len(found):
            # A question begins with words that titles do without.
            found = self._holding([word for word in typed if word not in STOP_WORDS], unfinished)
        start = " ".join(typed)
        best = sorted(found[:_CLOSE].tolist(), key=lambda n: self._order(n, start))
        return [self._texts[n] for n in best[:limit]]

    def _holding(self, typed: Sequence[str], unfinished: bool) -> NDArray[np.int32]:
        if not typed:
            return np.zeros(0, dtype=np.int32)
        found = self._holders(typed[-1], unfinished)
        for word in typed[:-1]:
            found = np.intersect1d(found, self._holders(word, False), assume_unique=True)
        return found

    def _order(self, n: int, start: str) -> tuple[bool, int, int]:
        folded = self._folded[n]
        at = folded.find(start)
        return not folded.startswith(start), at if at >= 0 else len(folded), len(folded)

    def _holders(self, word: str, unfinished: bool) -> NDArray[np.int32]:
        """Positions of the texts that hold ``word``, or words that begin with it; near ones if there are none."""
        first = bisect_left(self._words, word)
        last = bisect_left(self._words, word + "\U0010ffff")
        if not unfinished and first < last:
            last = first + 1 if self._words[first] == word else first
        if first < last:
            return np.unique(self._postings[self._starts[first] : self._starts[last]])
        near = self._near(word, unfinished) if len(word) >= _MIN_TYPO_LENGTH else []
        if not near:
            return np.zeros(0, dtype=np.int32)
        return np.unique(np.concatenate([self._postings[self._starts[n] : self._starts[n + 1]] for n in near]))

    def _near(self, word: str, unfinished: bool) -> Sequence[int]:
        # A first letter is rarely mistyped, and this keeps the words to compare few.
        first, last = bisect_left(self._words, word[0]), bisect_left(self._words, word[0] + "\U0010ffff")
        words = self._words[first:last]
        found: set[int] = set()
        # What is typed of an unfinished word may be a letter shorter or longer than what is meant.
        for length in range(len(word) - 1, len(word) + 2) if unfinished else (None,):
            choices = [one[:length] for one in words]
            hits = process.extract(word, choices, scorer=OSA.distance, score_cutoff=1, limit=None)
            found.update(first + position for _, _, position in hits)
        return sorted(found)


def _words(text: str) -> list[str]:
    """Folded words, the parts of compounds one by one: COVID-19 is completed from covid and from 19."""
    return _BREAKS.sub(" ", " ".join(map(fold, tokens(text)))).split()
