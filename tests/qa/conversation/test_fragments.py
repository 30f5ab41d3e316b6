import pytest

from qa.conversation.fragments import MAX_CHARS, borrowed, completed


@pytest.mark.parametrize(
    ("text", "before", "whole"),
    [
        ("why?", "was the mayor of Lund pardoned?", "why was the mayor of Lund pardoned?"),
        ("ok, and when?", "Did the ferry stop?", "when did the ferry stop?"),
        ("how come", "isn't the bridge open", "why isn't the bridge open?"),
        ("and in 2020?", "How many seals were counted in 2019?", "How many seals were counted in 2020?"),
        ("what about 2020", "seals counted in 2019?", "seals counted in 2020?"),
    ],
)
def test_a_fragment_takes_the_place_it_has_in_the_question_before(text: str, before: str, whole: str) -> None:
    assert completed(text, before) == whole


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("why?", "who paid for the bridge?"),
        ("and in 2020?", "how many seals were counted?"),
        ("what about Texas?", "was the mayor pardoned?"),
        ("why did the ferry stop?", "was the mayor pardoned?"),
        ("why?", ""),
    ],
)
def test_what_does_not_fit_is_left_as_it_is(text: str, before: str) -> None:
    assert completed(text, before) is None


def test_a_fragment_borrows_of_a_fragment_what_that_borrowed() -> None:
    asked = borrowed(["How many seals were counted in 2018?", "and in 2019?", "who counted them?"][:2])
    assert completed("and in 2020?", asked) == "How many seals were counted in 2020?"


def test_what_is_borrowed_is_bounded() -> None:
    assert len(completed("why?", "is " + "a long question " * 100) or "") <= MAX_CHARS + 1
