"""Two checks of one claim: where they differ both are shown, newest first."""

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
# However few quotes are asked for, two checks that differ are both shown.
_FEWEST_SHOWN = 2


def show_both(draft: Draft) -> Draft:
    """Add other retrieved checks of what the quoted articles check, newest first, by their best sentence, where they
    differ from every one shown: at most ``draft.max_quotes`` checks of one claim.
    """
    for other in newest_first(draft.articles.values()):
        quoted = [article for article, _ in draft.by_article()]
        shown = [article for article in quoted if same_claim(article, other)]
        if other in quoted or not shown or len(shown) >= max(draft.max_quotes, _FEWEST_SHOWN):
            continue
        best = _best(draft, other)
        if best is not None and all(_differ(draft, article, other, best) for article in shown):
            draft = draft.add(other.id, best, RULE)
    return draft


def says_the_same(draft: Draft, shown: Article, other: Article) -> bool:
    """Whether ``other`` checks the claim of ``shown`` and comes to the same."""
    return same_claim(shown, other) and not _differ(draft, shown, other, _best(draft, other))


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """By the day they were checked on, the undated last."""
    return sorted(articles, key=lambda article: article.checked_on or date.min, reverse=True)


def _best(draft: Draft, check: Article) -> int | None:
    best = next((s.n for s in draft.scored(check.id) if not only_restates(check, s.n)), None)
    return finding_of(draft, check) if best is None else best


def _differ(draft: Draft, shown: Article, other: Article, n: int | None) -> bool:
    """Whether two checks came to other verdicts, or sentence ``n`` of the other answers with other numbers."""
    return _verdicts_differ(shown, other) or (n is not None and _numbers_differ(draft, shown, other, n))


def _verdicts_differ(one: Article, other: Article) -> bool:
    return (one.verdict or "").casefold() != (other.verdict or "").casefold()


def _numbers_differ(draft: Draft, shown: Article, other: Article, n: int) -> bool:
    """Whether the question asks for a number and sentence ``n`` of ``other`` has none of those quoted of ``shown``."""
    if not asks_number(draft.evidence.question):
        return False
    said = numbers(" ".join(shown.sentence_text(pick.n) for pick in draft.picks if pick.article_id == shown.id))
    says = numbers(other.sentence_text(n))
    return bool(said and says) and not said & says
