"""What is lost when a question leans on the conversation, over later turns."""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_follow_up
from qa.evaluation.result import TurnResult


def _standalone(result: TurnResult) -> float:
    return float(bool(result.standalone_hit))


def _gap(result: TurnResult) -> float:
    return _standalone(result) - float(result.hit)


METRICS = (
    mean_of("follow_up_hit", "later turns answered right, as typed", lambda result: float(result.hit), is_follow_up),
    mean_of("follow_up_hit.standalone", "the same turns in stand-alone words", _standalone, is_follow_up),
    mean_of("follow_up_gap", "the second less the first", _gap, is_follow_up, better="lower", worst=1.0),
)
