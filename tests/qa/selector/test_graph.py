"""The OpenVINO graph against the network in torch that it stands for."""

from dataclasses import replace

import numpy as np
import openvino
import pytest
import torch

from qa.selector.encoding import Window, collate
from qa.selector.graph import build
from qa.selector.network import SelectorNetwork, network_of
from qa.selector.quantizing import quantize
from qa.selector.weights import Weights


def run(weights: Weights, windows: list[Window], **how: bool) -> tuple[np.ndarray, np.ndarray]:
    compiled = openvino.Core().compile_model(build(weights, **how), "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    batch = collate(windows)
    found = compiled([batch.ids, batch.types, batch.mask, batch.membership])
    return found[0], found[1]


def run_torch(weights: Weights, windows: list[Window]) -> tuple[np.ndarray, np.ndarray]:
    batch = collate(windows)
    with torch.inference_mode():
        sentences, passages = network_of(weights).eval()(
            *map(torch.from_numpy, (batch.ids, batch.types, batch.mask, batch.membership))
        )
    return sentences.numpy(), passages.numpy()


def real(windows: list[Window], sentences: np.ndarray) -> np.ndarray:
    """Without the logits of padding."""
    return np.concatenate([sentences[row, : len(window.spans)] for row, window in enumerate(windows)])


@pytest.fixture(params=["network", "relative_network"])
def weights(request: pytest.FixtureRequest, windows: list[Window]) -> Weights:
    network: SelectorNetwork = request.getfixturevalue(request.param)
    return quantize(network, windows)


@pytest.mark.parametrize("ranged", [True, False])
def test_out_of_eight_bits_the_graph_is_the_network(weights: Weights, windows: list[Window], ranged: bool) -> None:
    kept = {k: v for k, v in weights.tensors.items() if ranged or not k.endswith(".range")}
    exact = replace(weights, tensors=kept)
    sentences, passages = run(exact, windows, in_bytes=not ranged)
    expected_sentences, expected_passages = run_torch(exact, windows)
    np.testing.assert_allclose(real(windows, sentences), real(windows, expected_sentences), atol=2e-4)
    np.testing.assert_allclose(passages, expected_passages, atol=2e-4)


def test_in_eight_bits_the_logits_stay_close(weights: Weights, windows: list[Window]) -> None:
    sentences, passages = run(weights, windows)
    expected_sentences, expected_passages = run_torch(weights, windows)
    spread = np.ptp(real(windows, expected_sentences))
    assert np.abs(real(windows, sentences) - real(windows, expected_sentences)).max() < 0.2 * spread
    assert np.abs(passages - expected_passages).max() < 0.2 * spread


def test_sentences_differ_so_that_the_comparison_means_something(weights: Weights, windows: list[Window]) -> None:
    sentences, _ = run_torch(weights, windows)
    assert np.ptp(real(windows, sentences)) > 0.01


def test_padding_does_not_change_a_score(weights: Weights, windows: list[Window]) -> None:
    exact = replace(weights, tensors={k: v for k, v in weights.tensors.items() if not k.endswith(".range")})
    together, _ = run(exact, windows)
    for row, window in enumerate(windows):
        alone, _ = run(exact, [window])
        np.testing.assert_allclose(alone[0], together[row, : len(window.spans)], atol=1e-4)
