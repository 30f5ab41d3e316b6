from dataclasses import replace

from qa.evaluation.result import Run
from qa.evaluation.slices import as_json, slices
from tests.qa.evaluation.results import result

SINGLE = replace(result("a"), publisher="Island Times")
NONE = replace(result("b", kind="unanswerable", style="", answerable=False, answers=()), publisher="Island Times")
FIRST, SECOND = (
    replace(result("c", kind="conversation", style=""), turn=n, standalone_hit=True if n > 1 else None) for n in (1, 2)
)
RUN = Run("g", 0, (SINGLE, NONE, FIRST, SECOND))


def test_a_slice_holds_only_metrics_that_say_something_of_it() -> None:
    held = {(one.dimension, one.value): set(one.rows) for one in slices(RUN)}
    assert "answer_hit" in held["kind", "single"]
    assert "refusal_recall" not in held["kind", "single"]
    assert "refusal_recall" in held["publisher", "Island Times"]
    assert "follow_up_gap" in held["turn", "2"]
    assert "follow_up_gap" not in held["turn", "1"]


def test_slices_come_as_json_with_their_intervals() -> None:
    [single] = [one for one in as_json(slices(RUN)) if one["value"] == "single"]
    assert single["metrics"]["article_hit@5"]["low"] <= single["metrics"]["article_hit@5"]["high"]
