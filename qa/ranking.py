"""All sentences of the retrieved passages in one order."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa.evidence import Candidate, PassageScore


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """Sentence ``n`` of an article. ``logit`` holds the retrieval prior; ``probability`` competes with all others and
    with "none".
    """

    candidate: Candidate
    n: int
    logit: float
    probability: float

    @property
    def article_id(self) -> str:
        return self.candidate.article.id

    @property
    def text(self) -> str:
        return self.candidate.article.sentence_text(self.n)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was retrieved for ``question``, how it scored, and its sentences, best first, each once."""

    question: str
    candidates: tuple[Candidate, ...]
    scores: tuple[PassageScore, ...]
    sentences: tuple[ScoredSentence, ...]

    def score_of(self, candidate: Candidate) -> PassageScore:
        return self.scores[self.candidates.index(candidate)]

    def sentence(self, article_id: str, n: int) -> ScoredSentence | None:
        """The scored sentence, or ``None`` if no retrieved passage holds it."""
        return next((s for s in self.sentences if s.n == n and s.article_id == article_id), None)


def rank_sentences(
    question: str, candidates: Sequence[Candidate], scores: Sequence[PassageScore], *, retrieval_weight: float
) -> Evidence:
    """Order the sentences of ``candidates`` by selector logit plus ``retrieval_weight`` times the fused score.

    Fused scores have no absolute meaning, so they enter relative to the best of this search (1 for the first hit).
    "None" has logit 0 plus the full prior.
    """
    best = max((candidate.hit.score for candidate in candidates), default=0.0) or 1.0
    logits: dict[tuple[str, int], tuple[float, Candidate]] = {}
    for candidate, score in zip(candidates, scores, strict=True):
        prior = retrieval_weight * candidate.hit.score / best
        for offset, logit in enumerate(score.sentences):
            key = (candidate.article.id, candidate.hit.passage.first + offset)
            if key not in logits or logits[key][0] < logit + prior:
                logits[key] = (logit + prior, candidate)
    top = max((logit for logit, _ in logits.values()), default=0.0)
    top = max(top, retrieval_weight)
    mass = sum(math.exp(logit - top) for logit, _ in logits.values()) + math.exp(retrieval_weight - top)
    ranked = sorted(
        (
            ScoredSentence(candidate, n, logit, math.exp(logit - top) / mass)
            for (_, n), (logit, candidate) in logits.items()
        ),
        key=lambda sentence: (-sentence.logit, sentence.article_id, sentence.n),
    )
    return Evidence(question, tuple(candidates), tuple(scores), tuple(ranked))
