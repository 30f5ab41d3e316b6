"""all-mpnet-base-v2 as the selector's encoder, whole (the teacher) or its lower layers (the student).

It reads the word pieces of ``bert-base-uncased``, as the packaged tokenizer makes them: MPNet's own vocabulary is the
same one behind a few special tokens, so that rows of its word table are put into that order.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn
from transformers import MPNetConfig, MPNetModel

from qa.errors import SelectorError
from qa.selector.weights import Shape

_FIRST_POSITION = 2
_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
# The file keeps a layer's parts under the names that BERT has for them.
_PARTS = (
    (".attention.attn.q.", ".attention.self.query."),
    (".attention.attn.k.", ".attention.self.key."),
    (".attention.attn.v.", ".attention.self.value."),
    (".attention.attn.o.", ".attention.output.dense."),
    (".attention.LayerNorm.", ".attention.output.LayerNorm."),
)


def load(folder: Path, pieces: Sequence[str], *, n_layers: int = 12) -> MPNetModel:
    """The lowest ``n_layers`` of the model in ``folder``, reading ids of ``pieces`` (a tokenizer's, in their order).

    Raises :class:`SelectorError` if the folder holds no such model or a piece is unknown to it.
    """
    try:
        own = {piece: row for row, piece in enumerate((folder / "vocab.txt").read_text().splitlines())}
        model = MPNetModel.from_pretrained(str(folder), add_pooling_layer=False, attn_implementation="eager")
    except (OSError, ValueError) as error:
        raise SelectorError(f"{folder} does not hold all-mpnet-base-v2: {error}") from error
    missing = [piece for piece in pieces if _SPECIAL.get(piece, piece) not in own]
    if missing:
        raise SelectorError(f"{folder} is a model with another vocabulary: it has no {missing[0]!r}")
    rows = torch.tensor([own[_SPECIAL.get(piece, piece)] for piece in pieces])
    embeddings = model.embeddings
    embeddings.word_embeddings = nn.Embedding.from_pretrained(embeddings.word_embeddings.weight[rows], freeze=False)
    positions = embeddings.position_embeddings.weight[_FIRST_POSITION:]
    embeddings.position_embeddings = nn.Embedding.from_pretrained(positions.clone(), freeze=False)
    model.encoder.layer = model.encoder.layer[:n_layers]
    config = model.config
    config.num_hidden_layers = n_layers
    config.vocab_size, config.max_position_embeddings = len(rows), len(positions)
    return model


def of_shape(shape: Shape) -> MPNetModel:
    """An encoder of ``shape`` with no weights yet."""
    config = MPNetConfig(
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        vocab_size=shape.vocabulary,
        layer_norm_eps=shape.epsilon,
        relative_attention_num_buckets=shape.buckets,
    )
    return MPNetModel(config, add_pooling_layer=False)


def stored_name(name: str) -> str:
    """The name in the file of the network's parameter ``name``."""
    for own, stored in _PARTS:
        name = name.replace(own, stored)
    return name


def network_name(name: str) -> str:
    """The network's name of a parameter that the file calls ``name``; the inverse of :func:`stored_name`."""
    for own, stored in _PARTS:
        name = name.replace(stored, own)
    return name
