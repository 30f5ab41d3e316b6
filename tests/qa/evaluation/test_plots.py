from hypothesis import given

from qa.evaluation.plots import plots
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import answered, decided_sets, result


@given(decided_sets())
def test_every_item_stands_in_one_bar_and_every_point_in_the_frame(results: list[TurnResult]) -> None:
    drawn = plots(results)
    assert drawn is not None
    assert sum(bar.n for bar in drawn.bars) == len(results)
    assert drawn.tallest >= 1
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in drawn.risk)


def test_the_dot_is_where_the_threshold_stands() -> None:
    drawn = plots([answered("a", right=True), answered("b", right=False), result("c"), result("d", "unanswerable")])
    assert drawn is not None
    assert drawn.at == (0.5, 0.5)


def test_conversations_alone_have_no_plots() -> None:
    assert plots([result(kind="conversation")]) is None
