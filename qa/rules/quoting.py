"""A quotation that a quote breaks off, or enters in its middle, is given whole where the answer has room for it."""

from qa.draft import Draft
from qa.rules.findings import is_finding
from qa.rules.merging import runs
from qa.wording.announcing import quotation_start
from qa.wording.quoted_claims import in_quoted_claim
from qa.wording.restating import only_restates

RULE = "quotation"
# What is missing of one is mostly a sentence or two; a whole speech would drown the answer.
_MAX_MISSING = 2


def complete_quotations(draft: Draft, *, words: int) -> Draft:
    """Add the sentences that open or close a quotation which stands open in a quote: at most two at either end, while
    the article's quotes have no more than ``words`` words. Of what only restates the claim, a quotation of the
    claim itself is opened where the article's quotes say what was found; nothing else is added.
    """
    for article, picks in list(draft.by_article()):
        shown = [pick.n for pick in picks]
        found = any(is_finding(article, n) for n in shown)
        room = words - sum(len(article.sentence_text(n).split()) for n in shown)
        for first, last in runs(article, shown):
            start = quotation_start(article, first)
            for missing, of in (
                ([n for n in range(start, first) if n not in shown], first),
                (_rest(draft, article.id, last), last),
            ):
                cost = sum(len(article.sentence_text(n).split()) for n in missing)
                if not missing or len(missing) > _MAX_MISSING or cost > room:
                    continue
                opens_claim = found and missing[0] == start and all(in_quoted_claim(article, n) for n in missing)
                if not opens_claim and any(only_restates(article, n) for n in missing):
                    continue
                room -= cost
                for n in missing:
                    draft = draft.add(article.id, n, RULE, of=of)
    return draft


def _rest(draft: Draft, article_id: str, last: int) -> list[int]:
    """The sentences after ``last`` that go on with the quotation in which it ends."""
    article = draft.articles[article_id]
    rest: list[int] = []
    for n in range(last + 1, len(article.sentences)):
        start = quotation_start(article, n)
        if start > last or start == n:
            break
        rest.append(n)
    return rest
