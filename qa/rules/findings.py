"""What only restates the claim, or tells how it was rated once, never stands alone: the finding stands beside it."""

from corpus import Article, SectionRole
from qa.draft import Draft, Pick
from qa.wording.announcing import in_others_words
from qa.wording.asides import is_aside
from qa.wording.earlier_ratings import rated_otherwise, tells_earlier_rating
from qa.wording.leaning import leans, opens
from qa.wording.restating import only_restates
from qa.wording.same_claim import about_claim
from qa.wording.verdicts import agrees_against, concludes, only_passes_on, rates, states_finding

RULE = "finding"

_ROLE_BONUS = {
    SectionRole.BOTTOM_LINE: 1.0,
    SectionRole.SUMMARY: 0.8,
    SectionRole.FINDING: 0.3,
    SectionRole.CLAIM: -2.0,
}

# What sums up a check is worth more than that somebody never did this or did not do that.
_CONCLUDING = 2.0
# The share of the claim's words that a finding must have to be about it.
_ABOUT = 0.25
# A finding that agrees, where the verdict does not, tells half of it.
_AGREEING_COST = 2.0
# A finding that leans on what stands before it costs two sentences more.
_LEANING_COST = 2.0


def finding_of(draft: Draft, article: Article) -> int | None:
    """The sentence that says what the article found: verdict words, a telling section, a good score, a sentence that
    stands by itself; ``None`` if there is none.
    """
    logits = {sentence.n: sentence.logit for sentence in draft.scored(article.id)}
    floor = min(logits.values(), default=0.0) - 1.0
    best: tuple[float, int] | None = None
    for n in range(len(article.sentences)):
        text = article.sentence_text(n)
        if not is_finding(article, n) or is_aside(text):
            continue
        role = article.section_of(article.sentences[n].start).role
        value = logits.get(n, floor) + 3.0 * _ROLE_BONUS.get(role, 0.0)
        value += (_CONCLUDING if concludes(text) else 0.0) - (_LEANING_COST if leans(text) else 0.0)
        value -= _AGREEING_COST if agrees_against(text, article.verdict) else 0.0
        if best is None or value > best[0]:
            best = (value, n)
    return best[1] if best else None


def is_finding(article: Article, n: int) -> bool:
    """Whether sentence ``n`` says in the article's own words what it found: not in somebody else's, unless it is an
    item of a list, and not how something else was rated.
    """
    text = article.sentence_text(n)
    if tells_earlier_rating(text) or rated_otherwise(text, article.verdict) or opens(text):
        return False
    return states_finding(text) and not only_restates(article, n) and not in_others_words(article, n)


def pair_restatements(draft: Draft) -> Draft:
    """Give every pick that only restates the claim, or tells another rating that it once had, the article's finding;
    drop it where the article states none.

    If the limit leaves room for one quote, the finding takes the restatement's place.
    """
    for pick in draft.picks:
        article = draft.articles[pick.article_id]
        if not _misleads_alone(article, pick.n) or _finding_stands(draft, pick):
            continue
        finding = finding_of(draft, article)
        if finding is None:
            finding = _best_other(draft, article)
        if finding is None:
            draft = draft.drop(article.id, pick.n, RULE)
        elif draft.max_quotes == 1:
            draft = draft.drop(article.id, pick.n, RULE).add(article.id, finding, RULE)
        else:
            draft = draft.add(article.id, finding, RULE, of=pick.n)
    return draft


def _misleads_alone(article: Article, n: int) -> bool:
    return only_restates(article, n) or rated_otherwise(article.sentence_text(n), article.verdict)


def _finding_stands(draft: Draft, restatement: Pick) -> bool:
    """Whether another pick of the article says what was found of the claim."""
    article = draft.articles[restatement.article_id]
    return any(_settles(article, pick.n) for pick in draft.picks if pick.article_id == article.id)


def _settles(article: Article, n: int) -> bool:
    """Whether sentence ``n`` is a finding that sums up, rates, or speaks of the claim: "she never answered" is none."""
    text = article.sentence_text(n)
    return is_finding(article, n) and (concludes(text) or rates(text) or about_claim(article, text) >= _ABOUT)


def _best_other(draft: Draft, article: Article) -> int | None:
    """The best-scored sentence that neither restates nor passes on what a post holds: where no sentence has verdict
    words, the detail is the finding.
    """
    others = (s for s in draft.scored(article.id) if not _misleads_alone(article, s.n) and not opens(s.text))
    return next((s.n for s in others if not only_passes_on(s.text)), None)
