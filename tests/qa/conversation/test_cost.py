"""The tenth turn costs what the second does: work is counted, not timed."""

from collections.abc import Sequence
from typing import Any

import pytest

from index import SearchEngine
from index.encoder import HashEncoder
from qa.answerer import Answerer
from qa.conversation.history import MAX_PASSAGES_PER_TURN, MAX_TURNS
from qa.evidence import Candidate, PassageScore
from qa.lexical_selector import LexicalSelector
from qa.question import Question, Turn
from tests.qa.archive import ARCHIVE, CALIBRATION
from tests.qa.engine_of import engine


class Counting:
    """Passes calls on to ``inner`` and keeps how many there were of each method."""

    def __init__(self, inner: object) -> None:
        self.inner = inner
        self.calls: dict[str, int] = {}

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.inner, name)
        if not callable(value):
            return value

        def counted(*given: Any, **named: Any) -> Any:
            self.calls[name] = self.calls.get(name, 0) + 1
            return value(*given, **named)

        return counted


class CountingSelector(LexicalSelector):
    """Keeps how many characters of questions and passages it was given to read."""

    read = 0

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        self.read += sum(len(question) + len(c.hit.passage.text_in(c.article)) for c in candidates)
        return super().score(question, candidates)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("archive"))


def work(archive: SearchEngine, n_turns: int) -> tuple[dict[str, int], int]:
    """Calls of the engine and characters read by the selector for the turn after ``n_turns``."""
    passages = tuple(passage.id for passage in archive.passages_of("toll"))
    history = tuple(Turn("what does the Hallborg bridge toll cost?", passages) for _ in range(n_turns))
    counting, selector = Counting(archive), CountingSelector(HashEncoder())
    answerer = Answerer(counting, selector, CALIBRATION)  # type: ignore[arg-type]
    answerer.answer(Question("who collects it?", history))
    return counting.calls, selector.read


@pytest.mark.parametrize("n_turns", [9, 1000])
def test_a_later_turn_searches_and_reads_as_much_as_the_second(archive: SearchEngine, n_turns: int) -> None:
    second, second_read = work(archive, 1)
    later, later_read = work(archive, n_turns)
    assert {name: later.get(name) for name in ("retrieve", "search")} == {
        name: second.get(name) for name in ("retrieve", "search")
    }
    assert later_read == second_read > 0


def test_what_was_shown_is_looked_up_for_the_last_turns_alone(archive: SearchEngine) -> None:
    tenth, _ = work(archive, 9)
    thousandth, _ = work(archive, 999)
    assert tenth == thousandth
    assert tenth["passage"] <= MAX_TURNS * MAX_PASSAGES_PER_TURN
