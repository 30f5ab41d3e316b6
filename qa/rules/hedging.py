"""What the very next sentence takes back of a quoted one stands beside it."""

import re

from corpus import Article
from qa.draft import Draft
from qa.terms import content_stems
from qa.wording.asides import is_aside
from qa.wording.fillers import is_filler
from qa.wording.leaning import opens
from qa.wording.restating import only_restates
from qa.wording.verdicts import concludes

RULE = "hedge"

_TAKES_BACK = re.compile(
    r"\W*+(?:however|but|for now|even so|that said|nevertheless|nonetheless|that earned)\b|"
    r"\W*+(?:[\w’'-]+ ){1,6}(?:did|does|do|is|was|has|have|had|were|are), however,",
    re.IGNORECASE,
)


def bring_hedges(draft: Draft, *, words: int) -> Draft:
    """Add to each pick that stands on its own the next sentence, if that begins with "However," or "But", speaks of the
    same thing in one paragraph and leaves the article's quotes within ``words`` words. What is taken back of a
    conclusion comes whatever its length, from the next paragraph too, and behind a conclusion that a rule added.
    """
    for article, picks in list(draft.by_article()):
        room = words - sum(len(article.sentence_text(pick.n).split()) for pick in picks)
        for pick in picks:
            after = pick.n + 1
            summed_up = concludes(article.sentence_text(pick.n))
            if (pick.of is not None and not summed_up) or draft.holds(article.id, after):
                continue
            if not _takes_back(article, after, summed_up=summed_up):
                continue
            cost = len(article.sentence_text(after).split())
            if cost <= room or summed_up:
                room -= cost
                draft = draft.add(article.id, after, RULE, of=pick.n)
    return draft


def _takes_back(article: Article, n: int, *, summed_up: bool) -> bool:
    """Whether sentence ``n`` limits the one before it, which may sum up the check."""
    if n >= len(article.sentences):
        return False
    apart = "\n\n" in article.text[article.sentences[n - 1].end : article.sentences[n].start]
    if apart and not summed_up:
        return False
    before, text = article.sentence_text(n - 1), article.sentence_text(n)
    if not _TAKES_BACK.match(text) or opens(text) or is_aside(text) or is_filler(text):
        return False
    if only_restates(article, n) or only_restates(article, n - 1):
        return False
    return (summed_up and not apart) or bool(content_stems(before) & content_stems(text))
