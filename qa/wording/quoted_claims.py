"""Quotations that hold the checked claim: all of them restates it, not only the sentence with the claim's words."""

import re
from collections.abc import Iterator, Mapping

from corpus import Article
from qa.terms import content_stems, coverage
from qa.wording.per_article import once_an_article
from qa.wording.quotation import Span, opened, opens_quoted, spans_of
from qa.wording.same_claim import subject_stems

# The claim is quoted where an article begins; what repeats its words further down is mostly evidence on it. Of 36
# sentences read, all five that were wrongly taken for the claim stood further down, of the others two.
_EARLY = 10
# A claim of fewer words is in many quotations. Of 30 sentences read that these take for the claim, 29 were of it.
_FEWEST_STEMS = 4
_MOST = 0.75
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
# "“The pier is sold.” Elm Falls Gazette, 3 May 2031": who made the claim, and when.
_BYLINE = rf"(?-i:[A-Z0-9@])[^.!?:;\"“”\n]{{1,60}}?(?:,| on| -| –)\s+(?:\d{{1,2}}\s+)?{_MONTH}\s+\d{{4}}\b"
_CREDITED = re.compile(rf"[”\"][,.]?(?=\s+{_BYLINE})")
_CREDIT_AHEAD = re.compile(rf"{_BYLINE}\s+[“\"]")
# Longer claims are not quoted; an opening mark further off belongs to something else.
_MAX_SENTENCES = 6


def in_quoted_claim(article: Article, n: int) -> bool:
    """Whether sentence ``n`` stands in a quotation of the claim: one of its sentences restates the claim, or who made
    the claim and when stands behind its closing mark.
    """
    return n in _in_quoted_claims(article)


@once_an_article
def _in_quoted_claims(article: Article) -> frozenset[int]:
    restated = frozenset(k for k, s in enumerate(article.sentences) if s.restates_claim)
    beside = _beside(opened(article), restated | _holding_claim(article))
    return frozenset([*beside, *_credited(article.text, spans_of(article))])


def _holding_claim(article: Article) -> frozenset[int]:
    """Openers of quotations over several sentences that have most words of the claim, if it has enough to tell."""
    claim = subject_stems(article.claim or "")
    if len(claim) < _FEWEST_STEMS:
        return frozenset()
    ends: dict[int, int] = {}
    for n, opener in opened(article).items():
        ends[opener] = max(n, ends.get(opener, n))
    spans = spans_of(article)
    held = {n: content_stems(article.text[spans[n][0] : spans[end][1]]) for n, end in ends.items() if n < _EARLY}
    return frozenset(n for n, stems in held.items() if coverage(claim, stems) >= _MOST)


def _beside(opened: Mapping[int, int], restated: frozenset[int]) -> Iterator[int]:
    """Sentences of the quotations in which those of ``restated`` stand, if they open early."""
    for n in restated:
        opener = opened.get(n, n)
        if opener < _EARLY:
            yield from (k for k, begun in opened.items() if begun == opener)
            yield opener


def _credited(text: str, spans: tuple[Span, ...]) -> Iterator[int]:
    for closing in _CREDITED.finditer(text):
        last = max((n for n, (start, _) in enumerate(spans) if start < closing.start()), default=0)
        for n in range(last, max(last - _MAX_SENTENCES, -1), -1):
            if n < last and "\n\n" in text[spans[n][1] : spans[n + 1][0]]:
                break
            if opens_quoted(text[slice(*spans[n])]) or _CREDIT_AHEAD.match(text[slice(*spans[n])]):
                # Where the credit stands in the same sentence, the finding may stand behind it.
                yield from (k for k in range(n, last + 1) if spans[k][1] <= closing.end())
                break
