"""Both sides: where the passage sets supporters against critics, the answer carries both."""

from collections.abc import Iterable

from corpus import Article
from qa.draft import Draft
from qa.terms import content_stems
from qa.wording.framing import SPEAKS, sides

RULE = "both sides"


def balance(draft: Draft) -> Draft:
    """Where the picks of an article carry one side only, add the nearest sentence with the other: of the same section,
    else one about the same thing of a section beside it ("The case for", "The case against").
    """
    for article, picks in list(draft.by_article()):
        said: frozenset[str] = frozenset().union(*(sides(article.sentence_text(pick.n)) for pick in picks))
        if len(said) != 1:
            continue
        for pick in picks:
            if not sides(article.sentence_text(pick.n)):
                continue
            other = _nearest_other(article, pick.n, said, _section_sentences(article, pick.n, reach=0))
            if other is None:
                beside = _section_sentences(article, pick.n, reach=1)
                other = _nearest_other(article, pick.n, said, _on_the_same(article, pick.n, beside))
            if other is not None:
                draft = draft.add(article.id, other, RULE, of=pick.n)
                break
    return draft


def _section_sentences(article: Article, n: int, *, reach: int) -> Iterable[int]:
    """Sentences of the section of sentence ``n``, and of ``reach`` sections on either side of it."""
    at = article.sections.index(article.section_of(article.sentences[n].start))
    near = article.sections[max(at - reach, 0) : at + reach + 1]
    return (k for k, s in enumerate(article.sentences) if near[0].start <= s.start < near[-1].end)


def _on_the_same(article: Article, n: int, among: Iterable[int]) -> Iterable[int]:
    """Those of ``among`` that share a word with sentence ``n`` which does not only name a side."""
    about = content_stems(SPEAKS.sub(" ", article.sentence_text(n)))
    return (k for k in among if about & content_stems(SPEAKS.sub(" ", article.sentence_text(k))))


def _nearest_other(article: Article, n: int, said: frozenset[str], among: Iterable[int]) -> int | None:
    others = [k for k in among if sides(article.sentence_text(k)) - said]
    return min(others, key=lambda k: (abs(k - n), k), default=None)
