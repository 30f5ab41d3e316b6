import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tokens import spans, terms, tokens, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("287(g)", "287g"),
        ("501(c)(3)", "501c3"),
        ("COVID-19", "covid 19"),
        ("COVID-19", "covid19"),
        ("$1.5", "1.5"),
        ("1,000", "1000"),
        ("No. 10", "#10"),
        ("40%", "40 percent"),
        ("U.S.", "US"),
        ("São Tomé", "sao tome"),
        ("Trump’s", "trump"),
        ("e-mails", "email"),
        ("vaccines", "Vaccine"),
    ],
)
def test_what_is_written_is_found_however_it_is_typed(written: str, typed: str) -> None:
    assert set(terms(typed)) & set(terms(written)) == set(terms(typed))


def test_the_pronoun_is_not_the_country() -> None:
    assert terms("us") == []
    assert terms("US") == terms("U.S.")


def test_a_number_is_not_its_digits() -> None:
    assert set(terms("1.5")).isdisjoint(terms("15"))


def test_spelling_sees_only_letters() -> None:
    assert list(words("COVID-19 killed 3 of Zoë's cats")) == ["covid", "killed", "of", "zoe", "cats"]


@given(st.text())
def test_spans_lie_in_the_text_in_order_and_agree_with_terms(text: str) -> None:
    found = list(spans(text))
    assert [text[start:end] for start, end, _ in found] == tokens(text)
    assert [term for _, _, some in found for term in some] == terms(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
