"""Two checks of one claim: both are shown, newest first."""

from collections.abc import Iterable
from datetime import date

from corpus import Article
from qa.draft import Draft
from qa.rules.findings import finding_of
from qa.terms import numbers
from qa.wording.asking import asks_number
from qa.wording.restating import only_restates
from qa.wording.same_claim import same_claim

RULE = "re-check"


def show_both(draft: Draft) -> Draft:
    """Add the newest other retrieved check of the first article's claim, by its best sentence, where it came to another
    verdict or answers with other numbers.
    """
    if not draft.picks:
        return draft
    lead = draft.articles[draft.picks[0].article_id]
    answered = {pick.article_id for pick in draft.picks}
    for other in newest_first(draft.articles.values()):
        if other.id in answered or not same_claim(lead, other):
            continue
        best = next((s.n for s in draft.scored(other.id) if not only_restates(other, s.n)), finding_of(draft, other))
        if best is not None and (_verdicts_differ(lead, other) or _numbers_differ(draft, lead, other, best)):
            return draft.add(other.id, best, RULE)
    return draft


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """By the day they were checked on, the undated last."""
    return sorted(articles, key=lambda article: article.checked_on or date.min, reverse=True)


def _verdicts_differ(one: Article, other: Article) -> bool:
    return (one.verdict or "").casefold() != (other.verdict or "").casefold()


def _numbers_differ(draft: Draft, lead: Article, other: Article, n: int) -> bool:
    """Whether the question asks for a number and sentence ``n`` of ``other`` has none of those quoted of ``lead``."""
    if not asks_number(draft.evidence.question):
        return False
    said = numbers(" ".join(lead.sentence_text(pick.n) for pick in draft.picks if pick.article_id == lead.id))
    says = numbers(other.sentence_text(n))
    return bool(said and says) and not said & says
