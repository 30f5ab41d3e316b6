"""A trained network becomes the file that is shipped: 8-bit matrices, and the range of every layer's input."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from qa.selector import mpnet
from qa.selector.encoding import Window, collate
from qa.selector.network import SelectorNetwork
from qa.selector.weights import Quantized, Shape, Weights, shared_input

_MEASURED = (".query", ".attention.output.dense", ".intermediate.dense", ".output.dense")
_GELU = ".output.dense"
_BEHIND_GELU = 0.75
_TABLES = ("word_embeddings.weight", "sentence.0.weight", "answerable.0.weight")


def quantize(network: SelectorNetwork, windows: Sequence[Window], *, keep: float = 1.0) -> Weights:
    """Weights for :meth:`Weights.save`. ``windows`` (a few hundred are enough) give the ranges; of each layer's inputs
    the share ``keep`` lies within its range.

    A few channels of an input are far larger than the others, which leaves the others few of the 256 steps. So channels
    are divided by a factor that goes into the matrix, half of the difference in size (Xiao et al. 2023, SmoothQuant),
    and more of it behind GELU, where single inputs tower. Cutting off the largest inputs costs more than it brings.
    """
    state = {mpnet.stored_name(name): value.detach().float().numpy() for name, value in network.state_dict().items()}
    factors = _factors(state, _largest_inputs(network, windows))
    ranges = _input_ranges(network, windows, factors, keep)
    tensors: dict[str, NDArray[np.generic]] = {}
    for name, array in state.items():
        if _in_bytes(name):
            factor = factors.get(shared_input(name.removesuffix(".weight")))
            found = Quantized.of(array if factor is None else array * factor)
            tensors[name], tensors[f"{name}.scale"] = found.values, found.scales
        elif not name.endswith("position_ids"):
            tensors[name] = array.astype(np.float16)
    for layer, bounds in ranges.items():
        tensors[f"{layer}.range"] = np.array(bounds, np.float32)
        tensors[f"{layer}.factor"] = factors[layer]
    config = network.encoder.config
    shape = Shape(
        hidden=config.hidden_size,
        layers=config.num_hidden_layers,
        heads=config.num_attention_heads,
        inner=config.intermediate_size,
        positions=config.max_position_embeddings,
        vocabulary=config.vocab_size,
        epsilon=config.layer_norm_eps,
        buckets=getattr(config, "relative_attention_num_buckets", 0),
    )
    return Weights(shape, tensors)


def _in_bytes(name: str) -> bool:
    return name.endswith(_TABLES) or (
        ".encoder.layer." in name
        and name.endswith(
            (
                "query.weight",
                "key.weight",
                "value.weight",
                "dense.weight",
            )
        )
    )


def _factors(
    state: Mapping[str, NDArray[np.float32]], largest: Mapping[str, NDArray[np.float32]]
) -> dict[str, NDArray[np.float32]]:
    """Per layer and channel: how much larger its inputs are, the rest being left to its weights."""
    columns: dict[str, NDArray[np.float32]] = {}
    for name, array in state.items():
        layer = shared_input(name.removesuffix(".weight"))
        if layer in largest and name.endswith(".weight"):
            found = np.abs(array).max(axis=0)
            columns[layer] = np.maximum(columns[layer], found) if layer in columns else found
    found = {}
    for layer, inputs in largest.items():
        share = _BEHIND_GELU if layer.endswith(_GELU) and ".attention." not in layer else 0.5
        sizes = np.maximum(inputs, 1e-5) ** share / np.maximum(columns[layer], 1e-5) ** (1 - share)
        found[layer] = sizes.astype(np.float32)
    return found


def _largest_inputs(network: SelectorNetwork, windows: Iterable[Window]) -> dict[str, NDArray[np.float32]]:
    largest: dict[str, NDArray[np.float32]] = {}

    def note(layer: str, values: NDArray[np.float32]) -> None:
        found = np.abs(values).max(axis=0)
        largest[layer] = np.maximum(largest[layer], found) if layer in largest else found

    _watch_inputs(network, windows, note)
    return largest


def _input_ranges(
    network: SelectorNetwork, windows: Iterable[Window], factors: Mapping[str, NDArray[np.float32]], keep: float
) -> dict[str, tuple[float, float]]:
    samples: dict[str, list[tuple[float, float]]] = {}

    def note(layer: str, values: NDArray[np.float32]) -> None:
        low, high = np.quantile(values / factors[layer], [1 - keep, keep])
        samples.setdefault(layer, []).append((float(low), float(high)))

    _watch_inputs(network, windows, note)
    return {layer: (min(low for low, _ in found), max(high for _, high in found)) for layer, found in samples.items()}


def _watch_inputs(
    network: SelectorNetwork, windows: Iterable[Window], note: Callable[[str, NDArray[np.float32]], None]
) -> None:
    """Calls ``note`` with a layer's name and its input, (tokens, channels), for each measured layer and window."""

    def hook(layer: str, _: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        note(layer, inputs[0].detach().float().flatten(0, -2).numpy())

    linear = {mpnet.stored_name(f"{name}.")[:-1]: m for name, m in network.named_modules() if isinstance(m, nn.Linear)}
    hooks = [
        module.register_forward_pre_hook(partial(hook, name))
        for name, module in linear.items()
        if name.startswith("encoder.encoder.layer.") and name.endswith(_MEASURED)
    ]
    network.eval()
    try:
        with torch.inference_mode():
            for window in windows:
                made = collate([window])
                network(*(torch.from_numpy(array) for array in (made.ids, made.types, made.mask, made.membership)))
    finally:
        for one in hooks:
            one.remove()
