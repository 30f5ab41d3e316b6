import pytest

from qa.draft import Draft
from qa.rules.picking import PickingLimits, pick
from tests.qa.articles import plain
from tests.qa.evidence_of import evidence, positions

LIMITS = PickingLimits(second=1.0, third=0.5, words=40)


def test_the_best_sentence_is_picked_alone_when_the_others_fall_behind() -> None:
    page = plain("The toll is two crowns.", "The bridge is long.")
    assert positions(pick(Draft.of(evidence((page, {0: 3.0, 1: 1.5})), 3), LIMITS)) == [0]


def test_nearly_as_good_sentences_are_picked_too_up_to_the_limit() -> None:
    page = plain(
        "The toll is two crowns.",
        "Lorries have to pay six.",
        "Bicycles pay nothing at all.",
        "Ships may pass for free.",
    )
    found = evidence((page, {0: 3.0, 1: 2.8, 2: 2.7, 3: 2.6}))
    assert positions(pick(Draft.of(found, 3), LIMITS)) == [0, 1, 2]
    assert positions(pick(Draft.of(found, 1), LIMITS)) == [0]


def test_a_leaning_sentence_must_be_nearer_for_it_costs_two() -> None:
    page = plain("The toll is two crowns.", "It was one crown before.", "Lorries have to pay six.")
    assert positions(pick(Draft.of(evidence((page, {0: 3.0, 1: 2.4, 2: 2.3})), 3), LIMITS)) == [0, 2]


def test_a_sentence_that_quotes_somebody_named_elsewhere_costs_two_as_well() -> None:
    page = plain(
        "The toll is two crowns.",
        'The keeper said, "Lorries pay more.',
        'They have to pay six."',
        "Ships may pass for free.",
    )
    assert positions(pick(Draft.of(evidence((page, {0: 3.0, 2: 2.4, 3: 2.3})), 3), LIMITS)) == [0, 3]


def test_beside_a_better_sentence_a_restatement_adds_nothing() -> None:
    page = plain("Posts claim the toll is ten crowns.", "Boats pay two of them.", restating=[0])
    assert positions(pick(Draft.of(evidence((page, {0: 2.9, 1: 3.0})), 3), LIMITS)) == [1]
    assert positions(pick(Draft.of(evidence((page, {0: 3.1, 1: 3.0})), 3), LIMITS)) == [0, 1]


def test_credits_and_notices_are_not_picked() -> None:
    page = plain("(Harbour office / Jane Roe)", "The toll is two crowns.")
    assert positions(pick(Draft.of(evidence((page, {0: 4.0, 1: 1.0})), 3), LIMITS)) == [1]


def test_another_articles_copy_adds_nothing() -> None:
    page, copy = plain("The toll is two crowns."), plain("The toll is two crowns.", id="a2")
    made = pick(Draft.of(evidence((page, {0: 3.0}), (copy, {0: 2.9})), 3), LIMITS)
    assert [(p.article_id, p.n) for p in made.picks] == [("a1", 0)]


def test_long_sentences_use_up_the_words() -> None:
    long = "The toll " + "and so on " * 12 + "ends."
    page = plain(long, "Lorries pay six " + "times more " * 5 + "a day.", "Bicycles pay nothing at all.")
    assert positions(pick(Draft.of(evidence((page, {0: 3.0, 1: 2.9, 2: 2.8})), 3), LIMITS)) == [0]


def test_nothing_retrieved_nothing_picked() -> None:
    assert pick(Draft.of(evidence(), 3), LIMITS).picks == ()


def test_beside_a_better_sentence_where_it_was_seen_adds_nothing() -> None:
    page = plain("The lamp exploded.", "The clip was viewed 3 million times.")
    assert positions(pick(Draft.of(evidence((page, {0: 3.0, 1: 2.9})), 3), LIMITS)) == [0]
    assert positions(pick(Draft.of(evidence((page, {0: 1.0, 1: 2.9})), 3), LIMITS)) == [1]


def test_beside_a_better_sentence_a_fragment_adds_nothing() -> None:
    page = plain("The toll is two crowns.", "I know.")
    assert positions(pick(Draft.of(evidence((page, {0: 3.0, 1: 2.9})), 3), LIMITS)) == [0]


PAID = "The toll was paid by the city council in March."


@pytest.mark.parametrize(
    ("one", "other", "picked"),
    [
        (PAID, "The toll was not paid by the city council in March.", [0, 1]),
        (PAID, "The toll wasn’t paid by the city council in March.", [0, 1]),
        (PAID, "The new toll was paid by the city council in March.", [0]),
        (PAID, "The toll of 41 crowns was paid by the city council in March, records show.", [0]),
        ("In 2021 the toll for cars was 41 crowns a day.", "In 2021 the toll for cars was 52 crowns a day.", [0, 1]),
        ("In May the toll for cars was two crowns a day.", "In May the toll for cars was six crowns a day.", [0, 1]),
    ],
)
def test_sentences_of_nearly_the_same_words_differ_by_a_negation_or_a_number(
    one: str, other: str, picked: list[int]
) -> None:
    found = evidence((plain(one, other), {0: 3.0, 1: 2.9}))
    assert positions(pick(Draft.of(found, 3), LIMITS)) == picked
