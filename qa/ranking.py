"""All sentences of the retrieved passages in one order."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus import Article
from qa.evidence import Candidate, PassageScore
from qa.wording.breadth import is_broad, tells_as_a_whole
from qa.wording.leaning import opens
from qa.wording.restating import only_restates


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


@dataclass(frozen=True, slots=True)
class Priors:
    """What a sentence is worth besides its words, in the selector's logits.

    ``retrieval`` times the fused score of its passage, relative to the best of this search (fused scores have no
    absolute meaning); ``whole`` if the question is broad and its section is a summary or bottom line; less ``restated``
    if it only restates the claim.
    """

    retrieval: float = 0.0
    whole: float = 0.0
    restated: float = 0.0
    asking: float = 0.0


def rank_sentences(
    question: str, candidates: Sequence[Candidate], scores: Sequence[PassageScore], priors: Priors
) -> Evidence:
    """Order the sentences of ``candidates`` by selector logit plus priors. "None" has logit 0 plus the full retrieval
    prior.
    """
    best = max((candidate.hit.score for candidate in candidates), default=0.0) or 1.0
    broad = is_broad(question)
    logits: dict[tuple[str, int], tuple[float, Candidate]] = {}
    for candidate, score in zip(candidates, scores, strict=True):
        passage = candidate.hit.passage
        prior = priors.retrieval * candidate.hit.score / best
        if broad and tells_as_a_whole(passage.role):
            prior += priors.whole
        for n, logit in enumerate(score.sentences, passage.first):
            worth = logit + prior - _discount(candidate.article, n, priors)
            key = (candidate.article.id, n)
            if key not in logits or logits[key][0] < worth:
                logits[key] = (worth, candidate)
    return Evidence(question, tuple(candidates), tuple(scores), _ranked(logits, none=priors.retrieval))


def _discount(article: Article, n: int, priors: Priors) -> float:
    restated = priors.restated if only_restates(article, n) else 0.0
    return restated + (priors.asking if opens(article.sentence_text(n)) else 0.0)


def _ranked(logits: Mapping[tuple[str, int], tuple[float, Candidate]], none: float) -> tuple[ScoredSentence, ...]:
    top = max([none, *(logit for logit, _ in logits.values())])
    mass = math.exp(none - top) + sum(math.exp(logit - top) for logit, _ in logits.values())
    scored = (ScoredSentence(c, n, logit, math.exp(logit - top) / mass) for (_, n), (logit, c) in logits.items())
    return tuple(sorted(scored, key=lambda sentence: (-sentence.logit, sentence.article_id, sentence.n)))
