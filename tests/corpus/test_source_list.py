"""One line of a source list, in every form."""

import time

import pytest

from corpus.markers import link_token
from corpus.readers.source_list import parse_source, starts_with_number_and_url

LINK = link_token(8, "https://x.example/a")


@pytest.mark.parametrize(
    ("line", "number", "publisher", "title", "url"),
    [
        ("1. Outlet — A title — https://x.example/a", 1, "Outlet", "A title", "https://x.example/a"),
        ("[2] https://www.x.example/a_(b)", 2, "X", "", "https://www.x.example/a_(b)"),
        ("Source [3]: Outlet — https://x.example", 3, "Outlet", "", "https://x.example"),
        ("4) Outlet - A title - https://x.example/a.", 4, "Outlet", "A title", "https://x.example/a"),
        ("- [A title](https://x.example/a)", 9, "X", "A title", "https://x.example/a"),
        ("[^5]: Outlet — A title — <https://x.example/a>", 5, "Outlet", "A title", "https://x.example/a"),
        ("Interview with the mayor of the town, Jan. 5", 9, "", "", ""),
        (f"Outlet — A title{LINK}, 2024", 9, "Outlet", "A title, 2024", "https://x.example/a"),
        (f"Outlet, A title{LINK}, 2024", 9, "X", "Outlet, A title, 2024", "https://x.example/a"),
    ],
)
def test_forms(line: str, number: int, publisher: str, title: str, url: str) -> None:
    found = parse_source(line, 9)
    assert found is not None
    assert (found.number, found.url) == (number, url)
    if publisher or title:
        assert (found.publisher, found.title) == (publisher, title)
    else:
        assert "Interview with the mayor" in found.title + found.publisher


@pytest.mark.parametrize("line", ["", "—", "0. Zero — https://x.example", "[0] https://x.example"])
def test_what_is_no_source(line: str) -> None:
    assert parse_source(line, 9) is None


def test_only_numbered_addresses_need_no_heading() -> None:
    assert starts_with_number_and_url("[1] https://x.example/a")
    assert not starts_with_number_and_url("[1] is what it says at https://x.example/a")
    assert not starts_with_number_and_url("1. A heading")


@pytest.mark.parametrize(
    "line",
    ["a" + " " * 50_000 + "b", "a" + " " * 50_000 + "b https://x.example/a", "https://x.example/a" + ")" * 500_000],
)
def test_time_is_linear(line: str) -> None:
    began = time.process_time()
    assert parse_source(line, 1)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        ("https://x.example/a).", "https://x.example/a"),
        ("https://x.example/a_(b)).", "https://x.example/a_(b)"),
        ("https://x.example/a_(b.).),", "https://x.example/a_(b.)"),
        ("https://x.example/(a_(b)", "https://x.example/(a_(b)"),
    ],
)
def test_brackets_around_an_address_are_no_part_of_it(printed: str, url: str) -> None:
    found = parse_source(f"Outlet — A title — ({printed}", 1)
    assert found is not None
    assert found.url == url
