from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from qa.selector.encoding import Window
from qa.selector.network import SelectorNetwork
from qa.selector.quantizing import quantize
from qa.selector.scoring import OpenVinoScorer, TorchScorer, WindowScorer
from qa.selector.weights import Weights


@pytest.fixture
def weights(network: SelectorNetwork, windows: list[Window]) -> Weights:
    return quantize(network, windows)


@pytest.fixture(params=["openvino", "torch"])
def scorer(request: pytest.FixtureRequest, weights: Weights) -> WindowScorer:
    return OpenVinoScorer(weights, threads=2) if request.param == "openvino" else TorchScorer(weights)


def test_each_window_has_a_logit_a_sentence(scorer: WindowScorer, windows: list[Window]) -> None:
    assert [len(score.sentences) for score in scorer.score(windows)] == [len(window.spans) for window in windows]


def test_a_window_scores_the_same_whatever_else_is_in_the_call(scorer: WindowScorer, windows: list[Window]) -> None:
    together = scorer.score(windows)
    assert together == [scorer.score([window])[0] for window in windows]
    assert together[::-1] == scorer.score(windows[::-1])


def test_nothing_to_score_is_no_error(scorer: WindowScorer) -> None:
    assert scorer.score([]) == []


def test_threads_do_not_disturb_each_other(scorer: WindowScorer, windows: list[Window]) -> None:
    expected = scorer.score(windows)
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda _: scorer.score(windows), range(24)):
            assert found == expected


def test_both_ways_agree(weights: Weights, windows: list[Window]) -> None:
    fast, plain = OpenVinoScorer(weights).score(windows), TorchScorer(weights).score(windows)
    logits = [logit for score in plain for logit in score.sentences]
    spread = max(logits) - min(logits)
    for one, other in zip(fast, plain, strict=True):
        assert one.sentences == pytest.approx(other.sentences, abs=0.2 * spread)
        assert one.answerable == pytest.approx(other.answerable, abs=0.2 * spread)


def test_sums_of_large_products_are_not_cut_off(weights: Weights, windows: list[Window]) -> None:
    """Where the processor would cut them off, nothing is computed in 8 bits."""
    steep = {
        name: np.where(tensor < 0, -127, 127).astype(np.int8) if tensor.dtype == np.int8 else tensor
        for name, tensor in weights.tensors.items()
    }
    logits, expected = (
        np.array([logit for score in scorer.score(windows) for logit in score.sentences])
        for scorer in (OpenVinoScorer(replace(weights, tensors=steep)), TorchScorer(replace(weights, tensors=steep)))
    )
    assert np.abs(logits - expected).mean() < 0.1 * np.ptp(expected)
