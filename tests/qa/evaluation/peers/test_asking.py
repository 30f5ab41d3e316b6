from pathlib import Path

import pytest

from index import SearchEngine
from index.bench.peers.errors import PeerError
from index.bench.peers.process import PeerAnswer, PeerQuote
from qa.evaluation.peers.asking import SENTENCES, ask_all, decided
from tests.qa.archive import ARCHIVE, TOLL
from tests.qa.engine_of import engine as engine_of
from tests.qa.evaluation.asked import CONVERSATION, RAISED, SINGLE, UNANSWERABLE


class Says:
    """A system that gives one answer, or fails."""

    def __init__(self, answer: PeerAnswer | None) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def ask(self, question: str, sentences: int) -> PeerAnswer:
        assert sentences == SENTENCES
        self.asked.append(question)
        if self.answer is None:
            raise PeerError("Some 1.0 failed")
        return self.answer


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine_of(ARCHIVE, Path(tmp_path_factory.mktemp("engine")))


@pytest.fixture(scope="module")
def raised(engine: SearchEngine) -> PeerAnswer:
    """An answer that quotes the sentence the gold expects."""
    passage = next(p for p in engine.passages_of(TOLL.id) if RAISED in p.text_in(TOLL))
    others = [p.id for article in ARCHIVE for p in engine.passages_of(article.id)]
    return PeerAnswer((passage.id, *others), (PeerQuote(passage.id, (RAISED,)),), 0.7, 12.0)


def test_conversations_are_not_asked(engine: SearchEngine, raised: PeerAnswer) -> None:
    system = Says(raised)
    results = ask_all(system, engine, [SINGLE, CONVERSATION, UNANSWERABLE])
    assert [result.item_id for result in results] == ["single", "none"]
    assert system.asked == [SINGLE.turns[0].question, UNANSWERABLE.turns[0].question]


def test_articles_are_ranked_once_each_by_their_best_passage(engine: SearchEngine, raised: PeerAnswer) -> None:
    (result,) = ask_all(Says(raised), engine, [SINGLE])
    assert result.ranked[0] == TOLL.id
    assert sorted(result.ranked) == sorted(article.id for article in ARCHIVE if engine.passages_of(article.id))


def test_a_right_quote_is_a_hit_once_it_is_said(engine: SearchEngine, raised: PeerAnswer) -> None:
    (result,) = ask_all(Says(raised), engine, [SINGLE])
    assert (result.supported, result.hit, result.answered) == (True, False, False)
    said, kept = decided(result, 0.7), decided(result, 0.71)
    assert (said.hit, said.answered, said.outcome) == (True, True, "right")
    assert (kept.hit, kept.answered, kept.outcome) == (False, False, "refused")
    assert said.quotes[0].verbatim
    assert said.quotes[0].numbers == ()


def test_what_no_passage_holds_is_not_verbatim(engine: SearchEngine, raised: PeerAnswer) -> None:
    quote = PeerQuote(raised.quotes[0].passage_id, ("The toll is gone.",))
    (result,) = ask_all(Says(PeerAnswer(raised.passages, (quote,), 0.7, 1.0)), engine, [SINGLE])
    assert not result.draft[0].verbatim
    assert not result.supported


def test_a_failure_scores_the_worst(engine: SearchEngine) -> None:
    results = [decided(one, 0.0) for one in ask_all(Says(None), engine, [SINGLE, UNANSWERABLE])]
    assert [result.outcome for result in results] == ["missing", "missing"]
