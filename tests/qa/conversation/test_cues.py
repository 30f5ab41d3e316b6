import pytest

from qa.conversation.cues import (
    Dependence,
    after_correction,
    after_switch,
    dependence,
    is_complete,
    list_position,
    standing_alone,
    without_opening,
)


@pytest.mark.parametrize(
    "text",
    [
        "why?",
        "who pays for it?",
        "and in 2020?",
        "what about Texas?",
        "how about the ferries",
        "what about in Texas schools?",
        "so why did he resign from the council?",
        "what about Texas, did they ban it?",
        "and did the ferries stop too?",
        "is that still true?",
        "what did she say then?",
        "so when did they notice?",
        "how many of those were sold?",
        "who said that?",
        "who said that first",
        "how tall were the others",
        "so hes guilty?",
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


@pytest.mark.parametrize(
    "text",
    [
        "and did vikings wear horned helmets",
        "so do antibiotics cure a cold",
        "what about vikings, did they wear horned helmets?",
        "ok what about mount everest is it the tallest",
        "what about Iceland mosquitoes?",
        "how about the smaller towns",
    ],
)
def test_what_names_enough_behind_an_opening_is_only_likely_to_hang(text: str) -> None:
    assert dependence(text) is Dependence.LIKELY


@pytest.mark.parametrize("text", ["who said that first", "which states banned it", "what about Texas", "and who pays"])
def test_a_missing_question_mark_changes_nothing(text: str) -> None:
    assert dependence(text) is dependence(f"{text}?")


def test_a_complete_question_has_a_verb_that_asks() -> None:
    assert is_complete("vikings, did they row?")
    assert is_complete("tolls, who pays them?")
    assert not is_complete("the vikings of Lund")


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


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ok, what about the ferries?", "the ferries?"),
        ("and so did the ferries stop?", "did the ferries stop?"),
        ("andes ferries", "andes ferries"),
    ],
)
def test_what_stands_behind_an_opening(text: str, rest: str) -> None:
    assert standing_alone(text) == rest


def test_an_opening_word_asks_nothing() -> None:
    assert without_opening("and so on trains?") == "so on trains?"
    assert without_opening("so why?") == "why?"
    assert without_opening("and") == "and"


def test_a_clock_or_a_hyphen_changes_no_topic_and_corrects_nothing() -> None:
    assert after_switch("On January 6 at 2:24 p.m., did the mayor post about it?") is None
    assert after_correction("No-fault divorce: who voted for it?") is None
    assert after_correction("no - the mayor") == "the mayor"


@pytest.mark.parametrize("text", ["So far, how many people died?", "Right to work laws in Ohio", "well water safety"])
def test_words_that_only_look_like_an_opening_stay(text: str) -> None:
    assert without_opening(text) == text
