from hypothesis import given
from hypothesis import strategies as st

from index.highlight import highlight


@given(st.text(), st.text())
def test_the_pieces_make_the_text(text: str, query: str) -> None:
    assert "".join(piece.text for piece in highlight(text, query)) == text


def test_words_match_in_any_form() -> None:
    pieces = highlight("Vaccines don't cause autism.", "is the vaccine autism link real?")
    assert [piece.text for piece in pieces if piece.match] == ["Vaccines", "autism"]
