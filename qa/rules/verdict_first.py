"""Who repeats a claim wants to know whether it is so: the finding leads where the picks only colour it."""

from dataclasses import replace

from corpus import Article
from qa.draft import Draft
from qa.rules.findings import is_finding
from qa.wording.announcing import announcer_of
from qa.wording.asides import is_aside
from qa.wording.leaning import leans
from qa.wording.repeating import repeats_claim
from qa.wording.same_claim import about_claim
from qa.wording.verdicts import concludes

RULE = "verdict first"

# The share of the words of the title or the claim that a conclusion must have to be about them; more if no retrieved
# passage holds it.
_ABOUT = 0.25
_ABOUT_UNSEEN = 0.4
# What sharing all of those words is worth, and what it costs to lean on the sentence before, in logits.
_WORTH = 4.0
_LEANING_COST = 1.0


def lead_with_finding(draft: Draft) -> Draft:
    """Put the finding of the first article before its picks if the question repeats a claim and none of them says what
    was found. Where the limit leaves no room, the weakest pick goes.
    """
    if not draft.picks or not repeats_claim(draft.evidence.question):
        return draft
    article = draft.articles[draft.picks[0].article_id]
    if any(is_finding(article, pick.n) for pick in draft.picks if pick.article_id == article.id):
        return draft
    finding = conclusion_of(draft, article)
    if finding is None:
        return draft
    led = draft.add(article.id, finding, RULE)
    return replace(led, picks=(led.picks[-1], *led.picks[:-1]))


def conclusion_of(draft: Draft, article: Article) -> int | None:
    """The sentence that sums up what the article found of the claim in its title; ``None`` if there is none."""
    logits = {sentence.n: sentence.logit for sentence in draft.scored(article.id)}
    floor = min(logits.values(), default=0.0) - 1.0
    best: tuple[float, int] | None = None
    for n in range(len(article.sentences)):
        text = article.sentence_text(n)
        about = about_claim(article, text)
        if about < (_ABOUT if n in logits else _ABOUT_UNSEEN) or not _sums_up(article, n):
            continue
        value = logits.get(n, floor) + _WORTH * about - (_LEANING_COST if leans(text) else 0.0)
        if best is None or value > best[0]:
            best = (value, n)
    return best[1] if best else None


def _sums_up(article: Article, n: int) -> bool:
    """Whether sentence ``n`` is a conclusion of the article itself, not of somebody whom another sentence names."""
    text = article.sentence_text(n)
    return concludes(text) and is_finding(article, n) and not is_aside(text) and announcer_of(article, n) is None
