"""What a turn is, and how it can be read."""

from dataclasses import dataclass
from enum import StrEnum

from qa.wording.context import in_context


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
    """One way to read a turn.

    ``question`` is what the reader is told it was taken for: ``asked``, then ``context`` in parentheses; ``query``
    searches the archive for both. Passages of ``article_ids`` are looked at besides those of the whole archive, by
    ``asked`` alone, for the context holds for all of them; ``prior`` is what being of one of them is worth, as a share
    of the best fused score.
    """

    asked: str
    context: str = ""
    article_ids: tuple[str, ...] = ()
    prior: float = 0.0

    @property
    def question(self) -> str:
        return in_context(self.asked, self.context)

    @property
    def query(self) -> str:
        return f"{self.asked} {self.context}".strip()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A turn's kind and its readings, likeliest first: two where only the evidence can tell a follow-up from a new
    question.

    ``readings`` is empty for small talk and for underspecified questions.
    """

    kind: TurnKind
    readings: tuple[Reading, ...] = ()
