"""A generated archive: articles of made-up words, and an encoder whose vectors lie together by subject.

Every article has its own subject, whose name (``x123``) stands in its title, and eight passages of 100 words. Vectors
are drawn around subjects, and those around 40 fields, so that neighbours are as uneven as in an archive of texts.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus import Article, Section, SectionRole, Sentence
from index.bench.scale.words import content_words, text_words

PASSAGES_PER_ARTICLE = 8
DIMENSION = 384
_FIELDS = 40
# How far subjects lie from their field, and texts from their subject, in lengths of the field's own vector.
_SUBJECT_SPREAD, _TEXT_SPREAD = 1.5, 1.0
_SENTENCES, _SENTENCE_WORDS = 5, 20
_PASSAGES_PER_SECTION = 4
_PUBLISHERS = [f"Bureau {n}" for n in range(20)]
_VERDICTS = ["True", "Mostly true", "Half true", "Mostly false", "False"]
_FIRST_DAY, _DAYS = date(2007, 1, 1).toordinal(), 6900
_NAME = re.compile(r"\bx(\d+)\b")


def article(n: int) -> Article:
    """The n-th article, the same each time."""
    random = np.random.default_rng([n, 1])
    drawn = text_words(random, PASSAGES_PER_ARTICLE * _SENTENCES * _SENTENCE_WORDS)
    text, sentences, sections = "", [], []
    for number in range(PASSAGES_PER_ARTICLE * _SENTENCES):
        words = drawn[number * _SENTENCE_WORDS : (number + 1) * _SENTENCE_WORDS]
        text += "" if not number else "\n\n" if number % _SENTENCES == 0 else " "
        sentences.append(Sentence(len(text), len(text) + len(spelt := " ".join(words).capitalize() + ".")))
        text += spelt
    per_section = _SENTENCES * _PASSAGES_PER_SECTION
    for first in range(0, len(sentences), per_section):
        heading = " ".join(content_words(random, 3)).capitalize() if first else ""
        last = sentences[first + per_section - 1]
        sections.append(Section(heading, SectionRole.FINDING, sentences[first].start, last.end))
    return Article(
        id=f"g{n:08}",
        title=f"About x{n}: {' '.join(content_words(random, 7))}",
        text=text,
        sections=tuple(sections),
        sentences=tuple(sentences),
        claim=" ".join(text_words(random, 15)).capitalize() + ".",
        publisher=_PUBLISHERS[int(random.integers(len(_PUBLISHERS)))],
        verdict=_VERDICTS[int(random.integers(len(_VERDICTS)))],
        checked_on=date.fromordinal(_FIRST_DAY + int(random.integers(_DAYS))),
    )


def questions(articles: int, count: int) -> list[str]:
    """Questions to an archive of so many articles: a subject, two words of its title, and four of a passage."""
    random = np.random.default_rng(articles)
    return [_question(article(int(n)), random) for n in random.integers(articles, size=count)]


def _question(asked: Article, random: np.random.Generator) -> str:
    _, name, *title = asked.title.split()
    words = asked.sentence_text(int(random.integers(len(asked.sentences)))).rstrip(".").split()
    return " ".join([name.rstrip(":"), *title[:2], *random.choice(words, size=4, replace=False)])


class GeneratedEncoder:
    """An :class:`~index.encoder.Encoder` that looks for the subject's name, and draws the rest from the text's hash."""

    @property
    def name(self) -> str:
        return f"generated-{DIMENSION}"

    @property
    def dimension(self) -> int:
        return DIMENSION

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), DIMENSION), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self.encode_query(text)
        if progress is not None and texts:
            progress(len(texts))
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        found = _NAME.search(text)
        drawn = zlib.crc32(text.encode())
        vector = _subject(int(found[1]) if found else drawn) + _TEXT_SPREAD * _normal(drawn, 2)
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


@lru_cache(maxsize=1 << 12)
def _subject(number: int) -> NDArray[np.float32]:
    return _normal(zlib.crc32(b"%d" % number) % _FIELDS, 3) + np.float32(_SUBJECT_SPREAD) * _normal(number, 4)


def _normal(*seed: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal(DIMENSION, dtype=np.float32)


def articles(count: int) -> Iterator[Article]:
    """The first ``count`` articles."""
    return map(article, range(count))
