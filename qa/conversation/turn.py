"""What a turn is, and how it can be read."""

from dataclasses import dataclass
from enum import StrEnum


class TurnKind(StrEnum):
    """What a question does in its conversation."""

    STANDALONE = "standalone"
    FOLLOW_UP = "follow_up"
    TOPIC_SWITCH = "topic_switch"
    CLARIFICATION = "clarification"
    LIST_REFERENCE = "list_reference"
    SMALL_TALK = "small_talk"
    UNDERSPECIFIED = "underspecified"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a turn: the question as the reader sees it, the words to search for, and the articles it may be
    about.

    Passages of ``article_ids`` are looked at besides those of the whole archive; ``prior`` is what being of one of them is
    worth, as a share of the best fused score.
    """

    question: str
    query: str
    article_ids: tuple[str, ...] = ()
    prior: float = 0.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """A turn's kind and its readings, likeliest first: two where only the evidence can tell a follow-up from a new
    question.

    ``readings`` is empty for small talk and for underspecified questions.
    """

    kind: TurnKind
    readings: tuple[Reading, ...] = ()
