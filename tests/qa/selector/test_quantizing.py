import numpy as np
import torch

from qa.selector.encoding import Window, collate
from qa.selector.network import SelectorNetwork, network_of
from qa.selector.quantizing import quantize


def test_the_large_matrices_are_in_bytes_and_nothing_else_is(network: SelectorNetwork, windows: list[Window]) -> None:
    weights = quantize(network, windows)
    assert weights.tensors["encoder.encoder.layer.1.intermediate.dense.weight"].dtype == np.int8
    assert weights.tensors["encoder.embeddings.word_embeddings.weight"].dtype == np.int8
    assert weights.tensors["sentence.0.weight"].dtype == np.int8
    assert weights.tensors["sentence.2.weight"].dtype == np.float16
    assert weights.tensors["encoder.embeddings.position_embeddings.weight"].dtype == np.float16


def test_every_layer_in_bytes_knows_the_range_of_its_input(network: SelectorNetwork, windows: list[Window]) -> None:
    weights = quantize(network, windows)
    for layer in range(2):
        prefix = f"encoder.encoder.layer.{layer}"
        for name in ("attention.self.query", "attention.output.dense", "intermediate.dense", "output.dense"):
            bounds = weights.input_range(f"{prefix}.{name}")
            assert bounds is not None
            assert bounds[0] < bounds[1]


def test_the_ranges_hold_the_inputs(network: SelectorNetwork, windows: list[Window]) -> None:
    seen: list[torch.Tensor] = []
    layer = network.encoder.encoder.layer[1].intermediate.dense
    hook = layer.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].detach()))
    weights = quantize(network, windows)
    hook.remove()
    bounds = weights.input_range("encoder.encoder.layer.1.intermediate.dense")
    factor = weights.input_factor("encoder.encoder.layer.1.intermediate.dense")
    assert bounds is not None
    values = torch.cat([(value / torch.from_numpy(factor)).flatten() for value in seen])
    np.testing.assert_allclose(bounds, [float(values.min()), float(values.max())], rtol=1e-5)


def test_quantizing_leaves_no_hook_behind(network: SelectorNetwork, windows: list[Window]) -> None:
    quantize(network, windows)
    assert not any(module._forward_pre_hooks for module in network.modules())


def test_a_network_survives_quantizing(network: SelectorNetwork, windows: list[Window]) -> None:
    batch = collate(windows)
    inputs = [torch.from_numpy(array) for array in (batch.ids, batch.types, batch.mask, batch.membership)]
    restored = network_of(quantize(network, windows)).eval()
    with torch.inference_mode():
        before, after = network(*inputs)[0], restored(*inputs)[0]
    assert float((before - after).abs().max()) < 0.2 * float(before.max() - before.min())


def test_a_matrix_reads_as_before_its_channels_were_evened_out(network: SelectorNetwork, windows: list[Window]) -> None:
    weights = quantize(network, windows)
    for layer in ("attention.self.key", "intermediate.dense", "output.dense"):
        name = f"encoder.encoder.layer.1.{layer}.weight"
        original = network.state_dict()[name].numpy()
        assert np.abs(weights.array(name) - original).max() < 0.02 * np.abs(original).max()


def test_a_towering_channel_leaves_the_others_their_steps(network: SelectorNetwork, windows: list[Window]) -> None:
    norm = network.encoder.encoder.layer[0].attention.output.LayerNorm
    with torch.no_grad():
        norm.weight[5] = 400.0
    weights = quantize(network, windows)
    low, high = weights.input_range("encoder.encoder.layer.0.intermediate.dense") or (0.0, 0.0)
    assert high - low < 200
    factor = weights.input_factor("encoder.encoder.layer.0.intermediate.dense")
    assert factor is not None
    assert factor.argmax() == 5
