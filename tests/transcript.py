"""The conversation that the README prints: what the reader types, and which article answers."""

from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
_SAYS = "The article says  "


@dataclass(frozen=True, slots=True)
class PrintedTurn:
    """A question as typed, and the title of the first article quoted for it."""

    question: str
    title: str


def printed_conversation() -> str:
    """The conversation as the README shows it."""
    return README.read_text(encoding="utf-8").split("<!-- chat")[1].split("```")[1].strip()


def conversation() -> list[PrintedTurn]:
    """Its turns."""
    turns = []
    for block in f"\n{printed_conversation()}".split("\n> ")[1:]:
        question, *answer = block.splitlines()
        title = next(line.removeprefix(_SAYS) for line in answer if line.startswith(_SAYS))
        turns.append(PrintedTurn(question, title))
    return turns
