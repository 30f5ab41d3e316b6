"""The training loop: groups of windows in, a trained network out, resumable from its last checkpoint."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from qa.selector.encoding import Window, collate
from qa.selector.network import SelectorNetwork

_ROWS_AT_ONCE = 6
# Lengths are rounded up to this: kernels are made anew for every other length, which takes as long as the products.
_TOKEN_STEP = 16


@dataclass(frozen=True, slots=True)
class Row:
    """A window and its labels: ``gold`` says of each sentence whether it answers.

    ``teacher`` holds a larger network's sentence logits and, last, its passage logit, where they are known.
    """

    window: Window
    gold: tuple[bool, ...]
    teacher: tuple[float, ...] | None = None

    @property
    def answers(self) -> bool:
        return any(self.gold)


Group = tuple[Row, ...]
"""The windows of one question; their sentences compete with each other and with "none"."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: ``batch`` groups a step, two rates of learning, and what the labels and a teacher count."""

    epochs: int
    batch: int
    encoder_rate: float
    head_rate: float = 5e-4
    seed: int = 0
    checkpoint: Path | None = None
    checkpoint_every_s: float = 120.0
    workers: int = 2
    teacher_weight: float = 0.0
    label_weight: float = 1.0
    near_miss_weight: float = 0.0


def group_loss(sentence_logits: Tensor, passage_logits: Tensor, group: Group, near_miss_weight: float = 0.0) -> Tensor:
    """Marginal likelihood of the answering sentences; answerability of each passage, and of the best one: that is what
    refusing goes by. ``near_miss_weight`` is how much a question without an answer teaches the sentence head that none
    of them answers; the passage head always learns from it. In a small encoder that costs ranking.
    """
    answers = torch.tensor([float(row.answers) for row in group])
    loss = F.binary_cross_entropy_with_logits(passage_logits, answers)
    loss = loss + F.binary_cross_entropy_with_logits(passage_logits.max(), answers.max())
    if any(row.answers for row in group):
        flat = torch.cat([sentence_logits[i, : len(row.gold)] for i, row in enumerate(group)])
        gold = torch.tensor([g for row in group for g in row.gold])
        everything = torch.logsumexp(torch.cat([flat, flat.new_zeros(1)]), 0)
        loss = loss + everything - torch.logsumexp(flat[gold], 0)
    elif near_miss_weight:
        flat = torch.cat([sentence_logits[i, : len(row.gold)] for i, row in enumerate(group)])
        loss = loss + near_miss_weight * torch.logsumexp(torch.cat([flat, flat.new_zeros(1)]), 0)
    return loss


def distillation_loss(sentence_logits: Tensor, passage_logits: Tensor, group: Group) -> Tensor:
    """How far a student is from its teacher: KL over the group's sentences and "none", squared error of the logits."""
    known = [(i, row, row.teacher) for i, row in enumerate(group) if row.teacher is not None]
    if not known:
        return sentence_logits.new_zeros(())
    student = torch.cat([sentence_logits[i, : len(row.gold)] for i, row, _ in known])
    teacher = torch.tensor([logit for _, _, logits in known for logit in logits[:-1]])
    passage = torch.tensor([logits[-1] for _, _, logits in known])
    none = student.new_zeros(1)
    kl = F.kl_div(
        F.log_softmax(torch.cat([student, none]), 0), F.softmax(torch.cat([teacher, none]), 0), reduction="sum"
    )
    chosen = passage_logits[torch.tensor([i for i, _, _ in known])]
    return kl + 0.05 * F.mse_loss(student, teacher) + 0.05 * F.mse_loss(chosen, passage)


def batches(groups: Sequence[Group], size: int, rng: random.Random) -> Iterator[list[Group]]:
    """Random batches whose windows have about one length, so that little is padding."""
    order = list(range(len(groups)))
    rng.shuffle(order)
    found: list[list[Group]] = []
    for start in range(0, len(order), size * 24):
        chunk = sorted(order[start : start + size * 24], key=lambda i: max(len(row.window) for row in groups[i]))
        found.extend([groups[i] for i in chunk[at : at + size]] for at in range(0, len(chunk), size))
    rng.shuffle(found)
    yield from found


