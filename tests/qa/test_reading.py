"""How many passages are read for a question."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from index import SearchEngine
from index.encoder import HashEncoder
from qa import Question
from qa.answerer import Answerer
from qa.evidence import Candidate, PassageScore
from qa.lexical_selector import LexicalSelector
from tests.qa.archive import ARCHIVE, CALIBRATION
from tests.qa.engine_of import engine

QUESTION = Question("When did the bridge office raise the toll?")


class Counting:
    """A selector that keeps how many passages it was given at a time."""

    def __init__(self) -> None:
        self._selector = LexicalSelector(HashEncoder())
        self.name = self._selector.name
        self.given: list[int] = []

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        self.given.append(len(candidates))
        return self._selector.score(question, candidates)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("index"))


def read(archive: SearchEngine, enough: float | None) -> tuple[list[int], int]:
    """Passages given at a time, and passages that the answer was chosen from."""
    selector = Counting()
    calibration = replace(CALIBRATION, tuning=replace(CALIBRATION.tuning, enough=enough))
    attempt = Answerer(archive, selector, calibration).attempt(QUESTION)
    assert attempt is not None
    return selector.given, len(attempt.draft.evidence.candidates)


def test_a_passage_that_surely_answers_is_enough(archive: SearchEngine) -> None:
    assert read(archive, enough=-100.0) == ([3], 3)


def test_the_others_are_read_where_none_of_the_first_surely_answers(archive: SearchEngine) -> None:
    given, n = read(archive, enough=100.0)
    assert given[0] == 3
    assert sum(given) == n > 3


def test_without_a_fitted_limit_every_passage_is_read(archive: SearchEngine) -> None:
    assert read(archive, enough=None) == read(archive, enough=100.0)
