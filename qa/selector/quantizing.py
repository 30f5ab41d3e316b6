"""A trained network becomes the file that is shipped: 8-bit matrices, and the range of every layer's input."""

from collections.abc import Iterable, Sequence
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from qa.selector import mpnet
from qa.selector.encoding import Window, collate
from qa.selector.network import SelectorNetwork
from qa.selector.weights import Quantized, Shape, Weights

_MEASURED = (".query", ".attention.output.dense", ".intermediate.dense", ".output.dense")
_TABLES = ("word_embeddings.weight", "sentence.0.weight", "answerable.0.weight")


def quantize(network: SelectorNetwork, windows: Sequence[Window], *, keep: float = 0.9999) -> Weights:
    """Weights for :meth:`Weights.save`. ``windows`` (a few hundred are enough) give the ranges; of each layer's inputs
    the share ``keep`` lies within its range.
    """
    ranges = _input_ranges(network, windows, keep)
    tensors: dict[str, NDArray[np.generic]] = {}
    for own, value in network.state_dict().items():
        name = mpnet.stored_name(own)
        array = value.detach().float().numpy()
        if _in_bytes(name):
            found = Quantized.of(array)
            tensors[name], tensors[f"{name}.scale"] = found.values, found.scales
        elif not name.endswith("position_ids"):
            tensors[name] = array.astype(np.float16)
    for layer, bounds in ranges.items():
        tensors[f"{layer}.range"] = np.array(bounds, np.float32)
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


def _input_ranges(network: SelectorNetwork, windows: Iterable[Window], keep: float) -> dict[str, tuple[float, float]]:
    samples: dict[str, list[tuple[float, float]]] = {}

    def note(layer: str, _: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        values = inputs[0].detach().float().flatten().numpy()
        low, high = np.quantile(values, [1 - keep, keep])
        samples.setdefault(layer, []).append((float(low), float(high)))

    linear = {mpnet.stored_name(f"{name}.")[:-1]: m for name, m in network.named_modules() if isinstance(m, nn.Linear)}
    hooks = [
        module.register_forward_pre_hook(partial(note, name))
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
        for hook in hooks:
            hook.remove()
    return {layer: (min(low for low, _ in found), max(high for _, high in found)) for layer, found in samples.items()}
