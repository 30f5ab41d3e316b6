from qa.evaluation.metrics.registry import BY_NAME
from tests.qa.evaluation.results import answered, lost, result

GAP = BY_NAME["follow_up_gap"]


def test_the_gap_is_what_history_loses() -> None:
    kept = answered("a", "conversation", right=True, turn=2, standalone_hit=True)
    dropped = result("b", "conversation", turn=3, standalone_hit=True)
    assert GAP.value([kept, dropped]) == 0.5
    assert BY_NAME["follow_up_hit"].value([kept, dropped]) == 0.5
    assert BY_NAME["follow_up_hit.standalone"].value([kept, dropped]) == 1.0


def test_history_may_help() -> None:
    assert GAP.value([answered("a", "conversation", right=True, turn=2, standalone_hit=False)]) == -1.0


def test_first_turns_and_single_items_have_no_gap() -> None:
    assert GAP.value([result("a", "conversation"), answered("b", right=True)]) is None


def test_a_missing_follow_up_is_the_widest_gap() -> None:
    assert GAP.value([lost("conversation", turn=2)]) == 1.0
