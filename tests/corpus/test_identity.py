"""Ids, publishers and dates from what a page says of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import parse_date
from corpus.identity import from_url, is_same_address, publisher_of, slug, without_prefix


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
        ("https://checks.example/2020/jan/05/was-it-so/", "was-it-so", "Checks"),
        ("https://checks.example/a/was-it-so/?p=1", "was-it-so", "Checks"),
        ("https://checks.example/news/56901183", "news-56901183", "Checks"),
        ("https://checks.example/fact-check/12345/index.html", "fact-check-12345", "Checks"),
        ("https://checks.example/story.php?id=1&utm_source=x", "story-1", "Checks"),
        ("https://checks.example/?p=12", "checks-12", "Checks"),
        ("https://checks.example/", "", "Checks"),
        ("no address", "no-address", ""),
    ],
)
def test_what_an_address_tells(url: str, article_id: str, publisher: str) -> None:
    assert (from_url(url), publisher_of(url)) == (article_id, publisher)


@pytest.mark.parametrize(
    "other",
    [
        "http://checks.example/a/was%2Dit-so",
        "https://m.checks.example/a/was-it-so/#more",
        "https://WWW.checks.example/a/was-it-so/?utm_source=x&fbclid=y",
        "",
    ],
)
def test_spellings_of_one_address(other: str) -> None:
    assert is_same_address("https://www.checks.example/a/was-it-so/", other)


@pytest.mark.parametrize(
    "other", ["https://checks.example/b/was-it-so/", "https://others.example/a/was-it-so/", "https://checks.example/a/was-it-so/?x=1"]
)  # fmt: skip
def test_other_addresses(other: str) -> None:
    assert not is_same_address("https://www.checks.example/a/was-it-so/", other)


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
