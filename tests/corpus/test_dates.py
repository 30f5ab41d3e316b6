"""Dates as pages print them."""

from datetime import date

import pytest

from corpus.dates import all_dates, parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("October 18, 2025", date(2025, 10, 18)),
        ("18th Oct 2025", date(2025, 10, 18)),
        ("3 March 2025", date(2025, 3, 3)),
        ("2024-02-29T10:00:00Z", date(2024, 2, 29)),
        ("2023-02-29", None),
        ("Foo 3, 2024", None),
        ("", None),
    ],
)
def test_the_first_date(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_all_dates_with_a_month() -> None:
    text = "From Jan. 5, 2023, to 7 May 2024 and again in November 2025, but not by 2030 or in the May of a 2024 plan."
    assert sorted(all_dates(text)) == [date(2023, 1, 5), date(2024, 5, 7), date(2025, 11, 1)]
