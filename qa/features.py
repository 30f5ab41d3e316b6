"""What the confidence is made of: numbers that say how well the evidence supports an answer."""

import math
import re
from collections.abc import Mapping

from qa.draft import Draft
from qa.ranking import ScoredSentence
from qa.terms import content_stems, coverage, name_stems, numbers, words

FEATURES = (
    "sentence",
    "answerable",
    "margin",
    "covered_by_passage",
    "covered_by_article",
    "names_missing",
    "numbers_missing",
    "years_missing",
    "cosine",
    "agreement",
    "focus",
    "answer_type",
    "short_question",
    "yes_no",
    "follow_up",
)
"""Names of the features, in the order of a calibration's weights.

``sentence``, ``answerable`` selector logits of the best sentence and its passage · ``margin`` its lead over the best of
another article · ``covered_by_*`` share of the question's content stems · ``*_missing`` share of its names (in the
article) and numbers (in the article or its date) that are absent · ``cosine`` dense score of the passage ·
``agreement`` how high both rankings place it · ``focus`` share of the retrieved passages from its article ·
``answer_type`` 1 if the picks hold what a "how many", "when" or "who" asks for, 0 if not, 0.5 if nothing certain is
asked for · ``short_question``, ``yes_no``, ``follow_up`` the form of the question.
"""

# "The 1950s" is a decade: an article names its years.
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b(?!s)")
_AUXILIARY = r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)(?:n['’]t)?"
_YES_NO = re.compile(
    rf"^\W*{_AUXILIARY}\b|[,.?!:–—-]\s+(?:so |and )?{_AUXILIARY}\b[^?]*\?\s*$|\b(?:true|right|real|correct|fact|hoax|"
    rf"anything to (?:it|that|this))\W*$",
    re.IGNORECASE,
)
_ASKS_NUMBER = re.compile(
    r"\b(?:how (?:many|much|old|far|long|big|large|often|high|tall)|what (?:share|percentage|percent|number|amount|"
    r"year|age))\b",
    re.IGNORECASE,
)
_ASKS_TIME = re.compile(r"\b(?:when|what (?:year|date|day|month)|which (?:year|date|day|month))\b", re.IGNORECASE)
_ASKS_NAME = re.compile(r"\b(?:who|whom|whose|where|which)\b", re.IGNORECASE)
_NUMBER_WORD = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|"
    r"ninety|hundred|thousand|million|billion|trillion|half|third|quarter|dozen|none|no|twice|double|daily|weekly|"
    r"monthly|annual)",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    r"\b(?:[12]\d{3}|jan(?:uary|\.)|feb(?:ruary|\.)|march|april|may|june|july|aug(?:ust|\.)|sept(?:ember|\.)|"
    r"oct(?:ober|\.)|"
    r"nov(?:ember|\.)|dec(?:ember|\.)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|week|"
    r"month|year|"
    r"century|decade|\d+(?:st|nd|rd|th))",
    re.IGNORECASE,
)


def features_of(draft: Draft, *, follow_up: bool) -> Mapping[str, float]:
    """All of :data:`FEATURES` for the draft's best sentence; all zero if nothing was retrieved."""
    evidence = draft.evidence
    if not evidence.sentences:
        return dict.fromkeys(FEATURES, 0.0)
    best = evidence.sentences[0]
    article, hit = best.candidate.article, best.candidate.hit
    question = evidence.question
    asked = content_stems(question)
    head = content_stems(f"{article.title} {hit.passage.heading} {article.claim or ''}")
    in_passage = head | content_stems(hit.passage.text_in(article))
    in_article = head | content_stems(article.text)
    asked_names = name_stems(question)
    asked_numbers = numbers(question)
    asked_years = frozenset(_YEAR.findall(question))
    held_numbers = numbers(article.title) | numbers(article.text) | numbers(str(article.checked_on or ""))
    answer = " ".join(draft.articles[p.article_id].sentence_text(p.n) for p in draft.picks) or best.text
    raw = evidence.score_of(best.candidate)
    return {
        "sentence": raw.sentences[best.n - hit.passage.first],
        "answerable": raw.answerable,
        "margin": _margin(evidence.sentences, best),
        "covered_by_passage": coverage(asked, in_passage),
        "covered_by_article": coverage(asked, in_article),
        "names_missing": 1.0 - coverage(asked_names, in_article),
        "numbers_missing": 1.0 - coverage(asked_numbers, held_numbers),
        "years_missing": 1.0 - coverage(asked_years, held_numbers),
        "cosine": hit.dense_score or 0.0,
        "agreement": sum(1.0 / rank for rank in (hit.dense_rank, hit.bm25_rank) if rank) / 2,
        "focus": sum(c.article.id == article.id for c in evidence.candidates) / len(evidence.candidates),
        "answer_type": answer_type(question, answer),
        "short_question": 1.0 / math.sqrt(max(len(asked), 1)),
        "yes_no": float(bool(_YES_NO.search(question))),
        "follow_up": float(follow_up),
    }


def _margin(sentences: tuple[ScoredSentence, ...], best: ScoredSentence) -> float:
    other = next((s for s in sentences if s.article_id != best.article_id), None)
    return min(best.logit - other.logit, 8.0) if other else 8.0


def answer_type(question: str, answer: str) -> float:
    """1 if ``answer`` holds the kind of thing that ``question`` asks for, 0 if it does not, 0.5 if the kind is open."""
    new = set(words(answer)) - set(words(question))
    if _ASKS_TIME.search(question):
        return float(bool(_TIME_WORD.search(answer)))
    if _ASKS_NUMBER.search(question):
        return float(any(_NUMBER_WORD.match(word) for word in new))
    if _ASKS_NAME.search(question):
        return float(bool(name_stems(answer) - content_stems(question)))
    return 0.5
