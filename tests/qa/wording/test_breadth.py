import pytest

from qa.wording.breadth import is_broad


@pytest.mark.parametrize(
    "question",
    [
        "pier sale rumour",
        "Is it true that the mayor of Lund sold the old pier to a bank?",
        "Tell me about the pier",
        "What is the pier?",
        "fact check pier",
    ],
)
def test_broad_questions_ask_for_the_article_as_a_whole(question: str) -> None:
    assert is_broad(question)


@pytest.mark.parametrize(
    "question",
    ["When was the pier sold?", "How many ships came?", "pier sale 2014", "Which bank bought the pier from the mayor?"],
)
def test_narrow_questions_ask_for_a_detail(question: str) -> None:
    assert not is_broad(question)
