"""What the confidence is made of: numbers that say how well the evidence supports an answer."""

import re
from collections.abc import Mapping

from qa.draft import Draft
from qa.ranking import ScoredSentence
from qa.terms import content_stems, coverage, name_stems, numbers
from qa.wording.context import parts, words_of
from qa.wording.strangers import has_stranger

FEATURES = (
    "sentence",
    "answerable",
    "answerable_second",
    "margin",
    "covered_by_passage",
    "covered_by_article",
    "names_missing",
    "numbers_missing",
    "years_missing",
    "cosine",
    "agreement",
    "focus",
    "follow_up",
    "stranger",
)
"""Names of all features, in the order of a calibration's weights.

``sentence``, ``answerable`` selector logits of the best sentence and of the passage most likely to answer,
``answerable_second`` of the next · ``margin`` its lead over the best of
another article · ``covered_by_*`` share of the question's content stems · ``*_missing`` share of its names (in the
article) and numbers (in the article or its date) that are absent · ``cosine`` dense score of the passage ·
``agreement`` how high both rankings place it · ``focus`` share of the retrieved passages from its article ·
``follow_up`` whether context was added ·
``stranger`` whether the question names somebody whom the article does not.
The form of a question (short, yes or no, "how many") is left out: it tells how labelled questions were written, not
what the archive holds. So is whether the answer holds a number, a date, a name or a place where one is asked for:
near misses hold one as often as answers.
"""

FITTED = tuple(name for name in FEATURES if name != "names_missing")
"""Those that a new calibration weighs: ``stranger`` tells more than ``names_missing``, which earlier ones weigh."""

NEVER_AGAINST = frozenset({"covered_by_passage", "covered_by_article"})
"""Those that must not count against an answer. Near misses are written in their article's words, so beside a strong
selector covering would, which it does not where readers ask.
"""

# "The 1950s" is a decade: an article names its years.
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b(?!s)")


def features_of(draft: Draft, *, follow_up: bool) -> Mapping[str, float]:
    """All of :data:`FEATURES` for the draft's best sentence; all zero if nothing was retrieved."""
    evidence = draft.evidence
    if not evidence.sentences:
        return dict.fromkeys(FEATURES, 0.0)
    best = evidence.sentences[0]
    article, hit = best.candidate.article, best.candidate.hit
    question = evidence.question
    asked = content_stems(words_of(question))
    head = content_stems(f"{article.title} {hit.passage.heading} {article.claim or ''}")
    in_passage = head | content_stems(hit.passage.text_in(article))
    in_article = head | content_stems(article.text)
    asked_names = name_stems(question)
    # Of an earlier question's numbers only those are meant that are asked again.
    own, _ = parts(question)
    asked_numbers = numbers(own)
    asked_years = frozenset(_YEAR.findall(own))
    held_numbers = numbers(article.title) | numbers(article.text) | numbers(str(article.checked_on or ""))
    raw = evidence.score_of(best.candidate)
    answerable = sorted((score.answerable for score in evidence.scores), reverse=True)
    return {
        "sentence": raw.sentences[best.n - hit.passage.first],
        "answerable": answerable[0],
        "answerable_second": answerable[min(1, len(answerable) - 1)],
        "margin": _margin(evidence.sentences, best),
        "covered_by_passage": coverage(asked, in_passage),
        "covered_by_article": coverage(asked, in_article),
        "names_missing": 1.0 - coverage(asked_names, in_article),
        "numbers_missing": 1.0 - coverage(asked_numbers, held_numbers),
        "years_missing": 1.0 - coverage(asked_years, held_numbers),
        "cosine": hit.dense_score or 0.0,
        "agreement": sum(1.0 / rank for rank in (hit.dense_rank, hit.bm25_rank) if rank) / 2,
        "focus": sum(c.article.id == article.id for c in evidence.candidates) / len(evidence.candidates),
        "follow_up": float(follow_up),
        "stranger": float(has_stranger(question, in_article | content_stems(article.publisher))),
    }


def _margin(sentences: tuple[ScoredSentence, ...], best: ScoredSentence) -> float:
    other = next((s for s in sentences if s.article_id != best.article_id), None)
    return min(best.logit - other.logit, 8.0) if other else 8.0
