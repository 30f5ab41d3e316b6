"""Citation markers out of the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.markers import numbers, unmark


@pytest.mark.parametrize(
    ("marked", "text", "found"),
    [
        ("It fell [1].", "It fell.", [(7, (1,))]),
        ("It fell. [1] It rose.", "It fell. It rose.", [(8, (1,))]),
        ("It fell [1] [2].", "It fell.", [(7, (1,)), (7, (2,))]),
        ("It fell [1][2].", "It fell.", [(7, (1,)), (7, (2,))]),
        ("It fell [1, 3] and rose [2-4].", "It fell and rose.", [(7, (1, 3)), (16, (2, 3, 4))]),
        ("It fell[3], then rose", "It fell, then rose", [(7, (3,))]),
        ("It fell<sup>3</sup>.", "It fell.", [(7, (3,))]),
        ('It fell<sup><a href="#source-3">[3]</a></sup>.', "It fell.", [(7, (3,))]),
        ('It fell <a href="https://a.example/">[2]</a>.', "It fell.", [(7, (2,))]),
        ("It fell [[2]](https://a.example/x_(y)).", "It fell.", [(7, (2,))]),
        ("It fell [2](https://a.example/).", "It fell.", [(7, (2,))]),
    ],
)
def test_forms(marked: str, text: str, found: list[tuple[int, tuple[int, ...]]]) -> None:
    unmarked = unmark(marked)
    assert unmarked.text == text
    assert list(unmarked.markers) == found


@pytest.mark.parametrize(
    "text", ["287(g) stays", "an error [sic] stays", "in [2024] it", "[the mayor] said", "f[0] is"]
)
def test_what_is_no_marker_stays(text: str) -> None:
    assert unmark(text).text == text
    assert unmark(text).markers == ()


def test_links_tell_what_a_number_stands_for() -> None:
    assert unmark("a [[1]](https://a.example/)[[2]](https://b.example/)").urls == {
        1: "https://a.example/",
        2: "https://b.example/",
    }


@pytest.mark.parametrize(
    ("printed", "found"), [("1", (1,)), ("3, 1", (3, 1)), ("2–4", (2, 3, 4)), ("4-2", (4, 2)), ("0", ())]
)
def test_numbers(printed: str, found: tuple[int, ...]) -> None:
    assert numbers(printed) == found


@given(st.lists(st.sampled_from(["word", " ", "[1]", "[2, 3]", ". ", "[sic]", "\n"]), max_size=40))
def test_nothing_but_markers_and_the_gap_before_them_goes(parts: list[str]) -> None:
    unmarked = unmark("".join(parts))
    kept = "".join(part for part in parts if not part[1:2].isdigit())
    assert "".join(unmarked.text.split()) == "".join(kept.split())
    assert all(0 <= position <= len(unmarked.text) for position, _ in unmarked.markers)


@pytest.mark.parametrize("unit", ["[1]", "[", "[[1]](", "<a ", "<sup>", "[1, "])
def test_time_is_linear(unit: str) -> None:
    began = time.perf_counter()
    unmark(unit * (300_000 // len(unit)))
    assert time.perf_counter() - began < 5
