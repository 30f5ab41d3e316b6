from collections.abc import Sequence

import pytest

from qa.evidence import Candidate, PassageScore
from qa.selector.bench import PassageQuestion, measure


class Longest:
    """Takes the longest sentence, and a passage for an answer the more sentences it has."""

    name = "longest"

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        return [
            PassageScore(len(c.article.sentences), tuple(float(s.end - s.start) for s in c.article.sentences))
            for c in candidates
        ]


ANSWERED = PassageQuestion("who?", "t", ("Short.", "Somewhat longer.", "Then."), frozenset({1}))
MISSED = PassageQuestion("who?", "t", ("Short.", "Somewhat longer.", "Then."), frozenset({0}))
OTHER = PassageQuestion("who?", "t", ("Nothing of it.",), frozenset())


def test_accuracy_is_over_answerable_questions() -> None:
    row = measure(Longest(), [ANSWERED, MISSED, OTHER])
    assert row.accuracy == pytest.approx(0.5)
    assert (row.n_answerable, row.n_other) == (2, 1)


def test_auroc_ranks_answerable_passages_before_others() -> None:
    assert measure(Longest(), [ANSWERED, OTHER]).auroc == pytest.approx(1.0)


def test_without_unanswerable_questions_there_is_no_auroc() -> None:
    assert measure(Longest(), [ANSWERED]).auroc is None
