from dataclasses import replace

import pytest

from index.encoder import HashEncoder
from qa.answerer import Answerer
from qa.evaluation.checking import check_gold, check_unanswerable, reanchor
from qa.evaluation.gold import GoldItem
from qa.lexical_selector import LexicalSelector
from tests.qa.archive import CALIBRATION
from tests.qa.articles import plain
from tests.qa.evaluation.asked import ARTICLES, GOLD, RAISED, SINGLE, UNANSWERABLE, answerer, turn

REVISED = plain(
    "The bridge office raised the toll to three crowns in March 2021.", "Nothing else is left of it.", id="toll"
)


def single(item_id: str, *quotes: str, question: str = "A question?", article_id: str = "toll") -> GoldItem:
    return GoldItem(item_id, "single", "question", (turn(question, *quotes, article_id=article_id),))


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer(tmp_path_factory.mktemp("index"))


def test_gold_that_fits_the_archive_has_no_problem() -> None:
    assert check_gold(GOLD, ARTICLES.get) == []


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (single("a", RAISED, article_id="moon"), "the archive holds no article moon"),
        (single("a", RAISED.replace("two", "three")), "is not in toll"),
        (single("a", RAISED.lower()), "is not in toll"),
        (replace(UNANSWERABLE, about="moon"), "the archive holds no article moon"),
        (replace(SINGLE, draft=True, note="look at it"), "is a draft (look at it)"),
    ],
)
def test_what_is_wrong_with_an_item_is_said_with_a_remedy_and_its_place(item: GoldItem, problem: str) -> None:
    [found] = check_gold([replace(item, place="gold.jsonl, line 7")], ARTICLES.get)
    assert problem in found.problem
    assert found.remedy
    assert found.place == "gold.jsonl, line 7"


def test_a_reworded_quote_comes_with_what_the_article_says_now() -> None:
    [found] = check_gold([SINGLE], {"toll": REVISED}.get)
    assert "three crowns" in found.remedy


def test_white_space_in_quotes_does_not_matter() -> None:
    assert check_gold([single("a", RAISED.replace(" ", "\n", 1))], ARTICLES.get) == []


def test_ids_and_questions_that_stand_twice_are_found_whatever_their_case() -> None:
    again = single("b", RAISED, question=SINGLE.turns[0].question.upper())
    same_id = single(SINGLE.id, RAISED)
    assert [found.item_id for found in check_gold([SINGLE, again, same_id], ARTICLES.get)] == ["b", SINGLE.id]


def test_an_unanswerable_question_that_the_archive_answers_is_found(island: Answerer) -> None:
    sure = Answerer(island.engine, LexicalSelector(HashEncoder()), replace(CALIBRATION, bias=6.0))
    asked = GoldItem("none", "unanswerable", "", (turn(SINGLE.turns[0].question),))
    [found] = check_unanswerable([asked], sure)
    assert RAISED in found.problem


def test_an_unanswerable_question_that_is_refused_is_no_problem(island: Answerer) -> None:
    assert check_unanswerable([UNANSWERABLE, SINGLE], island) == []


def test_quotes_follow_a_revised_article_and_lost_ones_are_named() -> None:
    lost = single("lost", "Lorries pay six crowns since the same month.")
    items, problems = reanchor([SINGLE, lost], {"toll": REVISED}.get)
    assert items[0].turns[0].answers[0].quotes == ("The bridge office raised the toll to three crowns in March 2021.",)
    assert items[1] == lost
    assert [problem.item_id for problem in problems] == ["lost"]


def test_quotes_that_stand_verbatim_are_left_alone() -> None:
    assert reanchor(GOLD, ARTICLES.get) == (GOLD, [])
