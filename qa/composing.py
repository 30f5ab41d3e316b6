"""Scored sentences become the quotes of an answer, rule by rule."""

from collections.abc import Callable, Sequence
from datetime import date

from index import Passage
from qa.answer import ArticleAnswer
from qa.draft import Draft
from qa.ranking import Evidence
from qa.rules.findings import pair_restatements
from qa.rules.frames import balance
from qa.rules.leaning import bring_antecedents
from qa.rules.merging import limit, quotes
from qa.rules.picking import PickingLimits, pick
from qa.rules.rechecks import RULE as RECHECK
from qa.rules.rechecks import show_both


def compose(evidence: Evidence, *, max_quotes: int, limits: PickingLimits) -> Draft:
    """Pick sentences, then let each rule add what the picks may not stand without, then hold the limit."""
    draft = pick(Draft.of(evidence, max_quotes), limits)
    for rule in (show_both, pair_restatements, balance, bring_antecedents, limit):
        draft = rule(draft)
    return draft


def article_answers(draft: Draft, passages_of: Callable[[str], Sequence[Passage]]) -> tuple[ArticleAnswer, ...]:
    """The draft's quotes by article, best article first; where two checks of one claim are shown, the newest first."""
    groups = [
        ArticleAnswer(article, quotes(article, [p.n for p in picks], passages_of(article.id)))
        for article, picks in draft.by_article()
    ]
    if any(pick.rule == RECHECK for pick in draft.picks):
        groups.sort(key=lambda group: group.article.checked_on or date.min, reverse=True)
    return tuple(groups)
