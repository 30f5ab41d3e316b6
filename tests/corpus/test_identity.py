"""Ids, publishers and dates from what a page says of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import parse_date
from corpus.identity import from_url, publisher_of, slug, without_prefix


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Is 287(g) legal?", "is-287g-legal"),
        ("What's São Paulo's U.S. tie?", "whats-sao-paulos-us-tie"),
        ("Fact check: A", "fact-check-a"),
    ],
)
def test_slugs(title: str, found: str) -> None:
    assert slug(title) == found


@given(st.text(max_size=500))
def test_a_slug_can_stand_in_an_address(text: str) -> None:
    found = slug(text)
    assert found == slug(found)
    assert len(found) <= 200
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in found)


@pytest.mark.parametrize(
    "title", ["Fact check: Is it so?", "FACT-CHECK – Is it so?", "Fact Check : Is it so?", "Is it so?"]
)
def test_the_prefix_is_no_part_of_the_title(title: str) -> None:
    assert without_prefix(title) == "Is it so?"


@pytest.mark.parametrize(
    ("url", "article_id", "publisher"),
    [
        ("https://www.checks.example/a/was-it-so-0a1b2c/", "was-it-so-0a1b2c", "Checks"),
        ("https://checks.co.uk/2020/12/was-it-so.html?x=1#y", "was-it-so", "Checks"),
        ("https://checks.example/", "", "Checks"),
        ("no address", "no-address", ""),
    ],
)
def test_what_an_address_tells(url: str, article_id: str, publisher: str) -> None:
    assert (from_url(url), publisher_of(url)) == (article_id, publisher)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("October 18, 2025", date(2025, 10, 18)),
        ("Checked on 2025-10-18", date(2025, 10, 18)),
        ("3rd Mar 2020", date(2020, 3, 3)),
        ("18 October 2025", date(2025, 10, 18)),
        ("Sept. 5, 2021", date(2021, 9, 5)),
        ("2025-13-40", None),
        ("February 30, 2024", None),
        ("soon", None),
    ],
)
def test_dates(text: str, found: date | None) -> None:
    assert parse_date(text) == found
