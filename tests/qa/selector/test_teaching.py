import random
from pathlib import Path

import pytest
import torch

from qa.selector.encoding import Window
from qa.selector.network import SelectorNetwork
from qa.selector.teaching import TaughtGroups
from qa.selector.training import Group, Row, logits_of


@pytest.fixture
def groups(windows: list[Window]) -> list[Group]:
    return [tuple(Row(window, tuple(n == 0 for n in range(len(window.spans)))) for window in windows)]


def test_rows_carry_what_the_teacher_reads(network: SelectorNetwork, groups: list[Group]) -> None:
    (found,) = TaughtGroups(lambda rng: groups, network)(random.Random(1))
    for row, plain in zip(found, groups[0], strict=True):
        assert row.teacher is not None
        with torch.inference_mode():
            sentences, passages = logits_of(network, [row.window])
        assert row.gold == plain.gold
        assert row.teacher == pytest.approx((*sentences[0].tolist(), float(passages[0])), abs=0.05)


def test_a_window_is_read_once_even_over_runs(network: SelectorNetwork, groups: list[Group], tmp_path: Path) -> None:
    kept = tmp_path / "logits.pt"
    first = TaughtGroups(lambda rng: groups, network, kept)(random.Random(1))
    with torch.no_grad():
        network.answerable[2].bias.add_(9.0)  # a teacher that would now read otherwise
    assert TaughtGroups(lambda rng: groups, network, kept)(random.Random(2)) == first
