"""Which sentences only say again what is being checked."""

from corpus import Article, SectionRole


def only_restates(article: Article, n: int) -> bool:
    """Whether sentence ``n`` only states or attributes the checked claim."""
    sentence = article.sentences[n]
    return sentence.restates_claim or article.section_of(sentence.start).role is SectionRole.CLAIM
