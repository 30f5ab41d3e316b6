"""The selector's network as an OpenVINO graph, built from its weights: no torch is loaded to answer."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import openvino.opset13 as op
from openvino import Model, Type

from qa.selector.relative import buckets
from qa.selector.weights import Weights

_QKV = ("attention.self.query", "attention.self.key", "attention.self.value")


def build(weights: Weights, *, in_bytes: bool = True) -> Model:
    """A BERT or MPNet encoder and the selector's two heads.

    Inputs ``ids``, ``types``, ``mask`` (rows, tokens; i64) and ``membership`` (rows, sentences, tokens; f32); outputs
    sentence logits (rows, sentences) and passage logits (rows,), as of :class:`qa.selector.network.SelectorNetwork`.
    Layers whose inputs have a known range are computed in 8 bits, unless ``in_bytes`` is false.
    """
    return _Builder(weights, in_bytes).model()


@dataclass(frozen=True, slots=True)
class _Builder:
    weights: Weights
    in_bytes: bool

    def model(self) -> Model:
        ids, types, mask = (op.parameter([-1, -1], Type.i64, name=name) for name in ("ids", "types", "mask"))
        membership = op.parameter([-1, -1, -1], Type.f32, name="membership")
        states = self._embeddings(ids, types)
        visible = op.convert(op.unsqueeze(op.unsqueeze(mask, 1), 1), "f32")
        additive = op.multiply(op.subtract(visible, np.float32(1)), np.float32(10_000))
        if self.weights.shape.buckets:
            additive = op.add(additive, self._distances(ids))
        for layer in range(self.weights.shape.layers):
            states = self._layer(states, additive, f"encoder.encoder.layer.{layer}.")
        first = op.gather(states, np.int64(0), np.int64(1))
        means = op.matmul(membership, states, False, False)
        every = op.broadcast(op.unsqueeze(first, 1), op.shape_of(means))
        pairs = op.concat([means, every], 2)
        sentences = op.subtract(op.squeeze(self._head(pairs, "sentence"), [2]), self.weights.array("none"))
        passages = op.squeeze(self._head(first, "answerable"), [1])
        return Model([sentences, passages], [ids, types, mask, membership], "selector")

    def _embeddings(self, ids: Any, types: Any) -> Any:
        prefix = "encoder.embeddings."
        positions = self._positions(ids)
        found = self._rows(f"{prefix}word_embeddings", ids)
        if f"{prefix}token_type_embeddings.weight" in self.weights.tensors:
            found = op.add(found, self._rows(f"{prefix}token_type_embeddings", types))
        found = op.add(found, op.unsqueeze(self._rows(f"{prefix}position_embeddings", positions), 0))
        return self._normalized(found, f"{prefix}LayerNorm")

    def _positions(self, ids: Any) -> Any:
        n_tokens = op.gather(op.shape_of(ids), np.int64(1), np.int64(0))
        return op.range(np.int64(0), n_tokens, np.int64(1), "i64")

    def _distances(self, ids: Any) -> Any:
        """What distance adds to attention, (1, heads, tokens, tokens)."""
        shape, positions = self.weights.shape, self._positions(ids)
        of_pair = op.constant(buckets(shape.positions, shape.buckets))
        of_pair = op.gather(op.gather(of_pair, positions, np.int64(0)), positions, np.int64(1))
        added = self._rows("encoder.encoder.relative_attention_bias", of_pair)
        return op.unsqueeze(op.transpose(added, np.array([2, 0, 1])), 0)

    def _rows(self, name: str, rows: Any) -> Any:
        """Rows of an embedding table; of a table in 8 bits each row has a scale."""
        table = self.weights.quantized(f"{name}.weight")
        if table is None:
            return op.gather(self.weights.array(f"{name}.weight"), rows, np.int64(0))
        values = op.convert(op.gather(op.constant(table.values), rows, np.int64(0)), "f32")
        return op.multiply(values, op.gather(table.scales[:, None], rows, np.int64(0)))

    def _layer(self, states: Any, mask: Any, prefix: str) -> Any:
        shape = self.weights.shape
        # Query, key and value in one product: (rows, tokens, 3, heads, size) to three of (rows, heads, tokens, size).
        joint = self._linear(states, *(prefix + name for name in _QKV))
        joint = op.reshape(joint, np.array([0, 0, 3, shape.heads, shape.hidden // shape.heads]), True)
        joint = op.transpose(joint, np.array([2, 0, 3, 1, 4]))
        query, key, value = (op.squeeze(part, [0]) for part in op.split(joint, 0, 3).outputs())
        scale = np.float32(1 / math.sqrt(shape.hidden // shape.heads))
        mixed = op.scaled_dot_product_attention(query, key, value, mask, scale)
        mixed = op.reshape(op.transpose(mixed, np.array([0, 2, 1, 3])), np.array([0, 0, shape.hidden]), True)
        attended = op.add(self._linear(mixed, f"{prefix}attention.output.dense"), states)
        attended = self._normalized(attended, f"{prefix}attention.output.LayerNorm")
        inner = op.gelu(self._linear(attended, f"{prefix}intermediate.dense"), "erf")
        outer = op.add(self._linear(inner, f"{prefix}output.dense"), attended)
        return self._normalized(outer, f"{prefix}output.LayerNorm")

    def _linear(self, states: Any, *names: str) -> Any:
        """One product for all layers ``names``, which share their input (and its range)."""
        bias = np.concatenate([self.weights.array(f"{name}.bias") for name in names])
        tables = [self.weights.quantized(f"{name}.weight") for name in names]
        bounds = self.weights.input_range(names[0])
        if bounds is None or not self.in_bytes or any(table is None for table in tables):
            matrix: Any = np.concatenate([self.weights.array(f"{name}.weight") for name in names])
        else:
            low, high = bounds
            factor = self.weights.input_factor(names[0])
            if factor is not None:
                states = op.multiply(states, 1 / factor)
            states = op.fake_quantize(states, low, high, low, high, 256)
            values = np.concatenate([table.values for table in tables if table is not None])
            scales = np.concatenate([table.scales for table in tables if table is not None])
            matrix = op.multiply(op.convert(op.constant(values), "f32"), scales[:, None])
        return op.add(op.matmul(states, matrix, False, True), bias)

    def _head(self, states: Any, name: str) -> Any:
        inner = op.gelu(self._plain(states, f"{name}.0"), "erf")
        return self._plain(inner, f"{name}.2")

    def _plain(self, states: Any, name: str) -> Any:
        product = op.matmul(states, self.weights.array(f"{name}.weight"), False, True)
        return op.add(product, self.weights.array(f"{name}.bias"))

    def _normalized(self, states: Any, name: str) -> Any:
        centred = op.mvn(states, np.array([-1]), True, self.weights.shape.epsilon, "inside_sqrt")
        return op.add(op.multiply(centred, self.weights.array(f"{name}.weight")), self.weights.array(f"{name}.bias"))
