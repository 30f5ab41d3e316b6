from pathlib import Path

import pytest

from index.suggestions import Suggestions

TEXTS = [
    "Did the Aswan High Dam end the yearly Nile flood?",
    "The Great Wall can't be seen from the Moon",
    "Is the Moon older than the Great Wall?",
    "Who pays for 287(g)?",
    "São Paulo’s trams",
    "COVID-19 vaccines hold no chips",
]


@pytest.fixture
def index(tmp_path: Path) -> Suggestions:
    Suggestions.of([*TEXTS, TEXTS[0]]).write(tmp_path)
    return Suggestions.read(tmp_path)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("the great w", [1, 2]),
        ("is the mo", [2]),
        ("moon", [2, 1]),
        ("nile", [0]),
        ("nlie flood", [0]),
        ("aswen hi", [0]),
        ("aswam", [0]),
        ("aswn hi", [0]),
        ("yaerl", [0]),
        ("did the moon", [1, 2]),
        ("covid vacine", [5]),
        ("covid-19 vac", [5]),
        ("287", [3]),
        ("287(g)", [3]),
        ("sao pau", [4]),
        ("the ", [0, 2, 1]),
        ("great dam", []),
        ("xylophone", []),
        ("", []),
        ("?!", []),
    ],
)
def test_what_is_typed_is_completed(index: Suggestions, typed: str, completed: list[int]) -> None:
    assert sorted(index.complete(typed, 8)) == sorted(TEXTS[n] for n in completed)


def test_texts_that_begin_so_come_first(index: Suggestions) -> None:
    assert index.complete("the", 8)[0] == TEXTS[1]


def test_no_more_than_asked_for(index: Suggestions) -> None:
    assert len(index.complete("the", 2)) == 2


def test_an_empty_archive_completes_nothing(tmp_path: Path) -> None:
    Suggestions.of([]).write(tmp_path)
    assert Suggestions.read(tmp_path).complete("moon", 8) == []
