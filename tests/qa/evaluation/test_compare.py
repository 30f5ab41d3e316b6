from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import permutation_test

from qa.errors import GoldError
from qa.evaluation.compare import as_json, compare
from qa.evaluation.comparison_page import comparison_page
from qa.evaluation.gold import GoldAnswer
from qa.evaluation.metrics.registry import ALL
from qa.evaluation.result import Run, TurnResult, missing
from tests.qa.evaluation.results import answered, decided_sets, item, quote, result, run


def hits(pattern: str) -> Run:
    """A run that is right where ``pattern`` has a ``+``."""
    return run(*(answered(f"i{n}", right=sign == "+") for n, sign in enumerate(pattern)))


@settings(max_examples=3, deadline=None)
@given(decided_sets())
def test_a_run_does_not_differ_from_itself(results: list[TurnResult]) -> None:
    comparison = compare(run(*results), run(*results))
    assert comparison.changed == ()
    for one in comparison.differences:
        assert (one.difference, one.p) == (0.0, 1.0)
        assert one.wins in {None, 0}
        assert one.losses in {None, 0}


def test_wins_ties_and_losses_count_turns() -> None:
    hit = compare(hits("++--"), hits("+-++")).of("answer_hit")
    assert (hit.wins, hit.ties, hit.losses) == (2, 1, 1)
    assert (hit.first, hit.second, hit.difference) == (0.5, 0.75, 0.25)


def test_where_lower_is_better_a_fall_is_a_gain() -> None:
    slow, fast = run(result(took_ms=20.0)), run(result(took_ms=10.0))
    latency = compare(slow, fast).of("latency_p50")
    assert (latency.difference, latency.gain) == (-10.0, 10.0)
    wrong = compare(run(result(quotes=(quote("Other words here."),))), run(answered(right=True)))
    assert wrong.of("wrong_passage").wins == 1


@pytest.mark.parametrize(("first", "second"), [("+-+-+-+-+-", "++++++++-+"), ("+-" * 10, "-+" * 5 + "++" * 5)])
def test_the_randomization_test_agrees_with_that_of_scipy(first: str, second: str) -> None:
    sides = [[float(sign == "+") for sign in pattern] for pattern in (first, second)]
    peer = permutation_test(
        sides, lambda a, b, axis: (b - a).mean(axis=axis), permutation_type="samples", vectorized=True,
        n_resamples=5000, rng=0,
    )  # fmt: skip
    assert compare(hits(first), hits(second)).of("answer_hit").p == pytest.approx(peer.pvalue, abs=0.03)


def test_a_clear_difference_is_not_chance_and_its_interval_excludes_zero() -> None:
    hit = compare(hits("-" * 30), hits("+" * 25 + "-" * 5)).of("answer_hit")
    assert hit.p < 0.01
    assert 0 < hit.low < hit.difference < hit.high


def test_one_turn_more_or_less_is_chance() -> None:
    assert compare(hits("+" * 20 + "-" * 10), hits("+" * 21 + "-" * 9)).of("answer_hit").p > 0.5


def test_a_turn_that_no_answer_came_back_for_scores_the_worst() -> None:
    a, b = item("a"), item("b")
    both = [replace(missing(one, 0), hit=True, missing=False, took_ms=10.0) for one in (a, b)]
    comparison = compare(run(*both), run(both[0], missing(b, 0)))
    assert (comparison.of("answer_hit").first, comparison.of("answer_hit").second) == (1.0, 0.5)
    assert comparison.of("latency_p95").second > 1000


@pytest.mark.parametrize(("first", "second", "counts"), [("++-", "+", "1 .* both, 2 .* 0 "), ("+", "+-", " 0 .* 1 ")])
def test_runs_that_hold_different_turns_can_not_be_compared(first: str, second: str, counts: str) -> None:
    with pytest.raises(GoldError, match=f"different turns: .*{counts}"):
        compare(hits(first), hits(second))


def test_what_two_runs_share_can_be_compared_and_the_rest_is_counted() -> None:
    comparison = compare(hits("+"), hits("++-"), partial=True)
    hit = comparison.of("answer_hit")
    assert (hit.first, hit.second, hit.ties) == (1.0, 1.0, 1)
    assert comparison.of("latency_p95").first == 10.0
    assert comparison.n_left_out == as_json(comparison)["left_out"] == 2
    assert "2 turns of one run only are left out" in comparison_page(comparison)
    with pytest.raises(GoldError, match="share no question"):
        compare(run(result("a")), run(result("b")), partial=True)


def test_a_p_too_small_to_print_is_not_printed_as_none() -> None:
    comparison = compare(hits("-" * 30), hits("+" * 30))
    assert comparison.of("answer_hit").p_text == "<0.001"
    assert replace(comparison.of("answer_hit"), p=0.0124).p_text == "0.012"
    assert "&lt;0.001" in comparison_page(comparison)


def test_changed_turns_come_with_those_that_changed_their_outcome_first() -> None:
    reworded = replace(answered("i0", right=True), quotes=(quote("Other words."),))
    comparison = compare(hits("++"), run(reworded, answered("i1", right=False)))
    assert [b.item_id for _, b in comparison.changed] == ["i1", "i0"]


def test_comparing_twice_gives_the_same() -> None:
    first, second = hits("+-" * 8), hits("++--" * 4)
    assert as_json(compare(first, second, seed=4)) == as_json(compare(first, second, seed=4))


@settings(max_examples=3, deadline=None)
@given(st.lists(st.sampled_from(["++", "+-", "-+", "--"]), min_size=3, max_size=8))
def test_turning_the_runs_round_turns_the_differences(pairs: list[str]) -> None:
    first, second = (hits("".join(pair[side] for pair in pairs)) for side in (0, 1))
    there, back = compare(first, second), compare(second, first)
    for one in there.differences:
        assert one.difference == pytest.approx(-back.of(one.metric.name).difference)


def test_runs_of_other_questions_can_not_be_compared() -> None:
    with pytest.raises(GoldError, match="share no question"):
        compare(run(result("a")), run(result("b")))
    with pytest.raises(GoldError, match="Item a, turn 1, asks or expects something else"):
        compare(run(result("a")), run(result("a", question="Another?")))
    with pytest.raises(GoldError, match="expects something else"):
        compare(run(result("a")), run(result("a", answers=(GoldAnswer("toll", ("Else.",)),))))


def test_an_unknown_metric_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(GoldError, match="answer_hit"):
        compare(hits("+"), hits("-")).of("beauty")


def test_every_difference_is_of_a_metric_that_both_runs_have() -> None:
    names = {one.metric.name for one in compare(hits("+-"), hits("-+")).differences}
    assert names <= {metric.name for metric in ALL}
    assert "auroc" in names
    assert "follow_up_gap" not in names


def test_the_page_shows_both_answers_and_what_was_expected() -> None:
    page = comparison_page(compare(hits("+-"), hits("-+")))
    assert page.count("data-turn data-change") == 2
    assert "Something else is said here." in page
    assert 'data-change="better"' in page
    assert 'data-change="worse"' in page


def test_what_readers_typed_can_not_run_in_the_page() -> None:
    typed = "<script>alert(1)</script>"
    a, b = result(question=typed), result(question=typed, quotes=(quote(typed),))
    assert typed not in comparison_page(compare(run(a), run(b)))
