"""What came of the gold turns: everything that a metric or a reader of the report needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from qa.evaluation.gold import GoldAnswer, GoldItem

Outcome = Literal[
    "right", "refused", "wrong passage", "wrong article", "rightly refused", "should have refused", "missing"
]
OUTCOMES: Mapping[Outcome, str] = {
    "right": "the sentences of an alternative are quoted",
    "refused": "refused, though the archive holds an answer",
    "wrong passage": "quotes the right article, but not the sentences that answer",
    "wrong article": "quotes only articles that hold no answer",
    "rightly refused": "refused, and the archive holds no answer",
    "should have refused": "answered, though the archive holds no answer",
    "missing": "no result at all",
}
"""What can come of a turn, and what each means."""

# A turn without a result is counted as one that took a minute.
MISSING_MS = 60_000.0


@dataclass(frozen=True, slots=True)
class GivenQuote:
    """A quote as it was shown.

    ``numbers`` are its citations of sentence scope, ``own_numbers`` those that the article prints in the quoted
    sentences. ``sentences`` are the quoted sentences, one by one; ``restating`` says of each whether it only restates
    the claim.
    """

    article_id: str
    passage_id: str
    text: str
    section: str
    sentences: tuple[str, ...]
    restating: tuple[bool, ...]
    numbers: tuple[int, ...]
    own_numbers: tuple[int, ...]
    verbatim: bool


@dataclass(frozen=True, slots=True)
class TurnResult:
    """One turn of an item; ``turn`` counts from 1.

    ``publisher`` is that of the article that answers, or that an unanswerable item is about. ``gold_numbers`` are, for
    each alternative, the citation numbers that the article prints in its sentences. ``hit`` says whether the answer is
    right, ``standalone_hit`` whether it is in stand-alone words and without history (``None`` where there is none).
    ``draft`` is what would have been said whatever the confidence (left out where nothing could be right),
    ``supported`` whether that is right. ``ranked`` are the articles of the search box for the question as typed, best
    first.
    """

    item_id: str
    kind: str
    style: str
    turn: int
    publisher: str
    question: str
    standalone: str
    interpreted_as: str
    answerable: bool
    answers: tuple[GoldAnswer, ...]
    gold_numbers: tuple[tuple[int, ...], ...]
    answered: bool
    reason: str | None
    confidence: float
    quotes: tuple[GivenQuote, ...]
    draft: tuple[GivenQuote, ...]
    ranked: tuple[str, ...]
    hit: bool
    supported: bool
    standalone_hit: bool | None
    explanation: Mapping[str, object] = field(default_factory=dict)
    took_ms: float = 0.0
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    missing: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """Item and turn: what pairs the results of two runs."""
        return self.item_id, self.turn

    @property
    def relevant(self) -> frozenset[str]:
        """Ids of the articles that hold an answer."""
        return frozenset(answer.article_id for answer in self.answers)

    @property
    def outcome(self) -> Outcome:
        """One of :data:`OUTCOMES`."""
        if self.missing:
            return "missing"
        if not self.answerable:
            return "should have refused" if self.answered else "rightly refused"
        if self.hit:
            return "right"
        if not self.answered:
            return "refused"
        return "wrong passage" if any(q.article_id in self.relevant for q in self.quotes) else "wrong article"

    @property
    def failed(self) -> bool:
        return self.outcome not in {"right", "rightly refused"}


@dataclass(frozen=True, slots=True)
class Run:
    """All results of one evaluation, in the order of the gold.

    ``seed`` is that of the intervals. ``about`` is what ``run.json`` says of a run that was read from disk.
    """

    generation: str
    seed: int
    results: tuple[TurnResult, ...]
    about: Mapping[str, object] = field(default_factory=dict, compare=False)


def missing(item: GoldItem, n: int) -> TurnResult:
    """The result of turn ``n`` (0-based) where nothing came back: the worst of everything."""
    turn = item.turns[n]
    return TurnResult(
        item_id=item.id,
        kind=item.kind,
        style=item.style,
        turn=n + 1,
        publisher="",
        question=turn.question,
        standalone=turn.standalone,
        interpreted_as=turn.question,
        answerable=turn.answerable,
        answers=turn.answers,
        gold_numbers=tuple(() for _ in turn.answers),
        # As wrong as can be: sure of an unanswerable question, silent on one that the archive answers.
        answered=not turn.answerable,
        reason=None,
        confidence=0.0 if turn.answerable else 1.0,
        quotes=(),
        draft=(),
        ranked=(),
        hit=False,
        supported=False,
        standalone_hit=True if n and turn.answerable else None,
        took_ms=MISSING_MS,
        missing=True,
    )
