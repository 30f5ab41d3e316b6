"""An honest no: why there is no answer, and what is near."""

from collections.abc import Sequence

from qa.answer import Nearest, Reason
from qa.evidence import Candidate
from qa.ranking import Evidence
from qa.terms import content_stems, content_words, coverage, stem
from qa.wording.context import words_of

MAX_NEAREST = 3
# Below this share of the question's words in every retrieved article, the archive does not have the topic.
_TOPIC_COVERAGE = 0.5


def reason_for(evidence: Evidence) -> Reason:
    """``no_match`` where no retrieved article holds half of the question's words, ``weak_evidence`` where one does."""
    asked = content_stems(words_of(evidence.question))
    covered = max((coverage(asked, _stems(c)) for c in evidence.candidates), default=0.0)
    return Reason.WEAK_EVIDENCE if covered >= _TOPIC_COVERAGE else Reason.NO_MATCH


def nearest(question: str, candidates: Sequence[Candidate]) -> tuple[Nearest, ...]:
    """Up to three articles, best first, each with the words of the question that it holds."""
    found = []
    asked = content_words(words_of(question))
    for article in {c.article.id: c.article for c in candidates}.values():
        held = content_stems(f"{article.title} {article.text}")
        found.append(Nearest(article, tuple(w for w in asked if stem(w.lower().replace(",", "")) in held)))
    return tuple(found[:MAX_NEAREST])


def _stems(candidate: Candidate) -> frozenset[str]:
    return content_stems(f"{candidate.article.title} {candidate.article.text}")
