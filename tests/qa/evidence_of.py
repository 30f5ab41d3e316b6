"""Evidence for the tests: candidates and logits written out."""

from collections.abc import Mapping, Sequence

from corpus import Article
from index import Hit, Passage
from qa import Candidate, PassageScore
from qa.draft import Draft
from qa.ranking import Evidence, Priors, rank_sentences


def whole(article: Article, number: int = 0) -> Passage:
    """The article as one passage (a real one lies inside one section; rules don't look)."""
    last = len(article.sentences) - 1
    section = article.section_of(article.sentences[0].start)
    return Passage(
        f"{article.id}#{number}",
        article.id,
        section.heading,
        section.role,
        0,
        last,
        article.sentences[0].start,
        article.sentences[last].end,
    )


def evidence(
    *scored: tuple[Article, Mapping[int, float]], question: str = "q?", low: float = -9.0, priors: Priors | None = None
) -> Evidence:
    """One candidate an article; sentences not named have the logit ``low``."""
    candidates = [Candidate(article, Hit(whole(article), 1.0 / rank)) for rank, (article, _) in enumerate(scored, 1)]
    scores = [
        PassageScore(
            max(logits.values(), default=low), tuple(logits.get(n, low) for n in range(len(article.sentences)))
        )
        for article, logits in scored
    ]
    return rank_sentences(question, candidates, scores, priors or Priors())


def draft(
    article: Article, picked: Sequence[int], *, max_quotes: int = 3, logits: Mapping[int, float] | None = None
) -> Draft:
    """A draft with sentences ``picked`` of one article."""
    made = Draft.of(evidence((article, logits or dict.fromkeys(picked, 2.0))), max_quotes)
    for n in picked:
        made = made.add(article.id, n, "picking")
    return made


def positions(made: Draft, article_id: str = "a1") -> list[int]:
    return sorted(pick.n for pick in made.picks if pick.article_id == article_id)
