import pytest

from qa.conversation.mending import MISSPELT, mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whcih states banned it", "which states banned it"),
        ("who said taht", "who said that"),
        ("how tall were teh others", "how tall were the others"),
        ("Waht about thier plan?", "What about their plan?"),
        ("hwo old is it", "how old is it"),
        ("whos paying for it", "who's paying for it"),
    ],
)
def test_swapped_letters_of_small_words_are_put_right(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "does the form come from there?",
        "was the sign on hwy 12 real?",
        "three of their boats",
        "did Frank Theri sell it?",
        'who wrote "teh end"?',
        "what does TEH mean?",
        "teh-based tests",
    ],
)
def test_words_names_and_quotes_stay(text: str) -> None:
    assert mended(text) == text


def test_what_stands_right_is_never_replaced() -> None:
    assert not set(MISSPELT) & set(MISSPELT.values())
