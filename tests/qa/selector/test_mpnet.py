from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import MPNetConfig, MPNetModel
from transformers.models.mpnet.modeling_mpnet import MPNetEncoder

from qa.errors import SelectorError
from qa.selector import mpnet
from qa.selector.network import SelectorNetwork, lower_layers
from qa.selector.relative import buckets

OWN = ["<s>", "<pad>", "</s>", "<unk>", "[UNK]", "wall", "who", "pays", "##s", "<mask>"]
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "who", "pays", "wall", "##s"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tiny model with a vocabulary of its own order."""
    torch.manual_seed(5)
    config = MPNetConfig(
        vocab_size=len(OWN), hidden_size=16, num_hidden_layers=3, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=34,
    )  # fmt: skip
    MPNetModel(config, add_pooling_layer=False).save_pretrained(tmp_path)
    (tmp_path / "vocab.txt").write_text("\n".join(OWN) + "\n")
    return tmp_path


def test_pieces_in_another_order_read_the_same(folder: Path) -> None:
    text = ["[CLS]", "who", "pays", "[SEP]", "wall", "##s", "[SEP]"]
    ours = SelectorNetwork(mpnet.load(folder, PIECES), 16, reads_types=False).eval()
    theirs = MPNetModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager").eval()
    own = torch.tensor([[OWN.index({"[CLS]": "<s>", "[SEP]": "</s>"}.get(piece, piece)) for piece in text]])
    ids = torch.tensor([[PIECES.index(piece) for piece in text]])
    mask, membership = torch.ones_like(ids), torch.eye(len(text)).unsqueeze(0)
    with torch.inference_mode():
        expected = ours.heads(theirs(input_ids=own, attention_mask=mask).last_hidden_state, membership)
        found = ours(ids, torch.zeros_like(ids), mask, membership)
    torch.testing.assert_close(found[0], expected[0])
    torch.testing.assert_close(found[1], expected[1])


def test_another_vocabulary_is_refused(folder: Path) -> None:
    with pytest.raises(SelectorError, match="'mexico'"):
        mpnet.load(folder, [*PIECES, "mexico"])


def test_a_folder_without_the_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(SelectorError, match=str(tmp_path)):
        mpnet.load(tmp_path, PIECES)


def test_lower_layers_are_a_copy(folder: Path) -> None:
    whole = SelectorNetwork(mpnet.load(folder, PIECES), 16, reads_types=False)
    lower = lower_layers(whole, 2)
    assert len(lower.encoder.encoder.layer) == 2
    assert len(whole.encoder.encoder.layer) == 3
    with torch.no_grad():
        lower.encoder.encoder.layer[0].attention.attn.q.weight.zero_()
    assert whole.encoder.encoder.layer[0].attention.attn.q.weight.abs().sum() > 0


def test_names_go_to_the_file_and_back(relative_network: SelectorNetwork) -> None:
    names = list(relative_network.state_dict())
    assert [mpnet.network_name(mpnet.stored_name(name)) for name in names] == names
    assert any(mpnet.stored_name(name) != name for name in names)


def test_buckets_are_those_of_the_reference() -> None:
    place = torch.arange(300)
    expected = MPNetEncoder.relative_position_bucket(place[None] - place[:, None])
    np.testing.assert_array_equal(buckets(300, 32), expected.numpy())
