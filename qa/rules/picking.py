"""Which sentences answer: the best one, and others while they are nearly as good."""

import re
from dataclasses import dataclass

from qa.draft import Draft
from qa.ranking import ScoredSentence
from qa.terms import words
from qa.wording.announcing import announcer_of
from qa.wording.asides import is_aside
from qa.wording.fillers import is_filler
from qa.wording.leaning import is_fragment, leans
from qa.wording.restating import only_restates

RULE = "picking"

_LINK_ONLY = re.compile(r"^\W*$")
_NEGATES = re.compile(r"not|no|never|without|none|nobody|nothing|neither|nor|cannot|.*n['’]t")
_COUNTS = re.compile(
    r"\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:dozen|hundred|thousand|(?:m|b|tr)illion)s?|half|twice"
)


@dataclass(frozen=True, slots=True)
class PickingLimits:
    """How far, in logits, a second and a third sentence may fall behind the best, and how many words an answer may
    have.
    """

    second: float = 1.0
    third: float = 0.4
    words: int = 80

    def gap(self, rank: int) -> float:
        return self.second if rank == 1 else self.third


def pick(draft: Draft, limits: PickingLimits = PickingLimits()) -> Draft:
    """Pick the best sentence, then up to ``draft.max_quotes`` in all that fall behind by less than the gap.

    A sentence that leans on the one before it, or quotes somebody whom another names, costs two, so it needs half the
    gap. A sentence that says the same as a picked one (another article's copy), only restates the claim, only tells
    where it was seen or has under four words adds nothing to a better one and is left out.
    """
    ranked = [s for s in draft.evidence.sentences if not _LINK_ONLY.match(s.text) and not is_aside(s.text)]
    if not ranked:
        return draft
    best = ranked[0]
    picked = [best]
    used = _cost(best)
    for sentence in ranked[1 : 4 * draft.max_quotes]:
        if len(picked) >= draft.max_quotes:
            break
        gap = limits.gap(len(picked)) * (0.5 if _costs_two(sentence) else 1.0)
        behind = best.logit - sentence.logit
        if behind > limits.gap(len(picked)):
            break
        if behind > gap or used + _cost(sentence) > limits.words or any(_same(sentence, p) for p in picked):
            continue
        if only_restates(sentence.candidate.article, sentence.n) or _adds_nothing(sentence.text):
            continue
        picked.append(sentence)
        used += _cost(sentence)
    for sentence in picked:
        draft = draft.add(sentence.article_id, sentence.n, RULE)
    return draft


def _adds_nothing(text: str) -> bool:
    return is_filler(text) or is_fragment(text)


def _costs_two(sentence: ScoredSentence) -> bool:
    return leans(sentence.text) or announcer_of(sentence.candidate.article, sentence.n) is not None


def _cost(sentence: ScoredSentence) -> int:
    return len(sentence.text.split())


def _same(one: ScoredSentence, other: ScoredSentence) -> bool:
    a, b = set(one.text.lower().split()), set(other.text.lower().split())
    return len(a & b) >= 0.8 * min(len(a), len(b)) and not _tells_otherwise(one.text, other.text)


def _tells_otherwise(one: str, other: str) -> bool:
    """Whether one of two sentences of nearly the same words alone has a negation, or the shorter one has a number that
    the longer one lacks.
    """
    shorter, longer = sorted((set(words(one)), set(words(other))), key=len)
    if any(_NEGATES.fullmatch(word) for word in shorter ^ longer):
        return True
    return any(_COUNTS.fullmatch(word) for word in shorter - longer)
