import json
from dataclasses import replace
from pathlib import Path

import pytest

from qa.calibration import FILE_NAME, Calibration
from qa.errors import CalibrationError
from qa.features import FEATURES
from qa.fitting import Observation, fit

ZEROS = dict.fromkeys(FEATURES, 0.0)


def observation(i: int, *, noise: int = 7) -> Observation:
    """Answerable questions have sentence logits above 0, unanswerable ones below; every ``noise``-th is the other way
    round.
    """
    answerable = i % 2 == 0
    logit = (1 if answerable else -1) * (1 + i % 5) * (-1 if i % noise == 0 else 1)
    return Observation({**ZEROS, "sentence": float(logit)}, answerable, answerable, f"g{i // 3}")


@pytest.fixture(scope="module")
def fitted() -> Calibration:
    return fit([observation(i) for i in range(120)], "tiny")


def test_confidence_grows_with_the_evidence(fitted: Calibration) -> None:
    low, high = (fitted.probability({**ZEROS, "sentence": value}) for value in (-3.0, 3.0))
    assert low < fitted.threshold < high


def test_expected_values_lie_in_their_intervals(fitted: Calibration) -> None:
    assert fitted.expected is not None
    for expected in fitted.expected.values():
        assert 0 <= expected.low <= expected.value <= expected.high <= 1
    assert fitted.expected["answered_precision"].value > 0.75


def test_the_reliability_table_covers_all_questions(fitted: Calibration) -> None:
    assert sum(bin.n for bin in fitted.reliability) == fitted.n_questions == 120


def test_made_questions_teach_but_are_not_counted(fitted: Calibration) -> None:
    made = [
        Observation({**ZEROS, "sentence": 3.0, "stranger": 1.0}, False, False, f"m{i}", made=True) for i in range(30)
    ]
    taught = fit([*(observation(i) for i in range(120)), *made], "tiny")
    assert taught.n_questions == sum(bin.n for bin in taught.reliability) == fitted.n_questions
    named_other = {**ZEROS, "sentence": 3.0, "stranger": 1.0}
    assert taught.probability(named_other) < taught.threshold < taught.probability({**ZEROS, "sentence": 3.0})
    assert fitted.probability(named_other) > fitted.threshold


@pytest.mark.parametrize(("covered_where_answered", "kept"), [(1.0, True), (0.0, False)])
def test_words_that_the_passage_shares_never_count_against_an_answer(covered_where_answered: float, kept: bool) -> None:
    observed = []
    for i in range(120):
        one = observation(i)
        covered = covered_where_answered if one.right else 1 - covered_where_answered
        observed.append(replace(one, values={**one.values, "covered_by_passage": covered}))
    assert ("covered_by_passage" in fit(observed, "tiny").features) is kept


def test_fitting_is_deterministic(fitted: Calibration) -> None:
    assert fit([observation(i) for i in range(120)], "tiny") == fitted


def test_too_little_to_fit_is_an_error() -> None:
    with pytest.raises(CalibrationError, match="20 or more"):
        fit([observation(i) for i in range(10)], "tiny")
    with pytest.raises(CalibrationError, match="both kinds"):
        fit([observation(0)] * 30, "tiny")


def test_a_saved_calibration_is_read_back(fitted: Calibration, tmp_path: Path) -> None:
    fitted.save(tmp_path / FILE_NAME)
    assert Calibration.find("tiny", tmp_path) == fitted


def test_a_calibration_of_another_selector_is_not_used(fitted: Calibration, tmp_path: Path) -> None:
    fitted.save(tmp_path / FILE_NAME)
    assert Calibration.find("lexical-1", tmp_path).selector == "lexical-1"


def test_an_unknown_selector_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(CalibrationError, match="footnote calibrate"):
        Calibration.packaged("nothing-9")


@pytest.mark.parametrize(
    "damage",
    ["{", "[]", "null", "3", '{"version": 9}', '{"version": 1}', '{"version": 1, "selector": "x", "surprise": 2}'],
)
def test_a_damaged_file_is_named_with_the_remedy(damage: str, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text(damage)
    with pytest.raises(CalibrationError, match=rf"{FILE_NAME}.*run `footnote calibrate`"):
        Calibration.load(path)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("weights", [1.0], "different lengths"),
        ("weights", None, "NoneType"),
        ("weights", ["x"] * len(FEATURES), "weights holds 'x'"),
        ("features", ["x"] * len(FEATURES), "unknown features"),
        ("threshold", 0, "out of range"),
        ("threshold", "x", "threshold holds 'x'"),
        ("bias", None, "bias holds None"),
        ("scales", [0.0] * len(FEATURES), "out of range"),
        ("expected", [1], "expected"),
        ("expected", {"answered_precision": 1}, "answered_precision holds 1"),
        ("reliability", [None], "reliability holds None"),
        ("tuning", None, "tuning holds None"),
        ("tuning", {"priors": {}, "picking": {"second": "x"}}, "picking.second holds"),
    ],
)
def test_a_wrong_value_is_refused_with_file_and_remedy(
    name: str, value: object, why: str, fitted: Calibration, tmp_path: Path
) -> None:
    path = tmp_path / FILE_NAME
    replace(fitted, features=FEATURES, **{k: (1.0,) * len(FEATURES) for k in ("means", "scales", "weights")}).save(path)
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))
    with pytest.raises(CalibrationError, match=rf"{FILE_NAME}.*{why}.*run `footnote calibrate`"):
        Calibration.load(path)
