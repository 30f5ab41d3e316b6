"""What a reader asks: the question, what was asked before, and the page the widget sits on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question and the passage ids of its quotes; the client sends it, so nothing is trusted."""

    question: str
    passage_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A reader's question.

    ``article_id`` is the page the reader is on: a soft prior. ``verbatim`` asks for exactly what was typed: no history,
    no spelling correction.
    """

    text: str
    history: tuple[Turn, ...] = ()
    article_id: str | None = None
    max_quotes: int = 3
    verbatim: bool = False
    explain: bool = False
