"""A small network reads every passage, and a larger one again the few that matter."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from qa.evidence import Candidate, PassageScore, Selector, with_sentences_of_both

# Passages read twice. A third brings no more right answers and takes as long as three by the small network.
_READ_TWICE = 2
# What the small network's opinion counts of the mean of both.
_SHARE = 0.35
# How far the sentences of the others stand back, in logits: what was read once is less sure.
_BEHIND = 1.5
# What the place in the search counts, in logits, where it is chosen what to read twice.
_PLACE = 5.0


class TwoStageSelector:
    """``first`` scores all candidates, ``second`` those two that seem to answer best, which then have the mean of both
    opinions: two networks err on different questions, so that their mean is better than either, in less time than the
    larger one takes for all.
    """

    def __init__(self, first: Selector, second: Selector) -> None:
        self.name = f"trained-{sha256(f'{first.name} {second.name}'.encode()).hexdigest()[:12]}"
        self._first = first
        self._second = second

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        """One score a candidate, in their order; it depends on what else is among them."""
        once = self._first.score(question, candidates)
        chosen = _most_likely(candidates, once)
        twice = self._second.score(question, [candidates[i] for i in chosen])
        scores = [_set_back(score) for score in once]
        for i, score in zip(chosen, twice, strict=True):
            scores[i] = _mean(once[i], score)
        return scores


def _most_likely(candidates: Sequence[Candidate], scores: Sequence[PassageScore]) -> list[int]:
    """Positions of the candidates to read again."""
    top = max((candidate.hit.score for candidate in candidates), default=0.0) or 1.0

    def promise(i: int) -> float:
        best = max(scores[i].sentences, default=0.0)
        return scores[i].answerable + best + _PLACE * candidates[i].hit.score / top

    return sorted(range(len(candidates)), key=promise, reverse=True)[:_READ_TWICE]


def _mean(one: PassageScore, other: PassageScore) -> PassageScore:
    answerable = _SHARE * one.answerable + (1 - _SHARE) * other.answerable
    return replace(with_sentences_of_both(one, other, share=_SHARE), answerable=answerable)


def _set_back(score: PassageScore) -> PassageScore:
    return replace(
        score, answerable=score.answerable - _BEHIND, sentences=tuple(logit - _BEHIND for logit in score.sentences)
    )
