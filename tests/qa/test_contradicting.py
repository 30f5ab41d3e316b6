from qa.contradicting import contradicted
from qa.observing import LabelledQuestion
from qa.question import Question, Turn
from qa.terms import names


def item(text: str, group: str, *, answerable: bool = True, history: tuple[Turn, ...] = ()) -> LabelledQuestion:
    return LabelledQuestion(Question(text, history), answerable, lambda groups: True, group)


ASKED = [
    item("When did Ann Lund open the pier?", "pier"),
    item("What did Bo Vik say of the ferry?", "ferry"),
    item("What does the toll cost?", "toll"),
    item("Who told Ole Moe of the storm?", "storm"),
    item("Where was Ida Dahl born?", "born"),
]


def test_the_name_of_another_question_makes_it_one_that_the_archive_does_not_answer() -> None:
    made = contradicted(ASKED)
    assert [one.group for one in made] == ["pier", "born"]
    for one in made:
        assert not one.answerable
        assert one.made
        original = next(asked.question.text for asked in ASKED if asked.group == one.group)
        assert not set(names(one.question.text)) & set(names(original))


def test_the_same_questions_give_the_same_copies() -> None:
    assert [one.question for one in contradicted(ASKED)] == [one.question for one in contradicted(ASKED)]


def test_unanswerable_questions_later_turns_and_nameless_ones_give_none() -> None:
    later = item("When did Ann Lund speak?", "a", history=(Turn("Who is she?"),))
    assert contradicted([later, item("Who is Bo Vik?", "b", answerable=False), item("Who pays?", "c")]) == []


def test_without_another_name_nothing_is_made() -> None:
    assert contradicted([item("When did Ann Lund open the pier?", "pier")]) == []
