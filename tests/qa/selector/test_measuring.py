from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.evidence import Candidate, PassageScore
from qa.selector.measuring import measure
from qa.selector.questions import TrainingQuestion
from tests.qa.archive import ARCHIVE
from tests.qa.engine_of import engine


class Favourite:
    """Scores sentences by how early a word stands in a list, passages by whether they hold the first."""

    name = "favourite"

    def __init__(self, *words: str) -> None:
        self._words = words

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        found = []
        for candidate in candidates:
            article, passage = candidate.article, candidate.hit.passage
            texts = [article.sentence_text(n) for n in range(passage.first, passage.last + 1)]
            logits = [max((9.0 - k for k, w in enumerate(self._words) if w in text), default=0.0) for text in texts]
            found.append(PassageScore(max(logits) if question in texts[0] or "pay" in question else 0.0, tuple(logits)))
        return found


def test_hits_count_by_how_many_sentences_it_takes(tmp_path: Path) -> None:
    archive = engine(ARCHIVE, tmp_path)
    asked = TrainingQuestion("q", "what do lorries pay on the bridge?", "valid", "toll", frozenset({2}), False)
    miss = TrainingQuestion("n", "bridge painter", "valid", "toll", frozenset(), True)
    first = measure(Favourite("Lorries"), archive, [asked, miss], retrieval_weight=0.0)
    assert first.hit == pytest.approx((1, 1, 1))
    assert first.auroc == 1
    assert (first.n_answerable, first.n_near_miss) == (1, 1)
    second = measure(Favourite("two crowns", "Lorries"), archive, [asked], retrieval_weight=0.0)
    assert second.hit == pytest.approx((0, 1, 1))
