"""Metrics of the quotes themselves: hits, overlap, citations, verbatim, length, restated claims."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score

from qa.evaluation.gold import GoldAnswer
from qa.evaluation.metrics import citation_overlap, sentence_overlap, token_f1
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import GOLD, answered, lost, quote, result

LORRIES = "Lorries pay six crowns since the same month."
OTHER = "Residents pay the costs of collecting it all."
BAG = st.lists(st.sampled_from("red blue green toll bridge".split()), max_size=8)


def quoting(*texts: str, answers: tuple[GoldAnswer, ...] = (GoldAnswer("toll", GOLD),)) -> TurnResult:
    return result(answers=answers, quotes=tuple(quote(text) for text in texts))


def test_a_refusal_of_an_answerable_question_is_a_miss() -> None:
    assert BY_NAME["answer_hit"].value([answered(right=True), result("i2")]) == 0.5


def test_hits_are_told_apart_by_style() -> None:
    results = [answered("a", right=True, style="search"), answered("b", right=False, style="claim")]
    assert BY_NAME["answer_hit.search"].value(results) == 1.0
    assert BY_NAME["answer_hit.claim"].value(results) == 0.0
    assert BY_NAME["answer_hit.question"].value(results) is None


def test_sentence_precision_and_recall_count_sentences() -> None:
    both = (GoldAnswer("toll", (*GOLD, LORRIES)),)
    one = quoting(GOLD[0], OTHER, answers=both)
    assert (sentence_overlap.precision(one), sentence_overlap.recall(one)) == (0.5, 0.5)
    assert sentence_overlap.f1(one) == 0.5
    assert sentence_overlap.f1(quoting(GOLD[0], LORRIES, answers=both)) == 1.0
    assert sentence_overlap.f1(quoting(OTHER, answers=both)) == sentence_overlap.f1(result(answers=both)) == 0.0


def test_sentences_of_another_article_are_not_gold() -> None:
    elsewhere = result(quotes=(quote(GOLD[0], "ferry"),))
    assert sentence_overlap.precision(elsewhere) == sentence_overlap.recall(elsewhere) == 0.0


@given(BAG, BAG)
def test_token_f1_is_that_of_scikit_learn_over_repeated_words(shown: list[str], expected: list[str]) -> None:
    # Each word's n-th occurrence is a label of its own.
    labels = [{(word, n) for word, count in Counter(bag).items() for n in range(count)} for bag in (expected, shown)]
    every = sorted(labels[0] | labels[1])
    truth, guess = ([label in side for label in every] for side in labels)
    peer = f1_score(truth, guess, zero_division=0.0) if every else 0.0
    assert token_f1.f1(Counter(shown), Counter(expected)) == pytest.approx(peer)


def test_token_f1_takes_the_best_alternative_and_skips_english_articles() -> None:
    answers = (GoldAnswer("toll", (OTHER,)), GoldAnswer("toll", ("A toll of the bridge.",)))
    assert token_f1.token_f1(quoting("The toll of a bridge!", answers=answers)) == 1.0


def test_numbers_count_with_their_article() -> None:
    cited = result(
        gold_numbers=((1, 2),),
        quotes=(quote(numbers=(1, 3)), quote(article_id="ferry", numbers=(2,))),
    )
    assert citation_overlap.overlap(cited) == (pytest.approx(1 / 3), 0.5)


def test_numbers_are_held_to_the_alternative_they_fit_best() -> None:
    answers = (GoldAnswer("toll", GOLD), GoldAnswer("toll", (LORRIES,)))
    cited = result(answers=answers, gold_numbers=((1,), (4,)), quotes=(quote(numbers=(4,)),))
    assert citation_overlap.overlap(cited) == (1.0, 1.0)


def test_citations_are_measured_where_the_gold_sentences_carry_numbers() -> None:
    assert BY_NAME["citation_recall"].value([result(gold_numbers=((),))]) is None
    assert BY_NAME["citation_recall"].value([result(gold_numbers=((1,),))]) == 0.0


def test_a_number_that_the_article_does_not_print_there_shows() -> None:
    exact, invented = quote(numbers=(1,), own_numbers=(1,)), quote(numbers=(2,), own_numbers=(1,))
    metric = BY_NAME["citations_exact"]
    assert metric.value([result(quotes=(exact, exact)), result("b", quotes=(exact, invented))]) == 0.75


def test_one_changed_letter_lowers_the_verbatim_rate() -> None:
    results = [result(quotes=(quote(), quote())), result("b", quotes=(quote(), quote(verbatim=False)))]
    assert BY_NAME["verbatim"].value(results) == 0.75
    assert BY_NAME["verbatim"].value([result()]) is None


def test_a_claim_quoted_without_its_finding_shows() -> None:
    metric = BY_NAME["restated_alone"]
    claim, finding = quote(restating=(True,)), quote()
    assert metric.value([result(quotes=(claim,))]) == 1.0
    assert metric.value([result(quotes=(claim, finding))]) == 0.0
    assert metric.value([result(quotes=(claim, quote(article_id="ferry")))]) == 1.0


def test_the_length_of_answers_counts_sentences_and_words() -> None:
    two = result(quotes=(quote("One two three.", sentences=("One two three.",)), quote("Four five.")))
    assert BY_NAME["quoted_sentences"].value([two, result("refused")]) == 2.0
    assert BY_NAME["quoted_words"].value([two]) == 5.0


def test_the_right_article_with_other_sentences_is_a_wrong_passage() -> None:
    metric = BY_NAME["wrong_passage"]
    assert metric.value([quoting(OTHER)]) == 1.0
    assert metric.value([answered(right=False), answered("b", right=True), result("c")]) == 0.0
    assert metric.value([lost()]) == 1.0
