import pytest

from qa.answerer import Answerer
from qa.evaluation.checking import check_gold
from qa.evaluation.drafting import asks, draft, style_of
from qa.evaluation.gold import as_line, parse_item
from qa.question import Question
from tests.qa.evaluation.asked import ARTICLES, RAISED, SINGLE, UNANSWERABLE, answerer


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer(tmp_path_factory.mktemp("index"))


def test_an_answer_becomes_a_draft_that_expects_its_quotes(island: Answerer) -> None:
    question = SINGLE.turns[0].question
    item = draft(question, island.answer(Question(question)), "down", " Too short. ")
    assert RAISED in " ".join(item.turns[0].answers[0].quotes)
    assert item.draft
    assert "did not find" in item.note
    assert item.note.count("Too short.") == 1
    assert [problem.problem for problem in check_gold([item], ARTICLES.get)] == [f"is a draft ({item.note})"]


def test_the_note_says_why_the_reader_was_not_content_in_sentences_of_their_own(island: Answerer) -> None:
    refusal = island.answer(Question("Who?"))
    note = draft("Who?", refusal, "down", "mail me\n[e-mail]", reason="wrong_source").note
    assert note.startswith(
        "A reader did not find this answer helpful (wrong source). The reader wrote: “mail me [e-mail]”. The archive"
    )
    assert "wrote: “Really?” The archive" in draft("Who?", refusal, "down", "Really?").note


@pytest.mark.parametrize("typed", ["", "  \n", "?!", "hi", "thanks!"])
def test_what_asks_nothing_is_not_worth_a_draft(island: Answerer, typed: str) -> None:
    assert not asks(typed, island.answer(Question(typed)))
    assert asks("Who?", island.answer(Question("Who?")))


def test_a_refusal_becomes_an_unanswerable_draft(island: Answerer) -> None:
    question = UNANSWERABLE.turns[0].question
    item = draft(question, island.answer(Question(question)))
    assert (item.kind, item.turns[0].answerable) == ("unanswerable", False)


def test_a_draft_can_be_written_and_read(island: Answerer) -> None:
    for asked in (SINGLE, UNANSWERABLE):
        item = draft(asked.turns[0].question, island.answer(Question(asked.turns[0].question)))
        assert parse_item(as_line(item), "") == item


def test_one_question_has_one_id_however_it_is_typed(island: Answerer) -> None:
    refusal = island.answer(Question("Who?"))
    assert draft("Who  knows?", refusal).id == draft("who knows", refusal).id != draft("who knew", refusal).id


def test_few_words_without_a_question_mark_are_a_search() -> None:
    assert style_of("hallborg bridge toll") == "search"
    assert style_of("Who pays?") == "question"
    assert style_of("the toll of the bridge pays for everything here") == "question"
