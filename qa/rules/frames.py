"""Both sides: where the passage sets supporters against critics, the answer carries both."""

from collections.abc import Iterable

from corpus import Article
from qa.draft import Draft
from qa.wording.framing import sides

RULE = "both sides"


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
