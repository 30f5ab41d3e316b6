"""Chosen sentences become quotes: neighbours are one quote, and the limit holds."""

from collections.abc import Sequence

from corpus import Article
from index import Passage
from qa.answer import Quote
from qa.draft import Draft, Pick
from qa.rules.citing import citations

RULE = "limit"


def runs(article: Article, positions: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring positions of one section as ``(first, last)``, ascending."""
    found: list[tuple[int, int]] = []
    for n in sorted(set(positions)):
        if found and found[-1][1] == n - 1 and _section(article, n) == _section(article, n - 1):
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return found


def _section(article: Article, n: int) -> int:
    return article.section_of(article.sentences[n].start).start


def limit(draft: Draft) -> Draft:
    """Drop the last picks (with what accompanies them) until each article has at most ``max_quotes`` quotes.

    The first pick of an article stays with all that the rules gave it: the rules are above the limit.
    """
    for article, picks in list(draft.by_article()):
        own = [pick for pick in picks if pick.of is None]
        while len(own) > 1 and len(runs(article, [p.n for p in _of(draft, article)])) > draft.max_quotes:
            draft = draft.drop(article.id, own.pop().n, RULE)
    return draft


def _of(draft: Draft, article: Article) -> tuple[Pick, ...]:
    return tuple(pick for pick in draft.picks if pick.article_id == article.id)


def quotes(article: Article, positions: Sequence[int], passages: Sequence[Passage]) -> tuple[Quote, ...]:
    """The quotes of ``positions``, in document order. ``passages`` are the article's, to name where each quote comes
    from.
    """
    made = []
    for first, last in runs(article, positions):
        start, end = article.sentences[first].start, article.sentences[last].end
        section = article.section_of(start)
        made.append(
            Quote(
                article_id=article.id,
                passage_id=_passage_id(passages, first, last),
                first=first,
                last=last,
                start=start,
                end=end,
                text=article.text[start:end],
                section=section.heading,
                section_role=section.role.value,
                citations=citations(article, first, last),
            )
        )
    return tuple(made)


def _passage_id(passages: Sequence[Passage], first: int, last: int) -> str:
    """The passage that holds the most of sentences ``first`` to ``last``; the later one if two hold as much."""
    best = max(passages, key=lambda p: (min(p.last, last) - max(p.first, first), p.first), default=None)
    return best.id if best else ""
