"""The part of a passage that a search result shows."""

import re

from index.highlight import Piece, highlight

_LENGTH = 280
_SPACE = re.compile(r"\s+")
# Characters shown before the first match.
_LEAD = 60


def snippet(text: str, query: str, length: int = _LENGTH, focus: tuple[int, int] | None = None) -> list[Piece]:
    """About ``length`` characters of ``text`` around its densest matches, in pieces; cut between words, with "…".

    A passage found by meaning alone has no matching word: the sentence at ``focus`` (offsets in ``text``) is marked
    instead, or its beginning shown if there is none.
    """
    pieces = highlight(" ".join(text.split()), query)
    if focus is not None and not any(piece.match for piece in pieces):
        start, end = focus
        parts = ((text[:start], False), (text[start:end], True), (text[end:], False))
        pieces = [Piece(_SPACE.sub(" ", part), match) for part, match in parts if part.strip()]
    begin = _begin(pieces, length)
    end = begin + length
    shown: list[Piece] = []
    at = 0
    total = sum(len(piece.text) for piece in pieces)
    for piece in pieces:
        start, at = at, at + len(piece.text)
        if at <= begin or start >= end:
            continue
        part = piece.text[max(begin - start, 0) : end - start]
        if piece.match and len(part) < len(piece.text) and " " not in part:
            continue
        if not piece.match or " " in part:
            part = _to_word_start(part) if start < begin else part
            part = _to_word_end(part) if at > end else part
        if part:
            shown.append(Piece(part, piece.match))
    if begin > 0:
        shown.insert(0, Piece("… ", False))
    if end < total:
        shown.append(Piece(" …", False))
    return shown


def _begin(pieces: list[Piece], length: int) -> int:
    """Where the window with most matching words starts, a little before its first match; 0 if all fits."""
    total = sum(len(piece.text) for piece in pieces)
    if total <= length:
        return 0
    places = []
    at = 0
    for piece in pieces:
        if piece.match:
            places.append(at)
        at += len(piece.text)
    if not places:
        return 0
    best = max(places, key=lambda place: (sum(place <= p < place + length - _LEAD for p in places), -place))
    return max(0, min(best - _LEAD, total - length))


def _to_word_start(text: str) -> str:
    return text.split(" ", 1)[1] if " " in text else text


def _to_word_end(text: str) -> str:
    return text.rsplit(" ", 1)[0] if " " in text else text
