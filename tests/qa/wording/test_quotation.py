import pytest

from corpus.sentences import spans
from qa.wording.quotation import is_bare, opened_in


def opened(text: str) -> dict[int, int]:
    return opened_in(text, list(spans(text)))


def test_the_rest_of_a_quotation_knows_where_it_was_opened() -> None:
    text = 'The keeper said, "The lamp went out at two. We lit it again. Nobody noticed." The pier was closed.'
    assert opened(text) == {1: 0, 2: 0}


def test_curly_marks_count_too() -> None:
    assert opened("The keeper said: “The lamp went out. Nobody noticed.” Ships came.") == {1: 0}


def test_a_quotation_runs_on_in_paragraphs_that_open_with_a_mark() -> None:
    text = 'The keeper said, "The lamp went out.\n\n"We lit it again. Nobody noticed."\n\nThe pier was closed.'
    assert opened(text) == {1: 0, 2: 0}


def test_where_the_closing_mark_is_missing_nothing_else_is_taken_for_quoted() -> None:
    assert opened('The keeper said, "The lamp went out. The pier was closed.\n\nShips came. "Fine," he said.') == {}


def test_a_mark_behind_a_space_closes_what_is_open() -> None:
    assert opened('The page read, " Nothing here is real. It is satire. " The owner agreed.') == {1: 0}


def test_inches_are_no_quotation() -> None:
    assert opened('The board is 6" wide. It broke. It was 9" long.') == {}


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ('"We lit it again."', True),
        ("“We lit it again.", True),
        ('"We lit it again," the keeper said.', False),
        ("We lit it again.", False),
        ('"Yes" and "no."', False),
    ],
)
def test_a_sentence_is_bare_if_nothing_stands_outside_its_marks(sentence: str, bare: bool) -> None:
    assert is_bare(sentence) is bare
