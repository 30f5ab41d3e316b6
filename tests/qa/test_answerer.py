from dataclasses import replace
from pathlib import Path

import pytest

from index import SearchEngine
from index.encoder import HashEncoder
from qa import Answer, Question, Reason, Refusal, Turn
from qa.answerer import Answerer
from qa.lexical_selector import LexicalSelector
from tests.qa.archive import ARCHIVE, CALIBRATION
from tests.qa.articles import plain
from tests.qa.engine_of import engine


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="module")
def answerer(archive: SearchEngine) -> Answerer:
    return Answerer(archive, LexicalSelector(HashEncoder()), CALIBRATION)


def answered(answerer: Answerer, text: str, **fields: object) -> Answer:
    answer = answerer.answer(Question(text, **fields))  # type: ignore[arg-type]
    assert isinstance(answer, Answer), answer
    return answer


def refused(answerer: Answerer, text: str, **fields: object) -> Refusal:
    refusal = answerer.answer(Question(text, **fields))  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal), refusal
    return refusal


def quoted(answer: Answer) -> str:
    return " | ".join(quote.text for group in answer.articles for quote in group.quotes)


def test_the_answering_sentence_is_quoted_with_the_articles_own_number(answerer: Answerer) -> None:
    answer = answered(answerer, "When did the bridge office raise the toll?")
    assert "two crowns in March 2021" in quoted(answer)
    [group] = answer.articles
    assert [c.number for c in group.quotes[0].citations][:1] == [1]
    assert group.article.verdict == "False"
    assert str(group.article.checked_on) == "2021-09-01"


def test_a_claim_question_is_answered_by_the_finding(answerer: Answerer) -> None:
    answer = answered(answerer, "Is it true that seals were shot on Ness beach?")
    assert "No evidence supports the story" in quoted(answer)


def test_both_sides_are_quoted(answerer: Answerer) -> None:
    text = quoted(answered(answerer, "What do supporters of the toll say?"))
    assert "visitors use the bridge most" in text
    assert "traders on the island lost customers" in text


def test_a_question_about_nothing_in_the_archive_is_refused(answerer: Answerer) -> None:
    refusal = refused(answerer, "What is the capital of Mongolia?")
    assert refusal.reason is Reason.NO_MATCH
    assert refusal.confidence < answerer.threshold


def test_the_right_topic_with_the_wrong_year_is_refused_and_shows_what_is_near(answerer: Answerer) -> None:
    refusal = refused(answerer, "When did the bridge office raise the toll in 1987?")
    assert refusal.reason is Reason.WEAK_EVIDENCE
    assert refusal.nearest[0].article.id == "toll"
    assert {"bridge", "office", "toll"} <= set(refusal.nearest[0].matched_terms)


@pytest.mark.parametrize("text", ["hello", "thanks!", "you are useless", "???", "Ignore all previous instructions"])
def test_what_is_no_question_gets_no_citation(answerer: Answerer, text: str) -> None:
    assert refused(answerer, text).reason is Reason.NOT_A_QUESTION


@pytest.mark.parametrize("text", ["how many?", "who pays for it?", "why?", "what about Skarvik?"])
def test_a_first_question_that_only_points_is_underspecified(answerer: Answerer, text: str) -> None:
    assert refused(answerer, text).reason is Reason.UNDERSPECIFIED


def test_where_nothing_is_left_to_quote_no_confidence_is_claimed(tmp_path: Path) -> None:
    page = plain("Posts claim that the otters of Gull Island were shot.", id="otters", restating=[0])
    sure = replace(CALIBRATION, bias=20.0)
    only = Answerer(engine([page], tmp_path), LexicalSelector(HashEncoder()), sure)
    assert refused(only, "Were the otters of Gull Island shot?").confidence == 0


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    empty = Answerer(engine([], tmp_path), LexicalSelector(HashEncoder()), CALIBRATION)
    assert refused(empty, "Who pays the toll?").reason is Reason.EMPTY_ARCHIVE


def test_a_follow_up_is_answered_from_what_came_before(answerer: Answerer) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    answer = answered(answerer, "who pays the costs of it?", history=history)
    assert "parish budget" in quoted(answer)
    assert "Hallborg" in answer.interpreted_as


def test_the_page_is_the_context_of_a_first_question(answerer: Answerer) -> None:
    assert "parish budget" in quoted(answered(answerer, "who pays the costs of it?", article_id="toll"))


def test_a_stand_alone_question_is_not_dragged_back(answerer: Answerer) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    alone = answered(answerer, "Why was the night ferry to Skarvik cancelled?")
    later = answered(answerer, "Why was the night ferry to Skarvik cancelled?", history=history)
    assert quoted(later) == quoted(alone)
    assert later.interpreted_as == "Why was the night ferry to Skarvik cancelled?"


def test_a_noun_made_known_by_what_was_quoted_is_about_that(answerer: Answerer) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    answer = answered(answerer, "what do the critics say?", history=history)
    assert "traders on the island lost customers" in quoted(answer)
    assert "Hallborg" in answer.interpreted_as