def train(
    network: SelectorNetwork,
    groups_of: Callable[[random.Random], Sequence[Group]],
    plan: Plan,
    *,
    report: Callable[[str], None],
) -> SelectorNetwork:
    """Train in place with AdamW, bf16 autocast where the processor has it, 6 % warm-up and a cosine rate.

    Resumes from ``plan.checkpoint``.
    ``groups_of`` makes an epoch's groups (negatives are drawn anew each epoch).
    """
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}], weight_decay=0.01
    )
    done = _resume(network, optimizer, plan)
    total = -(-len(groups_of(random.Random(plan.seed))) // plan.batch) * plan.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step + done, total))
    pool = ThreadPoolExecutor(plan.workers)
    network.eval()  # no dropout: with so few steps it costs more than it brings
    step, saved, started, rows, seen = 0, time.monotonic(), time.monotonic(), 0, 0.0
    for epoch in range(plan.epochs):
        rng = random.Random(plan.seed + epoch)
        for batch in batches(groups_of(rng), plan.batch, rng):
            step += 1
            if step <= done:
                continue
            optimizer.zero_grad()
            loss = _step(network, batch, plan, pool)
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            rows += sum(len(group) for group in batch)
            seen = 0.97 * seen + 0.03 * loss if seen else loss
            if step % 20 == 0:
                pace = rows / (time.monotonic() - started)
                report(f"step {step}/{total} loss {seen:.3f} ({pace:.1f} windows/s)")
            if plan.checkpoint and time.monotonic() - saved > plan.checkpoint_every_s:
                _save(network, optimizer, step, plan.checkpoint)
                saved = time.monotonic()
    if plan.checkpoint:
        _save(network, optimizer, step, plan.checkpoint)
    return network


def _step(network: SelectorNetwork, batch: Sequence[Group], plan: Plan, pool: ThreadPoolExecutor) -> float:
    """Adds the batch's gradients; returns its loss. Each core takes a share of its own: that needs one rendezvous a
    step where splitting every operation over the cores needs hundreds, which is slow as soon as others use the machine.
    """
    by_length = sorted(batch, key=lambda group: sum(len(row.window) for row in group))
    shares = [share for n in range(plan.workers) if (share := by_length[n :: plan.workers])]
    return sum(pool.map(lambda share: _backward(network, share, plan, len(batch)), shares))


def _backward(network: SelectorNetwork, groups: Sequence[Group], plan: Plan, n_batch: int) -> float:
    sentences, passages = logits_of(network, [row.window for group in groups for row in group])
    losses, at = [], 0
    for group in groups:
        of_group = (sentences[at : at + len(group)], passages[at : at + len(group)], group)
        at += len(group)
        loss = plan.label_weight * group_loss(*of_group, plan.near_miss_weight)
        if plan.teacher_weight:
            loss = loss + plan.teacher_weight * distillation_loss(*of_group)
        losses.append(loss)
    total = torch.stack(losses).sum() / n_batch
    total.backward()
    return float(total.detach())


def logits_of(network: SelectorNetwork, windows: Sequence[Window]) -> tuple[Tensor, Tensor]:
    """Sentence and passage logits in the windows' order; parts of about one length are read together: less padding."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i]))
    most = max(len(window.spans) for window in windows)
    sentences, passages = [], []
    for at in range(0, len(order), _ROWS_AT_ONCE):
        made = collate([windows[i] for i in order[at : at + _ROWS_AT_ONCE]], token_multiple=_TOKEN_STEP)
        with torch.autocast("cpu", torch.bfloat16, enabled=_has_bfloat16()):
            found = network(*map(torch.from_numpy, (made.ids, made.types, made.mask, made.membership)))
        sentences.append(F.pad(found[0].float(), (0, most - found[0].shape[1])))
        passages.append(found[1].float())
    back = torch.tensor(order).argsort()
    return torch.cat(sentences)[back], torch.cat(passages)[back]


@cache
def _has_bfloat16() -> bool:
    """Whether the processor multiplies in bf16 faster than in single precision."""
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _rate(step: int, total: int) -> float:
    warm = max(1, round(0.06 * total))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm) / max(1, total - warm))))


def _save(network: SelectorNetwork, optimizer: torch.optim.Optimizer, step: int, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, partial)
    partial.replace(path)


def _resume(network: SelectorNetwork, optimizer: torch.optim.Optimizer, plan: Plan) -> int:
    if plan.checkpoint is None or not plan.checkpoint.exists():
        return 0
    state = torch.load(plan.checkpoint, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])
