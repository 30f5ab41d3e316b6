"""The selector that is shipped, on sentences written for these tests."""

from pathlib import Path

import pytest

from index import Hit
from qa.errors import SelectorError
from qa.evidence import Candidate
from qa.selector.trained import TrainedSelector
from qa.selector.weights import LARGE_FILE, SMALL_FILE
from tests.qa.archive import ARCHIVE
from tests.qa.evidence_of import whole

pytestmark = pytest.mark.model


@pytest.fixture(scope="module", params=[LARGE_FILE, SMALL_FILE], ids=["whole", "small"])
def selector(request: pytest.FixtureRequest) -> TrainedSelector:
    return TrainedSelector.load(request.param)


@pytest.fixture
def toll() -> list[Candidate]:
    return [Candidate(article, Hit(whole(article), 1.0)) for article in ARCHIVE]


def best(selector: TrainedSelector, question: str, candidates: list[Candidate], n: int) -> list[str]:
    scored = [
        (logit, candidate.article.sentence_text(candidate.hit.passage.first + n))
        for candidate, score in zip(candidates, selector.score(question, candidates), strict=True)
        for n, logit in enumerate(score.sentences)
    ]
    return [text for _, text in sorted(scored, reverse=True)[:n]]


def test_the_name_tells_the_weights(selector: TrainedSelector) -> None:
    assert selector.name.startswith("trained-")
    assert len({TrainedSelector.load(path).name for path in (LARGE_FILE, SMALL_FILE)}) == 2


def test_every_sentence_is_scored(selector: TrainedSelector, toll: list[Candidate]) -> None:
    scores = selector.score("what does the bridge cost for lorries?", toll)
    assert [len(score.sentences) for score in scores] == [len(c.article.sentences) for c in toll]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much do lorries have to pay on the Hallborg bridge?", "Lorries pay six crowns"),
        ("when did the bridge toll go up", "two crowns in March 2021"),
        ("Who bears the cost of collecting the toll?", "parish budget"),
    ],
)
def test_the_sentence_that_answers_is_among_the_best_two(
    selector: TrainedSelector, toll: list[Candidate], question: str, words: str
) -> None:
    assert any(words in text for text in best(selector, question, toll, 2))


def test_a_question_that_is_answered_scores_above_one_that_only_sounds_like_it(
    selector: TrainedSelector, toll: list[Candidate]
) -> None:
    answered = max(s.answerable for s in selector.score("What do lorries pay on the Hallborg bridge?", toll))
    near_miss = max(s.answerable for s in selector.score("Which firm built the Hallborg bridge?", toll))
    assert answered > near_miss + 1


def test_scores_do_not_depend_on_the_other_candidates(selector: TrainedSelector, toll: list[Candidate]) -> None:
    question = "what do lorries pay?"
    assert selector.score(question, toll) == [selector.score(question, [one])[0] for one in toll]


def test_no_candidates_no_scores(selector: TrainedSelector) -> None:
    assert selector.score("what?", []) == []


def test_weights_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(SelectorError, match="can't be read"):
        TrainedSelector.load(tmp_path / "selector.safetensors")
