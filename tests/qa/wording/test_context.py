import pytest

from qa.wording.context import in_context, parts, words_of


@pytest.mark.parametrize(
    ("asked", "context", "question"),
    [
        ("who pays for it?", "ferry toll", "who pays for it, regarding ferry toll?"),
        ("why", "ferry", "why, regarding ferry?"),
        ("who pays the toll?", "", "who pays the toll?"),
    ],
)
def test_a_question_in_context_reads_as_one(asked: str, context: str, question: str) -> None:
    assert in_context(asked, context) == question


def test_the_parts_come_back() -> None:
    assert parts("who pays for it, regarding ferry toll?") == ("who pays for it?", "ferry toll")
    assert parts("who pays the toll?") == ("who pays the toll?", "")


def test_the_word_between_is_not_one_of_the_question() -> None:
    assert words_of("who pays for it, regarding ferry toll?") == "who pays for it? ferry toll"
    assert words_of("who pays the toll?") == "who pays the toll?"
