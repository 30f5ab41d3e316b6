"""Scored sentences become the quotes of an answer, rule by rule."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from corpus import Article
from index import Passage
from qa.answer import ArticleAnswer
from qa.draft import Draft
from qa.ranking import Evidence
from qa.rules.announced import name_announcers
from qa.rules.findings import pair_restatements
from qa.rules.frames import balance
from qa.rules.hedging import bring_hedges
from qa.rules.leaning import bring_antecedents
from qa.rules.merging import limit, quotes
from qa.rules.picking import PickingLimits, pick
from qa.rules.quoting import complete_quotations
from qa.rules.rechecks import newest_first, says_the_same, show_both
from qa.rules.verdict_first import lead_with_finding
from qa.wording.same_claim import same_claim

# Two turns settle nearly every draft; the bound is for drafts in which one rule keeps dropping what another adds.
_MAX_TURNS = 6
_COMPLETING = (pair_restatements, balance, bring_antecedents, name_announcers)


def compose(evidence: Evidence, *, max_quotes: int, limits: PickingLimits) -> Draft:
    """Pick sentences, let the rules add what the picks may not stand without, and hold the limit.

    What one rule adds another may have a say on, so they take turns until none has; once more after the limit, for what
    it dropped may have been the other side of what it left.
    """
    draft = show_both(lead_with_finding(pick(Draft.of(evidence, max_quotes), limits)))
    return _completed(limit(_completed(draft, limits)), limits)


def _completed(draft: Draft, limits: PickingLimits) -> Draft:
    within = (partial(bring_hedges, words=limits.words), partial(complete_quotations, words=limits.words))
    for _ in range(_MAX_TURNS):
        before = draft.picks
        for rule in (*_COMPLETING, *within):
            draft = rule(draft)
        if draft.picks == before:
            break
    return draft


def article_answers(draft: Draft, passages_of: Callable[[str], Sequence[Passage]]) -> tuple[ArticleAnswer, ...]:
    """The draft's quotes by article, best article first; where two checks of one claim are shown, the newest first."""
    quoted = {pick.article_id for pick in draft.picks}
    others = [article for article in draft.articles.values() if article.id not in quoted]
    groups = [
        ArticleAnswer(
            article,
            quotes(article, [pick.n for pick in picks], passages_of(article.id)),
            also=tuple(other for other in others if says_the_same(draft, article, other)),
        )
        for article, picks in draft.by_article()
    ]
    return tuple(_checks_in_order(groups))


def _checks_in_order(groups: list[ArticleAnswer]) -> Iterator[ArticleAnswer]:
    """The places of those that check one claim go to the newest of them first; each older one says of which."""
    ordered = list(groups)
    for places in _claims(groups):
        for place, group in zip(places, _by_date([groups[place] for place in places]), strict=True):
            ordered[place] = group
    before: list[ArticleAnswer] = []
    for group in ordered:
        newer = next((b.article.id for b in before if _is_earlier(group.article, b.article)), None)
        before.append(group)
        yield replace(group, earlier_check_of=newer)


def _claims(groups: Sequence[ArticleAnswer]) -> list[list[int]]:
    """The places of those that check one claim, ascending, claim by claim. Two that are not alike are of one claim if a
    third is like both.
    """
    claims: list[list[int]] = []
    for n, group in enumerate(groups):
        alike = [places for places in claims if any(same_claim(group.article, groups[k].article) for k in places)]
        claims = [places for places in claims if places not in alike]
        claims.append(sorted([*chain.from_iterable(alike), n]))
    return claims


def _by_date(groups: Sequence[ArticleAnswer]) -> list[ArticleAnswer]:
    by_id = {group.article.id: group for group in groups}
    return [by_id[article.id] for article in newest_first(group.article for group in groups)]


def _is_earlier(one: Article, other: Article) -> bool:
    """Whether ``one`` checked the claim of ``other`` on an earlier day."""
    if one.checked_on is None or other.checked_on is None or one.checked_on >= other.checked_on:
        return False
    return same_claim(one, other)
