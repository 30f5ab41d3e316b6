"""Which turns a metric looks at."""

from qa.evaluation.result import TurnResult


def is_single(result: TurnResult) -> bool:
    """A question without a history that the archive answers."""
    return result.kind == "single"


def is_decided(result: TurnResult) -> bool:
    """A single or unanswerable item: over these, refusing is right or wrong."""
    return result.kind in {"single", "unanswerable"}


def is_decided_answer(result: TurnResult) -> bool:
    return is_decided(result) and result.answered


def is_answered(result: TurnResult) -> bool:
    """A turn of any kind that was answered; there are quotes to look at."""
    return bool(result.quotes)


def is_conversation(result: TurnResult) -> bool:
    """An answerable turn of a conversation."""
    return result.kind == "conversation" and result.answerable


def is_follow_up(result: TurnResult) -> bool:
    """A turn of a conversation after its first, asked with history and in stand-alone words."""
    return is_conversation(result) and result.turn > 1 and result.standalone_hit is not None
