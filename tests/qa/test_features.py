from datetime import date

import pytest

from qa.draft import Draft
from qa.features import FEATURES, FITTED, features_of
from qa.wording.asking import answer_type
from tests.qa.articles import plain
from tests.qa.evidence_of import evidence

PAGE = plain("The Lund toll rose to two crowns in 2021.", title="Toll of Lund", checked_on=date(2022, 3, 1))


def features(question: str) -> dict[str, float]:
    draft = Draft.of(evidence((PAGE, {0: 2.0}), question=question), 3).add("a1", 0, "picking")
    return dict(features_of(draft, follow_up=False))


def test_every_feature_is_there_even_for_nothing() -> None:
    assert set(features_of(Draft.of(evidence(), 3), follow_up=False)) == set(FEATURES)
    assert set(features("toll")) == set(FEATURES)


@pytest.mark.parametrize(
    ("question", "missing"), [("Toll in 2021?", 0.0), ("Toll in 2022?", 0.0), ("Toll in 1987?", 1.0)]
)
def test_a_year_that_neither_article_nor_its_date_knows_is_missing(question: str, missing: float) -> None:
    assert features(question)["years_missing"] == missing


def test_a_decade_is_no_year() -> None:
    assert features("Toll in the 1950s?")["years_missing"] == 0.0


def test_a_name_that_the_article_does_not_know_is_missing() -> None:
    assert features("What is the toll in Lund?")["names_missing"] == 0.0
    assert features("What is the toll in Oslo?")["names_missing"] == 1.0


def test_a_question_about_somebody_else_has_a_stranger() -> None:
    assert features("What is the toll in Lund?")["stranger"] == 0.0
    assert features("What does Bo Vik pay in Lund?")["stranger"] == 1.0


def test_a_new_calibration_weighs_known_features() -> None:
    assert set(FITTED) < set(FEATURES)


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("How many ships came?", "In June 41 ships came.", 1.0),
        ("How many ships came?", "Ships came.", 0.0),
        ("When did it rise?", "It rose in March 2021.", 1.0),
        ("Who pays?", "The council of Lund pays.", 1.0),
        ("Who pays?", "nobody pays.", 0.0),
        ("Why did it rise?", "Because of repairs.", 0.5),
    ],
)
def test_the_answer_holds_what_the_question_asks_for(question: str, answer: str, expected: float) -> None:
    assert answer_type(question, answer) == expected
