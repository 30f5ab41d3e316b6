"""The network: a transformer encoder with a head a sentence and a head a passage."""

import copy

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from qa.errors import SelectorError
from qa.selector import mpnet
from qa.selector.weights import Shape, Weights


class SelectorNetwork(nn.Module):  # type: ignore[misc]
    """Scores the sentences of a passage and whether the passage answers.

    ``encoder`` is a BERT of transformers, or an MPNet (which has no types of tokens); it reads question and passage
    together, so every sentence is judged in its context. A sentence is the mean of its token states beside the state of
    ``[CLS]``; "none of these answers" is a learned constant that all sentences compete with.
    """

    def __init__(self, encoder: nn.Module, hidden: int, *, reads_types: bool = True) -> None:
        super().__init__()
        self.encoder = encoder
        self.reads_types = reads_types
        self.sentence = nn.Sequential(nn.Linear(2 * hidden, hidden), nn.GELU(), nn.Linear(hidden, 1))
        self.answerable = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, 1))
        self.none = nn.Parameter(torch.zeros(()))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor, membership: Tensor) -> tuple[Tensor, Tensor]:
        """Sentence logits (rows, sentences), relative to "none", and passage logits (rows,); inputs as in ``Batch``."""
        if self.reads_types:
            read = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types)
        else:
            places = torch.arange(ids.shape[1]).expand_as(ids)
            read = self.encoder(input_ids=ids, attention_mask=mask, position_ids=places)
        return self.heads(read.last_hidden_state, membership)

    def heads(self, states: Tensor, membership: Tensor) -> tuple[Tensor, Tensor]:
        """The two heads over token states (rows, tokens, hidden)."""
        first = states[:, 0]
        means = membership.to(states.dtype) @ states
        pairs = torch.cat([means, first.unsqueeze(1).expand_as(means)], dim=-1)
        return self.sentence(pairs).squeeze(-1) - self.none, self.answerable(first).squeeze(-1)


def lower_layers(network: SelectorNetwork, n_layers: int) -> SelectorNetwork:
    """A copy of ``network`` with the lowest ``n_layers`` of its encoder, all of them free to learn, and its heads."""
    made = copy.deepcopy(network)
    made.requires_grad_(True)
    made.encoder.encoder.layer = made.encoder.encoder.layer[:n_layers]
    made.encoder.config.num_hidden_layers = n_layers
    return made


def network_of(weights: Weights) -> SelectorNetwork:
    """The network with ``weights`` in single precision. Raises :class:`SelectorError` where tensors are missing."""
    shape = weights.shape
    state = {name: torch.from_numpy(weights.array(name)) for name in weights.names}
    if shape.buckets:
        network = SelectorNetwork(mpnet.of_shape(shape), shape.hidden, reads_types=False)
        state = {mpnet.network_name(name): tensor for name, tensor in state.items()}
    else:
        network = SelectorNetwork(BertModel(config_of(shape), add_pooling_layer=False), shape.hidden)
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise SelectorError(f"the selector's weights do not fit its network: {error}") from error
    return network


def config_of(shape: Shape) -> BertConfig:
    """The configuration that transformers needs for an encoder of ``shape``."""
    return BertConfig(
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        vocab_size=shape.vocabulary,
        layer_norm_eps=shape.epsilon,
        attn_implementation="eager",
    )
