"""Mojibake, repaired where that is safe."""

import pytest

from corpus.repair import is_garbled, repaired, storable


@pytest.mark.parametrize(
    ("garbled", "mended"),
    [("MÃºte Egede said â€” twice â€” no.", "Múte Egede said — twice — no."), ("itâ€™s over", "it’s over")],
)
def test_wrongly_decoded_text_is_mended(garbled: str, mended: str) -> None:
    assert is_garbled(garbled)
    assert repaired(garbled) == mended


@pytest.mark.parametrize("text", ["plain", "“Quoted” — and more…", "Múte, Häuser, façade", "नये भारत", "€5 and £3", "Â"])
def test_sound_text_stays(text: str) -> None:
    assert repaired(text) == text


def test_what_no_database_takes_goes() -> None:
    assert storable("a\x00b\ud800c") == "abc"
