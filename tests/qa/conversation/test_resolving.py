import pytest

from qa.conversation.resolving import MAX_QUESTION_CHARS, read
from qa.conversation.salience import Shown
from qa.conversation.turn import TurnKind

HISTORY = [
    Shown("How high is the toll on the Hallborg bridge?", (("toll", "The Hallborg toll"), ("ferry", "The ferry")))
]


def test_a_follow_up_takes_the_words_it_leaves_out_and_the_articles_shown() -> None:
    resolution = read("who pays for it?", HISTORY)
    assert resolution.kind is TurnKind.FOLLOW_UP
    [reading] = resolution.readings
    assert "Hallborg" in reading.context
    assert reading.article_ids == ("toll", "ferry")
    assert reading.question == f"who pays for it, regarding {reading.context}?"


def test_a_full_question_stands_alone() -> None:
    resolution = read("How many lighthouses did the Danish navy build on Bornholm before 1900?", HISTORY)
    assert resolution.kind is TurnKind.STANDALONE
    assert [reading.context for reading in resolution.readings] == [""]


def test_a_doubtful_question_is_read_both_ways() -> None:
    assert [bool(reading.context) for reading in read("did the ferries stop?", HISTORY).readings] == [False, True]


def test_an_announced_switch_leaves_the_topic_behind() -> None:
    resolution = read("Different topic: who built the dam?", HISTORY)
    assert resolution.kind is TurnKind.TOPIC_SWITCH
    assert [(r.asked, r.context, r.article_ids) for r in resolution.readings] == [("who built the dam?", "", ())]


def test_a_correction_is_about_what_was_asked_before() -> None:
    resolution = read("no, the mayor", HISTORY)
    assert resolution.kind is TurnKind.CLARIFICATION
    assert resolution.readings[0].asked == "the mayor"
    assert "toll" in resolution.readings[0].context


@pytest.mark.parametrize(("text", "article_id"), [("the second one?", "ferry"), ("the last one", "ferry")])
def test_a_shown_item_is_found_by_its_position(text: str, article_id: str) -> None:
    resolution = read(text, HISTORY)
    assert resolution.kind is TurnKind.LIST_REFERENCE
    assert resolution.readings[0].article_ids == (article_id,)


def test_a_position_that_was_not_shown_is_a_plain_follow_up() -> None:
    assert read("the fifth one?", HISTORY).kind is not TurnKind.LIST_REFERENCE


def test_a_pointing_question_is_about_the_page_or_about_nothing() -> None:
    assert read("who pays for it?", []).kind is TurnKind.UNDERSPECIFIED
    [reading] = read("who pays for it?", [], [("toll", "The Hallborg toll")]).readings
    assert reading.article_ids == ("toll",)
    assert "Hallborg" in reading.context


@pytest.mark.parametrize("n_turns", [1, 10, 1000])
def test_the_tenth_turn_reads_no_more_than_the_last_ones(n_turns: int) -> None:
    old = [Shown(f"Who built the lighthouse number {n} on Bornholm?") for n in range(n_turns)]
    assert "Bornholm" in read("who pays for it?", old[-4:]).readings[0].context
    assert len(read("who pays for it?", old[-4:]).readings[0].context) < MAX_QUESTION_CHARS


HELD = frozenset({"toll", "ferri", "lorri", "bridg"})


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("what do lorries pay?", False),
        ("which lorries?", True),
        ("what did the mayor say?", True),
        ("how far did the ferry go?", True),
        ("what did the cathedral cost?", False),
        ("seals shot on ness beach", False),
    ],
)
def test_of_two_readings_the_likelier_comes_first(text: str, follows: bool) -> None:
    readings = read(text, HISTORY, held=HELD).readings
    assert [bool(reading.context) for reading in readings] == [follows, not follows]


def test_a_question_of_one_word_asks_about_the_question_before() -> None:
    [reading] = read("why?", [Shown("Was the mayor of Lund pardoned?")]).readings
    assert reading.asked == "why was the mayor of Lund pardoned?"


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("and did seals sleep on ness beach?", [False, True]),
        ("and did lorries cross ness beach?", [True, False]),
        ("what about ness beach seals?", [True, False]),
        ("what about harbour seals?", [True]),
        ("what about Texas?", [True]),
        ("and in 2020?", [True]),
        ("so why did he resign?", [True]),
    ],
)
def test_what_an_opening_leads_to_is_tried_alone_if_it_may_be_another_subject(text: str, contexts: list[bool]) -> None:
    readings = read(text, HISTORY, held=HELD, titles=["Seals were not shot on Ness beach"]).readings
    assert [bool(reading.context) for reading in readings] == contexts


def test_the_opening_is_no_part_of_what_is_tried_alone() -> None:
    assert read("so do antibiotics cure a cold", HISTORY, held=HELD).readings[0].asked == "do antibiotics cure a cold"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what about Ness?", TurnKind.UNDERSPECIFIED),
        ("what about ness?", TurnKind.UNDERSPECIFIED),
        ("and in 2020?", TurnKind.UNDERSPECIFIED),
        ("who said that first", TurnKind.UNDERSPECIFIED),
        ("what about Ness seals?", TurnKind.STANDALONE),
        ("what about ness seals", TurnKind.STANDALONE),
    ],
)
def test_a_first_turn_is_the_same_in_either_case(text: str, kind: TurnKind) -> None:
    assert read(text, []).kind is kind


def test_one_thing_on_a_page_is_asked_of_that_page() -> None:
    [reading] = read("what about Ness?", [], [("toll", "The Hallborg toll")]).readings
    assert reading.article_ids == ("toll",)
    assert "Hallborg" in reading.context
