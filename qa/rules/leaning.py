"""A sentence that leans on the one before it brings that sentence along."""

from corpus import Article
from qa.draft import Draft
from qa.wording.leaning import leans, opens

RULE = "leaning"
# Two steps back reach the name behind nearly every pronoun; a longer chain would quote the paragraph.
_MAX_STEPS = 2


def bring_antecedents(draft: Draft) -> Draft:
    """Add what each pick leans on, within its section: at most two sentences back, one forward after a
    colon or a question."""
    for pick in draft.picks:
        article = draft.articles[pick.article_id]
        at = pick.n
        for _ in range(_MAX_STEPS):
            if not leans(article.sentence_text(at)) or not _same_section(article, at, at - 1):
                break
            draft = draft.add(article.id, at - 1, RULE, of=at)
            at -= 1
        if opens(article.sentence_text(pick.n)) and _same_section(article, pick.n, pick.n + 1):
            draft = draft.add(article.id, pick.n + 1, RULE, of=pick.n)
    return draft


def _same_section(article: Article, one: int, other: int) -> bool:
    if not 0 <= other < len(article.sentences):
        return False
    first, second = article.sentences[one].start, article.sentences[other].start
    return article.section_of(first) == article.section_of(second)
