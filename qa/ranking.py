"""All sentences of the retrieved passages in one order."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields

from qa.evidence import Candidate, PassageScore
from qa.terms import content_stems, coverage
from qa.wording.asking import answer_type
from qa.wording.breadth import is_broad, tells_as_a_whole
from qa.wording.context import parts
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
    """What a sentence is worth besides its own words: weights of its signals, in the selector's logits.

    ``retrieval`` the fused score of its passage, relative to the best of this search (fused scores have no absolute
    meaning) · ``answerable`` the passage's own logit · ``covered`` share of the question's words in the sentence and
    the one before · ``kind`` whether it holds what a "how many", "when" or "who" asks for · ``whole`` a summary or
    bottom line, for a broad question · ``restated`` it only restates the claim · ``asking`` it is a question or
    announces what follows · ``opening`` it is the article's first, which sets out what will be checked.
    """

    retrieval: float = 0.0
    answerable: float = 0.0
    covered: float = 0.0
    kind: float = 0.0
    whole: float = 0.0
    restated: float = 0.0
    asking: float = 0.0
    opening: float = 0.0


SIGNALS = tuple(field.name for field in fields(Priors))


def signals_of(
    question: str, candidates: Sequence[Candidate], scores: Sequence[PassageScore]
) -> Iterator[tuple[Candidate, int, float, tuple[float, ...]]]:
    """Candidate, position, selector logit and signals (in the order of :data:`SIGNALS`) of every sentence."""
    best = max((candidate.hit.score for candidate in candidates), default=0.0) or 1.0
    asked = content_stems(parts(question)[0])
    broad = is_broad(question)
    for candidate, score in zip(candidates, scores, strict=True):
        article, passage = candidate.article, candidate.hit.passage
        whole = float(broad and tells_as_a_whole(passage.role))
        for n, logit in enumerate(score.sentences, passage.first):
            text = article.sentence_text(n)
            before = content_stems(article.sentence_text(n - 1)) if n else frozenset()
            signals = (
                candidate.hit.score / best,
                score.answerable,
                coverage(asked, content_stems(text) | before),
                answer_type(question, text),
                whole,
                float(only_restates(article, n)),
                float(opens(text)),
                float(n == 0),
            )
            yield candidate, n, logit, signals


def rank_sentences(
    question: str, candidates: Sequence[Candidate], scores: Sequence[PassageScore], priors: Priors
) -> Evidence:
    """Order the sentences of ``candidates`` by selector logit plus priors. "None" has logit 0 plus the full retrieval
    prior.
    """
    weights = astuple(priors)
    logits: dict[tuple[str, int], tuple[float, Candidate]] = {}
    for candidate, n, logit, signals in signals_of(question, candidates, scores):
        worth = logit + sum(weight * signal for weight, signal in zip(weights, signals, strict=True))
        key = (candidate.article.id, n)
        if key not in logits or logits[key][0] < worth:
            logits[key] = (worth, candidate)
    return Evidence(question, tuple(candidates), tuple(scores), _ranked(logits, none=priors.retrieval))


def _ranked(logits: Mapping[tuple[str, int], tuple[float, Candidate]], none: float) -> tuple[ScoredSentence, ...]:
    top = max([none, *(logit for logit, _ in logits.values())])
    mass = math.exp(none - top) + sum(math.exp(logit - top) for logit, _ in logits.values())
    scored = (ScoredSentence(c, n, logit, math.exp(logit - top) / mass) for (_, n), (logit, c) in logits.items())
    return tuple(sorted(scored, key=lambda sentence: (-sentence.logit, sentence.article_id, sentence.n)))
