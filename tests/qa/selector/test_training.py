import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from qa.selector.encoding import PassageEncoder
from qa.selector.network import SelectorNetwork
from qa.selector.training import Group, Plan, Row, batches, distillation_loss, group_loss, logits_of, train


@pytest.fixture
def groups(encoder: PassageEncoder) -> list[Group]:
    """The sentence with "congress" answers every question but those about Mexico, which nothing answers."""
    made: list[Group] = []
    for n, year in enumerate(["2019", "2020"] * 4):
        passages = [
            ["mexico did not pay .", f"congress paid in {year} .", "the court says so ."],
            ["taxes .", f"the border fence {year} ."],
        ]
        near_miss = n % 4 == 3
        question = "mexico ?" if near_miss else "who pays for the wall ?"
        rows = []
        for text in passages:
            (window,) = encoder.windows(question, "title", "", text)
            rows.append(Row(window, tuple(not near_miss and "congress" in sentence for sentence in text)))
        made.append(tuple(rows))
    return made


PLAN = Plan(epochs=12, batch=4, encoder_rate=1e-3, head_rate=5e-3, seed=1)


def run(
    network: SelectorNetwork,
    groups: list[Group],
    plan: Plan = PLAN,
    report: Callable[[str], None] = lambda line: None,
) -> None:
    train(network, lambda rng: groups, plan, report=report)


def logits(network: SelectorNetwork, group: Group) -> tuple[torch.Tensor, torch.Tensor]:
    from qa.selector.encoding import collate

    batch = collate([row.window for row in group])
    with torch.inference_mode():
        found: tuple[torch.Tensor, torch.Tensor] = network(
            *map(torch.from_numpy, (batch.ids, batch.types, batch.mask, batch.membership))
        )
    return found


def test_training_learns_which_sentence_answers_and_which_question_none(
    network: SelectorNetwork, groups: list[Group]
) -> None:
    run(network, groups, replace(PLAN, epochs=60, encoder_rate=3e-3))
    sentences, passages = logits(network, groups[0])
    assert int(sentences[0, :3].argmax()) == 1
    assert passages[0] > passages[1]
    assert passages[0] > logits(network, groups[3])[1].max()


def test_a_run_cut_off_and_resumed_ends_like_one_that_was_not(
    network: SelectorNetwork, groups: list[Group], tmp_path: Path
) -> None:
    start = {name: value.clone() for name, value in network.state_dict().items()}
    run(network, groups)
    whole = network.state_dict()["sentence.0.weight"].clone()

    network.load_state_dict(start)
    kept = replace(PLAN, checkpoint=tmp_path / "run.ckpt", checkpoint_every_s=0.0)
    cut_off = 0

    def fail(line: str) -> None:
        nonlocal cut_off
        cut_off += 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(network, groups, kept, fail)
    network.load_state_dict(start)
    run(network, groups, kept)
    assert cut_off == 1
    torch.testing.assert_close(network.state_dict()["sentence.0.weight"], whole, rtol=1e-3, atol=1e-4)


def test_the_number_of_workers_does_not_change_the_gradient(network: SelectorNetwork, groups: list[Group]) -> None:
    start = {name: value.clone() for name, value in network.state_dict().items()}
    found = []
    for workers in (1, 2):
        network.load_state_dict(start)
        run(network, groups, replace(PLAN, epochs=1, workers=workers))
        found.append(network.state_dict()["answerable.0.weight"].clone())
    torch.testing.assert_close(found[0], found[1], rtol=0.05, atol=2e-3)


def test_a_near_miss_trains_the_passage_head_alone(groups: list[Group]) -> None:
    near_miss = groups[3]
    sentences = torch.zeros(2, 3, requires_grad=True)
    passages = torch.zeros(2, requires_grad=True)
    group_loss(sentences, passages, near_miss).backward()
    assert sentences.grad is None
    assert passages.grad is not None
    assert (passages.grad > 0).all()


def test_a_near_miss_may_teach_that_no_sentence_answers(groups: list[Group]) -> None:
    sentences = torch.zeros(2, 3, requires_grad=True)
    group_loss(sentences, torch.zeros(2), groups[3], near_miss_weight=0.5).backward()
    assert sentences.grad is not None
    assert (sentences.grad[0] > 0).all()


def test_windows_read_in_parts_keep_their_order(network: SelectorNetwork, groups: list[Group]) -> None:
    windows = [row.window for group in groups for row in group]
    together = logits_of(network, windows)
    for row, window in enumerate(windows):
        sentences, passages = logits_of(network, [window])
        n = len(window.spans)
        torch.testing.assert_close(together[0][row, :n], sentences[0, :n], rtol=0.05, atol=0.02)
        torch.testing.assert_close(together[1][row], passages[0], rtol=0.05, atol=0.02)


def test_the_loss_falls_as_the_answer_rises(groups: list[Group]) -> None:
    flat = torch.zeros(2, 3)
    better = flat.clone()
    better[0, 1] = 3.0
    passages = torch.tensor([2.0, -2.0])
    assert group_loss(better, passages, groups[0]) < group_loss(flat, passages, groups[0])
    assert group_loss(flat, passages, groups[0]) < group_loss(flat, -passages, groups[0])


def test_a_student_that_agrees_with_its_teacher_has_nothing_to_learn(groups: list[Group]) -> None:
    taught = tuple(replace(row, teacher=(*[0.5 * n for n in range(len(row.gold))], 1.0)) for row in groups[0])
    sentences = torch.tensor([[0.0, 0.5, 1.0], [0.0, 0.5, 9.0]])  # the 9 is padding
    passages = torch.tensor([1.0, 1.0])
    assert distillation_loss(sentences, passages, taught).item() == pytest.approx(0, abs=1e-6)
    assert distillation_loss(sentences.flip(1), passages, taught).item() > 0.01
    assert distillation_loss(sentences, passages, groups[0]).item() == 0


def test_batches_hold_every_group_once(groups: list[Group]) -> None:
    found = [id(group) for batch in batches(groups, 3, random.Random(2)) for group in batch]
    assert sorted(found) == sorted(map(id, groups))
