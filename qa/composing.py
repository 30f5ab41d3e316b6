"""Scored sentences become the quotes of an answer, rule by rule."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from corpus import Article
from index import Passage
from qa.answer import ArticleAnswer
from qa.draft import Draft
from qa.ranking import Evidence
from qa.rules.announced import name_announcers
from qa.rules.findings import pair_restatements
from qa.rules.frames import balance
from qa.rules.leaning import bring_antecedents
from qa.rules.merging import limit, quotes
from qa.rules.picking import PickingLimits, pick
from qa.rules.rechecks import RULE as RECHECK
from qa.rules.rechecks import differ, same_claim, show_both

# Two turns settle nearly every draft; the bound is for drafts in which one rule keeps dropping what another adds.
_MAX_TURNS = 6
_COMPLETING = (pair_restatements, balance, bring_antecedents, name_announcers)


def compose(evidence: Evidence, *, max_quotes: int, limits: PickingLimits) -> Draft:
    """Pick sentences, let the rules add what the picks may not stand without, and hold the limit.

    What one rule adds another may have a say on, so they take turns until none has; once more after the limit, for what
    it dropped may have been the other side of what it left.
    """
    draft = show_both(pick(Draft.of(evidence, max_quotes), limits))
    return _completed(limit(_completed(draft)))


def _completed(draft: Draft) -> Draft:
    for _ in range(_MAX_TURNS):
        before = draft.picks
        for rule in _COMPLETING:
            draft = rule(draft)
        if draft.picks == before:
            break
    return draft


def article_answers(draft: Draft, passages_of: Callable[[str], Sequence[Passage]]) -> tuple[ArticleAnswer, ...]:
    """The draft's quotes by article, best article first; where two checks of one claim are shown, the newest first."""
    quoted = {pick.article_id for pick in draft.picks}
    groups = [
        ArticleAnswer(
            article,
            quotes(article, [pick.n for pick in picks], passages_of(article.id)),
            also=tuple(a for a in draft.articles.values() if a.id not in quoted and same_claim(article, a)),
        )
        for article, picks in draft.by_article()
    ]
    if not any(pick.rule == RECHECK for pick in draft.picks):
        return tuple(groups)
    groups.sort(key=lambda group: group.article.checked_on or date.min, reverse=True)
    return tuple(
        replace(group, earlier_check_of=_newer_check(group.article, [g.article for g in groups[:n]]))
        for n, group in enumerate(groups)
    )


def _newer_check(article: Article, before: Sequence[Article]) -> str | None:
    return next((newer.id for newer in before if same_claim(newer, article) and differ(newer, article)), None)
