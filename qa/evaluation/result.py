"""What came of one gold turn: everything that a metric or a reader of the report needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.evaluation.gold import GoldAnswer, GoldTurn


@dataclass(frozen=True, slots=True)
class GivenQuote:
    """A quote as it was shown. ``own_numbers`` are the numbers the article prints in the quoted sentences."""

    article_id: str
    passage_id: str
    text: str
    n_sentences: int
    numbers: tuple[int, ...]
    own_numbers: tuple[int, ...]
    verbatim: bool
    restates_only: bool


@dataclass(frozen=True, slots=True)
class TurnResult:
    """One turn of an item. ``ranked`` are the articles of the search box for the question as typed, best first.

    ``hit`` and ``standalone_hit`` say whether the answer is right, with the history and in stand-alone words.
    """

    item_id: str
    kind: str
    style: str
    turn: int
    question: str
    standalone: str
    interpreted_as: str
    answerable: bool
    answers: tuple[GoldAnswer, ...]
    answered: bool
    reason: str | None
    confidence: float
    quotes: tuple[GivenQuote, ...]
    ranked: tuple[str, ...]
    hit: bool
    standalone_hit: bool | None
    took_ms: float
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    @property
    def relevant(self) -> frozenset[str]:
        """Ids of the articles that hold an answer."""
        return frozenset(answer.article_id for answer in self.answers)

    @classmethod
    def missing(cls, item_id: str, kind: str, style: str, n: int, turn: GoldTurn) -> "TurnResult":
        """The result of a turn that brought none: the worst of everything."""
        return cls(
            item_id, kind, style, n, turn.question, turn.standalone, turn.question, turn.answerable, turn.answers,
            answered=not turn.answerable, reason=None, confidence=0.0 if turn.answerable else 1.0, quotes=(), ranked=(),
            hit=False, standalone_hit=None, took_ms=float("inf"),
        )  # fmt: skip
