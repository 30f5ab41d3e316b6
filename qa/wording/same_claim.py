"""Whether two articles check one claim, by their words."""

import re
from datetime import date
from functools import lru_cache

from corpus import Article
from qa.terms import content_stems, coverage, name_stems, numbers, stem

# Words in which titles speak of checking; they tell nothing of what is checked.
_CHECKING_LINES = """
fact check checks checked checking claim claims claimed claiming rumor rumors false falsely fake true truth real really
post posts posted video photo image picture shows showing evidence proof story viral social media online here know
misleading debunking unpacking examining beware watch fall believe quote attributed context look second again update
recheck yes wrong right pants fire mostly half
"""
_CHECKING = frozenset(stem(word) for word in _CHECKING_LINES.split())
# Sentences that say what an article is about, after its title.
_LEAD = 5
# (share of common words in titles or claims, share of each title's words in the head of the other article). Of 3,037
# fact-checks these link 98 pairs; of 42 of them read, 41 check one claim.
_ALIKE = ((0.8, 0.5), (0.44, 0.75), (0.35, 0.85))
# Where an article says that it checked this before, on the other's date, little more is needed.
_ALIKE_IF_REFERRED = (0.25, 0.3)
_EARLIER = re.compile(
    r"\b(?:our|we)\b[^.]{0,60}\b(?:checks?|checked|fact[- ]checks?|fact[- ]checked|rated|articles?|looked|verdict|"
    r"reported)\b",
    re.IGNORECASE,
)


def same_claim(one: Article, other: Article) -> bool:
    """Whether two articles check one claim: their titles or claims share words, and each knows the words, the names and
    the numbers of the other's title from its own beginning.

    "A didn't testify" and "B didn't testify" share most words, but the article about A does not begin with B; "8 of 10"
    and "10 of 10" are two claims.
    """
    if one.id == other.id or not (_knows(one, other) and _knows(other, one)):
        return False
    alike = _alike(one, other)
    known = min(coverage(_title(one), _head(other)), coverage(_title(other), _head(one)))
    if any(alike >= least and known >= least_known for least, least_known in _ALIKE):
        return True
    least, least_known = _ALIKE_IF_REFERRED
    return alike >= least and known >= least_known and (_refers_to(one, other) or _refers_to(other, one))


def about_claim(article: Article, text: str) -> float:
    """The share of the words of the title, or of the claim if that is more, that ``text`` has."""
    held = content_stems(text)
    checked = (subject_stems(words) for words in (article.title, article.claim) if words)
    return max((coverage(stems, held) for stems in checked if stems), default=0.0)


def _alike(one: Article, other: Article) -> float:
    """The largest share of common words of a title or claim of each."""
    return max(
        _overlap(content_stems(a) - _CHECKING, content_stems(b) - _CHECKING)
        for a in (one.title, one.claim or "")
        for b in (other.title, other.claim or "")
    )


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if min(len(one), len(other)) >= 2 else 0.0


def _knows(one: Article, other: Article) -> bool:
    """Whether the head of ``one`` has the names and numbers of the other's title."""
    return name_stems(other.title) - _CHECKING <= _head(one) and numbers(other.title) <= numbers(_head_text(one))


def subject_stems(title: str) -> frozenset[str]:
    """Stems of the words of a title or a claim that tell what is checked."""
    return content_stems(title) - _CHECKING


def _title(article: Article) -> frozenset[str]:
    return subject_stems(article.title)


def _head(article: Article) -> frozenset[str]:
    return content_stems(_head_text(article))


def _head_text(article: Article) -> str:
    lead = article.text[: article.sentences[min(_LEAD, len(article.sentences)) - 1].end]
    return f"{article.title} {article.claim or ''} {lead}"


def _refers_to(newer: Article, older: Article) -> bool:
    """Whether ``newer`` speaks of an own check of the month in which ``older`` was checked."""
    when = older.checked_on
    if when is None or newer.checked_on is None or newer.checked_on <= when:
        return False
    return any(spelling in sentence for sentence in _earlier_checks(newer.text) for spelling in _spellings(when))


@lru_cache(maxsize=512)
def _earlier_checks(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"(?<=[.!?])\s|\n", text) if _EARLIER.search(part))


def _spellings(when: date) -> tuple[str, ...]:
    month = when.strftime("%B")
    return f"{month} {when.year}", f"{month} {when.day}, {when.year}", when.isoformat()
