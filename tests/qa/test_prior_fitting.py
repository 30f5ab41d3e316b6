import numpy as np
import pytest

from qa.errors import CalibrationError
from qa.prior_fitting import RankedQuestion, fit_priors
from qa.ranking import SIGNALS


def question(seed: int) -> RankedQuestion:
    """Six sentences; the answer is the one with the best sum of logit and twice the retrieval signal."""
    random = np.random.default_rng(seed)
    logits = random.normal(size=6)
    signals = np.zeros((6, len(SIGNALS)))
    signals[:, SIGNALS.index("retrieval")] = random.normal(size=6)
    worth = logits + 2 * signals[:, SIGNALS.index("retrieval")]
    return RankedQuestion(logits, signals, worth == worth.max())


def test_weights_come_in_units_of_the_logit() -> None:
    priors = fit_priors([question(seed) for seed in range(200)])
    assert priors.retrieval == pytest.approx(2.0, abs=0.3)


def test_a_signal_that_never_changes_gets_no_weight() -> None:
    assert fit_priors([question(seed) for seed in range(200)]).asking == 0.0


def test_fitting_is_deterministic() -> None:
    questions = [question(seed) for seed in range(40)]
    assert fit_priors(questions) == fit_priors(questions)


def test_too_few_questions_are_an_error() -> None:
    with pytest.raises(CalibrationError, match="20 are needed"):
        fit_priors([question(seed) for seed in range(5)])
