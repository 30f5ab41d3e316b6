"""Generated words, as often as words of a language are: the n-th about as often as 1 / n (Zipf 1949)."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.tokens import STOP_WORDS

VOCABULARY = 200_000
# Zipf and Mandelbrot: p(n) ~ 1 / (n + OFFSET). The offset stands for the commonest words, which are stop words.
_OFFSET = 50
# Of running text; the rest are words that are searched for.
_STOP_WORDS = 0.45
_SYLLABLES = [consonant + vowel for consonant in "bcdfglmnprstvz" for vowel in "aeiou"]
_STOPS = np.array(sorted(STOP_WORDS), dtype=object)


def text_words(random: np.random.Generator, count: int) -> list[str]:
    """Words of running text, stop words among them."""
    words = np.array(content_words(random, count), dtype=object)
    stops = _STOPS[random.integers(len(_STOPS), size=count)]
    mixed: list[str] = np.where(random.random(count) < _STOP_WORDS, stops, words).tolist()
    return mixed


def content_words(random: np.random.Generator, count: int) -> list[str]:
    """Words without stop words."""
    names, shares = _vocabulary()
    ranks = np.searchsorted(shares, random.random(count) * shares[-1])
    words: list[str] = names[ranks].tolist()
    return words


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[NDArray[np.object_], NDArray[np.float64]]:
    names = np.array([_spelt(n) for n in range(VOCABULARY)], dtype=object)
    return names, np.cumsum(1 / (np.arange(1, VOCABULARY + 1) + _OFFSET))


def _spelt(n: int) -> str:
    """The n-th word, of two syllables or three."""
    base = len(_SYLLABLES)
    syllables = [_SYLLABLES[n % base], _SYLLABLES[n // base % base]]
    if n >= base * base:
        syllables.append(_SYLLABLES[n // base // base])
    return "".join(syllables)
