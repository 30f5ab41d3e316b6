import pytest

from qa.conversation.cues import (
    Dependence,
    after_correction,
    after_switch,
    dependence,
    list_position,
    without_opening,
)


@pytest.mark.parametrize(
    "text",
    [
        "why?",
        "who pays for it?",
        "and in 2020?",
        "what about Texas?",
        "how about the smaller towns",
        "is that still true?",
        "what did she say then?",
        "so when did they notice?",
        "how many of those were sold?",
        "who said that?",
        "since when?",
        "is he right?",
        "did their neighbours agree?",
        "did the ferries stop too?",
        "is the chapel closed as well",
    ],
)
def test_pronouns_and_openings_hang_on_the_question_before(text: str) -> None:
    assert dependence(text) is Dependence.CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "Is it true that Norway banned the sale of petrol lawnmowers?",
        "Did Ada Lovelace say that she invented the loom?",
        "What is the longest bridge over the river Tay in Scotland?",
        "Is that clip of an officer dragging a tourist off a ferry in Lisbon genuine?",
        "why detroit outsourced its health department",
        "Does this year's budget cut library funding in Leeds by half?",
        "Is the measles vaccine dangerous for grown dogs too?",
    ],
)
def test_questions_that_name_their_subject_are_not_certain_to_hang_on_anything(text: str) -> None:
    assert dependence(text) is not Dependence.CERTAIN


def test_a_short_question_without_a_name_may_hang_on_the_one_before() -> None:
    assert dependence("did the ferries stop?") is Dependence.POSSIBLE


def test_a_full_question_hangs_on_nothing() -> None:
    assert dependence("How many lighthouses did the Danish navy build on Bornholm before 1900?") is Dependence.NONE


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Different topic: who built the dam?", "who built the dam?"),
        ("ok something else, who built the dam?", "who built the dam?"),
        ("Now on dams: who built the largest?", "who built the largest?"),
        ("By the way, who built the dam?", "who built the dam?"),
        ("who built the dam?", None),
        ("On Monday the dam broke?", None),
        ("another topic", None),
    ],
)
def test_an_announced_change_of_topic_is_taken_off(text: str, rest: str | None) -> None:
    assert after_switch(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, the mayor", "the mayor"),
        ("I meant the mayor", "the mayor"),
        ("sorry, I meant Lund", "Lund"),
        ("not him, the mayor", "the mayor"),
        ("no evidence of fraud?", None),
        ("who is the mayor?", None),
    ],
)
def test_a_correction_keeps_what_was_meant(text: str, rest: str | None) -> None:
    assert after_correction(text) == rest


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("the second one?", 1),
        ("tell me about the first article", 0),
        ("what about the last?", -1),
        ("#3", 2),
        ("what happened in the second world war", None),
        ("who was the first to report it?", None),
    ],
)
def test_a_shown_item_is_meant_by_its_position(text: str, position: int | None) -> None:
    assert list_position(text) == position


def test_an_opening_word_asks_nothing() -> None:
    assert without_opening("and so on trains?") == "so on trains?"
    assert without_opening("so why?") == "why?"
    assert without_opening("and") == "and"
