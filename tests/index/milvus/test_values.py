from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.milvus.values import MAX_LABEL_BYTES, MAX_TEXT_BYTES, NO_DAY, day, joined, label
from index.tokens import terms


@given(st.text())
@example("\u037a \u00a8")
@settings(deadline=None)
def test_terms_come_apart_as_they_were_joined(text: str) -> None:
    found = terms(text)
    assert joined(found).split() == ([term.replace(" ", "_") for term in found] or ["-"])


def test_terms_that_do_not_fit_are_left_out_whole() -> None:
    many = [f"wörd{n}" for n in range(20_000)]
    text = joined(many)
    assert len(text.encode()) <= MAX_TEXT_BYTES
    assert text.split() == many[: len(text.split())]
    assert len(text.split()) > 6_000


@given(st.text())
@settings(deadline=None)
def test_a_label_fits_and_stays_as_it_is(text: str) -> None:
    once = label(text)
    assert label(once) == once
    assert len(once.encode()) <= MAX_LABEL_BYTES
    assert not any(ord(character) < 32 for character in once)


def test_days_are_in_order_and_none_is_before_all() -> None:
    assert NO_DAY < day(date.min) < day(date(2024, 2, 29)) < day(date.max)
    assert day(None) == NO_DAY
