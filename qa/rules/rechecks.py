"""Two checks of one claim: both are shown."""

from corpus import Article
from qa.draft import Draft
from qa.rules.findings import finding_of
from qa.terms import content_stems, name_stems
from qa.wording.restating import only_restates

RULE = "re-check"
# Share of common words from which two claims (or titles) are one. Below 0.6 sister claims ("in 2019" / "in 2020") come
# in.
_SAME_CLAIM = 0.6


def same_claim(one: Article, other: Article) -> bool:
    """Whether two articles check one claim: their claims or titles share most words, and each knows the names in the
    other's.

    "A didn't testify" and "B didn't testify" share most words, but the article about A does not know B.
    """
    if one.id == other.id:
        return False
    pairs = [(one.title, other.title)]
    if one.claim and other.claim:
        pairs.append((one.claim, other.claim))
    if not any(_overlap(content_stems(a), content_stems(b)) >= _SAME_CLAIM for a, b in pairs):
        return False
    return _knows_names(one, other) and _knows_names(other, one)


def _knows_names(one: Article, other: Article) -> bool:
    named = name_stems(other.title)
    return named <= content_stems(one.title) or named <= content_stems(f"{one.title} {one.text}")


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if min(len(one), len(other)) >= 2 else 0.0


def differ(one: Article, other: Article) -> bool:
    """Whether two checks come to different verdicts."""
    return (one.verdict or "").casefold() != (other.verdict or "").casefold()


def show_both(draft: Draft) -> Draft:
    """Add the other retrieved check of the first article's claim where its verdict differs, by its best sentence."""
    if not draft.picks:
        return draft
    lead = draft.articles[draft.picks[0].article_id]
    answered = {pick.article_id for pick in draft.picks}
    for other in draft.articles.values():
        if other.id in answered or not same_claim(lead, other) or not differ(lead, other):
            continue
        best = next((s.n for s in draft.scored(other.id) if not only_restates(other, s.n)), finding_of(draft, other))
        if best is not None:
            draft = draft.add(other.id, best, RULE)
            break
    return draft
