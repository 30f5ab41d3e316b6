from collections.abc import Sequence

import pytest

from index import Hit
from qa.evidence import Candidate, PassageScore
from qa.selector.two_stages import TwoStageSelector
from tests.qa.articles import plain
from tests.qa.evidence_of import whole


class Opinion:
    """A selector that has its logits by article, and notes which it was asked about."""

    def __init__(self, name: str, logits: dict[str, float]) -> None:
        self.name = name
        self.asked: list[str] = []
        self._logits = logits

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        self.asked = [candidate.article.id for candidate in candidates]
        found = (self._logits[article_id] for article_id in self.asked)
        return [PassageScore(logit, (logit, logit - 1)) for logit in found]


def candidates(**places: float) -> list[Candidate]:
    pages = ((plain("One stands here.", "Two follows it.", id=name), score) for name, score in places.items())
    return [Candidate(page, Hit(whole(page), score)) for page, score in pages]


def test_the_two_that_seem_to_answer_best_are_read_again() -> None:
    second = Opinion("second", {"b": 2.0, "d": 4.0})
    selector = TwoStageSelector(Opinion("first", {"a": -3.0, "b": 0.0, "c": -1.0, "d": 1.0}), second)
    scores = selector.score("which?", candidates(a=1.0, b=1.0, c=1.0, d=1.0))
    assert sorted(second.asked) == ["b", "d"]
    assert [score.answerable for score in scores] == pytest.approx([-4.5, 1.3, -2.5, 2.95])
    assert scores[3].sentences == pytest.approx((2.95, 1.95))


def test_the_place_in_the_search_counts_too() -> None:
    second = Opinion("second", dict.fromkeys("abc", 0.0))
    TwoStageSelector(Opinion("first", {"a": 0.0, "b": 0.5, "c": 1.0}), second).score(
        "which?", candidates(a=1.0, b=1.0, c=0.1)
    )
    assert sorted(second.asked) == ["a", "b"]


@pytest.mark.parametrize("places", [{}, {"a": 1.0}])
def test_few_or_no_candidates_will_do(places: dict[str, float]) -> None:
    selector = TwoStageSelector(Opinion("first", {"a": 1.0}), Opinion("second", {"a": 3.0}))
    found = [score.answerable for score in selector.score("which?", candidates(**places))]
    assert found == pytest.approx([2.3] * len(places))


def test_the_name_tells_both_networks() -> None:
    names = {TwoStageSelector(Opinion(a, {}), Opinion(b, {})).name for a, b in ("xy", "yx", "xz")}
    assert len(names) == 3
