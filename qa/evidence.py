"""The seam between retrieval and composing: how well each sentence answers, and whether the passage answers at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus import Article
from index import Hit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A retrieved passage and the article it was cut from."""

    article: Article
    hit: Hit


@dataclass(frozen=True, slots=True)
class PassageScore:
    """A selector's opinion of one candidate, in logits.

    ``sentences`` has one logit a sentence of the passage (from ``passage.first`` to ``passage.last``), comparable
    across the passages of one question; ``answerable`` says whether the passage answers the question at all.
    """

    answerable: float
    sentences: tuple[float, ...]


def with_sentences_of_both(one: PassageScore, other: PassageScore, *, share: float) -> PassageScore:
    """``one``, its sentences scored by both opinions, of which it has ``share``."""
    sentences = zip(one.sentences, other.sentences, strict=True)
    return PassageScore(one.answerable, tuple(share * a + (1 - share) * b for a, b in sentences))


class Selector(Protocol):
    """Scores candidates for a question. Deterministic and thread-safe."""

    @property
    def name(self) -> str:
        """Identifies the scorer and its weights; calibration is fitted per name."""
        ...

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        """One score a candidate, in the candidates' order."""
        ...
