"""Addresses that open an article at its sentence, snippets, and masking."""

import time
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.links import text_fragment
from api.masking import mask
from api.snippets import snippet


def test_a_short_quote_is_found_whole_and_a_long_one_by_its_ends() -> None:
    assert text_fragment("It fell, twice.") == ":~:text=It%20fell%2C%20twice"
    long = text_fragment("one two three four five six seven eight nine ten eleven twelve thirteen.")
    assert unquote(long) == ":~:text=one two three four five six,eight nine ten eleven twelve thirteen"


def test_characters_with_a_meaning_are_encoded() -> None:
    assert text_fragment("COVID-19 & flu") == ":~:text=COVID%2D19%20%26%20flu"


@given(st.text(max_size=600), st.text(max_size=20))
def test_a_snippet_is_part_of_its_text(text: str, query: str) -> None:
    pieces = snippet(text, query)
    shown = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert shown in " ".join(text.split())
    assert len(shown) <= 280


def test_a_snippet_shows_the_matches_and_whole_words() -> None:
    text = "filler words before it " * 40 + "the bridge of Elm Falls fell " + "and after it " * 40
    pieces = snippet(text, "bridge Elm Falls")
    assert [piece.text for piece in pieces if piece.match] == ["bridge", "Elm", "Falls"]
    assert all(word in text.split() for piece in pieces for word in piece.text.strip("… ").split())


def test_a_passage_found_by_meaning_is_shown_at_its_nearest_sentence() -> None:
    text = "It rained. " * 40 + "The span fell into the river." + " It snowed." * 40
    start = text.index("The span")
    pieces = snippet(text, "bridge collapse", focus=(start, start + 29))
    assert [piece.text for piece in pieces if piece.match] == ["The span fell into the river."]
    assert "".join(piece.text for piece in pieces).startswith("… ")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("write to a.b@c.example now", "write to [e-mail] now"),
        ("call (202) 555-0123 ext", "call [number] ext"),
        ("call 2025550123", "call [number]"),
        ("in 2024 it cost $1,500,000 for 1,000 people", "in 2024 it cost $1,500,000 for 1,000 people"),
        ("from 2016-2020", "from 2016-2020"),
        ("ask @someone", "ask [account]"),
        ("o'neil@mail.example", "[e-mail]"),
        ("joe (at) mail (dot) example", "[e-mail]"),
        ("call 555-0123", "call [number]"),
        ("+44 20 7946 0958", "[number]"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [number]"),
        ("card 4111-1111-1111-1111", "card [number]"),
        ("from 192.0.2.14 or 2001:db8:85a3::8a2e:370:7334", "from [address] or [address]"),
        ("https://u:pw@x.example/?token=abc&x=1", "https://[secret]x.example/?[secret]&x=1"),
        ("at 10:20:30, version 1.2.3, 8 billion in 2022", "at 10:20:30, version 1.2.3, 8 billion in 2022"),
        ("NUL \x00", "NUL �"),
    ],
)
def test_personal_details_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(st.text(max_size=2000))
def test_a_masked_text_can_be_stored_whatever_it_was(text: str) -> None:
    once = mask(text)
    once.encode()
    assert "\x00" not in once


@pytest.mark.parametrize("text", ["1" * 2000, "a." * 1000, "a@" * 1000, "a-" * 1000 + "@", "ab:" * 700, "1.1." * 500])
def test_masking_takes_no_longer_for_repetitive_texts(text: str) -> None:
    began = time.process_time()
    mask(text)
    assert time.process_time() - began < 0.5
