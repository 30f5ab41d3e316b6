import pytest

from index.spelling import Spelling

VOCABULARY = {"vaccine": 9, "autism": 5, "garden": 4, "grade": 40, "zelensky": 8, "tesla": 3, "are": 90, "told": 70}


@pytest.fixture
def spelling() -> Spelling:
    return Spelling(VOCABULARY, lambda word: word.lower().startswith("vaccin"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("does vacine cause autsim?", "does vaccine cause autism?"),
        ("how to plant a graden", "how to plant a garden"),
        ("Did Zelenskyy resign", "Did Zelensky resign"),
        ("vacine-autism link", None),
    ],
)
def test_one_edit_is_undone(spelling: Spelling, typed: str, meant: str | None) -> None:
    assert spelling.correct(typed) == meant


@pytest.mark.parametrize(
    "query",
    [
        "vaccination",  # another form of a known word
        "COVID-18 287(g) 2024",  # numbers
        "what is gradient",  # two edits
        "grades",  # English
        "ared hat",  # only a stop word is near
        "tood frogs",  # a short word with one letter changed
        "Tezla",  # a short name
        '"vacine"',
        "“vacine”",
        "",
    ],
)
def test_nothing_else_is_touched(spelling: Spelling, query: str) -> None:
    assert spelling.correct(query) is None


def test_swapped_letters_win_over_frequent_words() -> None:
    assert Spelling({"herald": 1, "heard": 99}, lambda word: False).correct("the hearld") == "the herald"


def test_few_strange_words_are_corrected_and_many_are_no_typos() -> None:
    asked: list[str] = []

    def knows(word: str) -> bool:
        asked.append(word)
        return False

    spelling = Spelling({"zanzibar": 1, "quokkas": 1, "baobabs": 1, "fjording": 1, "tsunamic": 1, "geysirs": 1}, knows)
    five = "zanzibra quokas babobabs fjordign tsunamc"
    assert spelling.correct(f"{five} zanzibra") == "zanzibar quokkas baobabs fjording tsunamic zanzibar"
    asked.clear()
    assert spelling.correct(f"{five} gesyirs") is None
    assert asked == []
