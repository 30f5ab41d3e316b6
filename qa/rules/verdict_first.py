"""Who repeats a claim wants to know whether it is so: the finding leads where the picks only colour it."""

from dataclasses import replace

from qa.draft import Draft
from qa.rules.findings import finding_of, is_finding
from qa.wording.claiming import repeats_claim

RULE = "verdict first"


def lead_with_finding(draft: Draft) -> Draft:
    """Put the finding of the first article before its picks if the question repeats a claim and none of them says what
    was found. Where the limit leaves no room, the weakest pick goes.
    """
    if not draft.picks or not repeats_claim(draft.evidence.question):
        return draft
    article = draft.articles[draft.picks[0].article_id]
    if any(is_finding(article, pick.n) for pick in draft.picks if pick.article_id == article.id):
        return draft
    finding = finding_of(draft, article)
    if finding is None:
        return draft
    led = draft.add(article.id, finding, RULE)
    return replace(led, picks=(led.picks[-1], *led.picks[:-1]))