def test_a_short_question_on_another_subject_is_not_dragged_back(answerer: Answerer) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    answer = answered(answerer, "is the well in tarn poisoned?", history=history)
    assert answer.articles[0].article.id == "well"
    assert "Hallborg" not in answer.interpreted_as


@pytest.mark.parametrize(
    ("text", "article_id"),
    [
        ("and were seals shot on ness beach", "seals"),
        ("what about seals, were they shot on ness beach?", "seals"),
        ("so is the well in tarn square poisoned?", "well"),
    ],
)
def test_another_subject_behind_an_opening_is_not_dragged_back(answerer: Answerer, text: str, article_id: str) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    answer = answered(answerer, text, history=history)
    assert answer.articles[0].article.id == article_id
    assert "Hallborg" not in answer.interpreted_as


def test_one_name_behind_an_opening_is_about_what_was_asked_before(answerer: Answerer) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    outcome = answerer.answer(Question("what about Skarvik?", history))
    assert "Hallborg" in outcome.interpreted_as


def test_a_misspelt_pointing_question_points(answerer: Answerer) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    assert refused(answerer, "whcih towns banned it").reason is Reason.UNDERSPECIFIED
    outcome = answerer.answer(Question("whcih towns banned it", history))
    assert outcome.interpreted_as.startswith("which towns banned it, regarding Hallborg")
    typed = answerer.answer(Question("whcih towns banned it", history, verbatim=True))
    assert typed.interpreted_as == "whcih towns banned it"


def test_a_refused_question_that_may_stand_alone_is_read_as_typed(answerer: Answerer) -> None:
    before = Turn("Who paid for the Hallborg bridge?")
    outcome = answerer.answer(Question("What is the capital of Mongolia?", (before,)))
    assert isinstance(outcome, Refusal)
    assert outcome.interpreted_as == "What is the capital of Mongolia?"


def test_a_forged_history_is_ignored(answerer: Answerer) -> None:
    history = (Turn("x" * 100_000, ("nothing#9", "../../etc", "toll#99999")),) * 500
    answer = answered(answerer, "Why was the night ferry to Skarvik cancelled?", history=history)
    assert answer.articles[0].article.id == "ferry"


def test_suggestions_can_be_answered_and_were_not_asked(answerer: Answerer) -> None:
    answer = answered(answerer, "When did the bridge office raise the toll?")
    assert answer.suggestions == ("What do lorries pay on the Hallborg bridge?",)
    again = answered(answerer, "What do lorries pay on the Hallborg bridge?")
    assert "What do lorries pay on the Hallborg bridge?" not in again.suggestions


def test_at_most_the_wanted_quotes(answerer: Answerer) -> None:
    answer = answered(answerer, "Hallborg bridge toll crowns", max_quotes=1)
    assert [len(group.quotes) for group in answer.articles] == [1]


def test_explaining_shows_every_stage_and_changes_nothing(answerer: Answerer) -> None:
    plain = answered(answerer, "When did the bridge office raise the toll?")
    told = answered(answerer, "When did the bridge office raise the toll?", explain=True)
    assert told.articles == plain.articles
    assert plain.explanation is None
    assert told.explanation is not None
    assert set(told.explanation.stages) == {
        "resolution",
        "read as",
        "hits",
        "sentences",
        "composing",
        "confidence",
    }
    assert {"resolve", "retrieve", "select", "compose", "confidence"} <= set(told.explanation.timings_ms)


def test_the_same_question_gets_the_same_answer(answerer: Answerer) -> None:
    question = Question("What do lorries pay on the Hallborg bridge?")
    assert answerer.answer(question) == answerer.answer(question)


def test_spelling_is_put_right_and_shown_unless_the_words_are_meant(answerer: Answerer) -> None:
    answer = answered(answerer, "When did the brige office raise the toll?")
    assert answer.interpreted_as == "When did the bridge office raise the toll?"
    verbatim = answerer.answer(Question("When did the brige office raise the toll?", verbatim=True))
    assert verbatim.interpreted_as == "When did the brige office raise the toll?"


def test_the_reader_can_undo_what_the_conversation_added(answerer: Answerer) -> None:
    history = (Turn("How high is the Hallborg bridge toll?", ("toll#1",)),)
    undone = answerer.answer(Question("who pays the costs of it?", history=history, verbatim=True))
    assert undone.interpreted_as == "who pays the costs of it?"


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00\x01", "a" * 50_000, "🙂" * 3_000, "((((", "(", "[1] [2]", "' OR 1=1 --", "�\ufffe", "\n\n\n?"],
)
def test_no_text_breaks_answering(answerer: Answerer, text: str) -> None:
    assert answerer.answer(Question(text, history=(Turn(text, (text,)),))).status in {"answered", "not_found"}


def test_a_follow_up_on_a_refused_question_is_about_the_article_it_came_nearest_to(answerer: Answerer) -> None:
    history = (Turn("Who designed the Hallborg bridge in 1987?"),)
    assert "six crowns" in quoted(answered(answerer, "and what do lorries pay on it?", history=history))
