"""How well a selector picks, by the passages that retrieval brings: printed after training, and by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from index import SearchEngine
from qa.evidence import Candidate, Selector
from qa.ranking import Priors, rank_sentences
from qa.selector.questions import TrainingQuestion
from qa.statistics import auroc


@dataclass(frozen=True, slots=True)
class Quality:
    """``hit`` at 1, 2 and 3 best sentences over the questions that have an answer; ``auroc`` of the best passage logit
    of these against near misses.
    """

    hit: tuple[float, float, float]
    auroc: float
    n_answerable: int
    n_near_miss: int

    def __str__(self) -> str:
        hits = " ".join(f"hit@{k} {value:.3f}" for k, value in enumerate(self.hit, 1))
        return f"{hits} AUROC {self.auroc:.3f} ({self.n_answerable} answerable, {self.n_near_miss} near misses)"


def measure(
    selector: Selector,
    engine: SearchEngine,
    questions: Iterable[TrainingQuestion],
    *,
    retrieval_weight: float = 5.0,
    n_passages: int = 8,
) -> Quality:
    """Quality of ``selector`` over ``questions``; one of the sentences of an answer is enough for a hit."""
    hits: list[tuple[bool, bool, bool]] = []
    answerable: list[float] = []
    near_miss: list[float] = []
    for question in questions:
        found = engine.retrieve(question.text, limit=n_passages).hits
        articles = ((engine.article(hit.passage.article_id), hit) for hit in found)
        candidates = [Candidate(article, hit) for article, hit in articles if article is not None]
        scores = selector.score(question.text, candidates)
        confidence = max((score.answerable for score in scores), default=float("-inf"))
        if question.near_miss:
            near_miss.append(confidence)
            continue
        answerable.append(confidence)
        best = rank_sentences(question.text, candidates, scores, Priors(retrieval=retrieval_weight)).sentences[:3]
        right = [s.article_id == question.article_id and s.n in question.answers for s in best]
        hits.append((any(right[:1]), any(right[:2]), any(right)))
    shares = tuple(sum(hit[k] for hit in hits) / max(1, len(hits)) for k in range(3))
    return Quality((shares[0], shares[1], shares[2]), auroc(answerable, near_miss), len(answerable), len(near_miss))
