"""Both sides: where the passage sets supporters against critics, the answer carries both."""

import re
from collections.abc import Iterable

from corpus import Article
from qa.draft import Draft

RULE = "both sides"

_SAYS = (
    r"(?:\W+(?!\.)[\w’'-]+){0,10}?\W+(?:say|said|argue|claim|contend|maintain|counter|warn|frame|portray|emphasi[sz]e|"
    r"stress|"
    r"insist|believe|point|note|object|fear|worry|dispute|respond|praise|see|view|describe|cite|call|question|caution|"
    r"defend|tout)"
    r"(?:s|d|ed|es)?\b"
)
_SUPPORT = re.compile(
    r"\b(?:supporters|proponents|advocates|backers|defenders|champions|boosters)\b" + _SAYS, re.IGNORECASE
)
_OPPOSE = re.compile(
    r"\b(?:critics|opponents|detractors|skeptics|sceptics|objectors|challengers|adversaries)\b" + _SAYS, re.IGNORECASE
)


def sides(text: str) -> frozenset[str]:
    """Which sides speak in a sentence: ``support``, ``oppose``, both or none."""
    found = {"support": _SUPPORT.search(text), "oppose": _OPPOSE.search(text)}
    return frozenset(side for side, match in found.items() if match)


def balance(draft: Draft) -> Draft:
    """Where the picks of an article carry one side only, add the nearest sentence of the same section with
    the other.
    """
    for article, picks in list(draft.by_article()):
        said: frozenset[str] = frozenset().union(*(sides(article.sentence_text(pick.n)) for pick in picks))
        if len(said) != 1:
            continue
        for pick in picks:
            if not sides(article.sentence_text(pick.n)):
                continue
            other = _nearest_other(article, pick.n, said, _section_sentences(article, pick.n))
            if other is not None:
                draft = draft.add(article.id, other, RULE, of=pick.n)
                break
    return draft


def _section_sentences(article: Article, n: int) -> Iterable[int]:
    section = article.section_of(article.sentences[n].start)
    return (k for k, s in enumerate(article.sentences) if section.start <= s.start < section.end)


def _nearest_other(article: Article, n: int, said: frozenset[str], among: Iterable[int]) -> int | None:
    others = [k for k in among if sides(article.sentence_text(k)) - said]
    return min(others, key=lambda k: (abs(k - n), k), default=None)
