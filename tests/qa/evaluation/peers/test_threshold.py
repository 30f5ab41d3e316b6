from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.peers.threshold import fit_threshold
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import result


def practised(confidence: float, answerable: bool, right: bool) -> TurnResult:
    kind = "single" if answerable else "unanswerable"
    return replace(result(kind=kind), confidence=confidence, supported=answerable and right)


def test_the_threshold_parts_what_can_be_parted() -> None:
    found = [practised(0.2, False, False), practised(0.3, False, False), practised(0.6, True, True)]
    assert fit_threshold(found) == 0.6


def test_one_wrong_answer_is_not_worth_silence_on_many_right_ones() -> None:
    right = [practised(confidence, True, True) for confidence in (0.2, 0.3, 0.4, 0.9)]
    assert fit_threshold([*right, practised(0.5, False, False)]) == 0.2


def test_without_practice_everything_is_answered() -> None:
    assert fit_threshold([]) == 0.0


@given(st.lists(st.tuples(st.sampled_from((0.1, 0.2, 0.3, 0.4)), st.booleans(), st.booleans()), min_size=1))
def test_the_threshold_is_a_confidence_that_was_seen(rows: list[tuple[float, bool, bool]]) -> None:
    assert fit_threshold([practised(*row) for row in rows]) in {confidence for confidence, _, _ in rows}
