"""Which words of a text a query matched, in any of their forms."""

from dataclasses import dataclass

from index.tokens import spans, terms


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it is a matching word."""

    text: str
    match: bool


def highlight(text: str, query: str) -> list[Piece]:
    """``text`` in pieces that, joined, are ``text`` again."""
    wanted = set(terms(query))
    pieces: list[Piece] = []
    at = 0
    for start, end, found in spans(text):
        if not wanted.isdisjoint(found):
            if start > at:
                pieces.append(Piece(text[at:start], False))
            pieces.append(Piece(text[start:end], True))
            at = end
    if at < len(text):
        pieces.append(Piece(text[at:], False))
    return pieces
