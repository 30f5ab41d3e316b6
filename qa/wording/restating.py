"""Which sentences only say again what is being checked."""

from corpus import Article, SectionRole
from qa.wording.announcing import announced_as_claim
from qa.wording.quoted_claims import in_quoted_claim


def only_restates(article: Article, n: int) -> bool:
    """Whether sentence ``n`` only states or attributes the checked claim, stands in a quotation of it, or is quoted
    from a post that spreads it.
    """
    sentence = article.sentences[n]
    if sentence.restates_claim or article.section_of(sentence.start).role is SectionRole.CLAIM:
        return True
    return in_quoted_claim(article, n) or announced_as_claim(article, n)
