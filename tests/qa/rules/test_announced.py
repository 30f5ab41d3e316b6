from corpus import SectionRole
from qa.composing import compose
from qa.rules.announced import name_announcers
from qa.rules.picking import PickingLimits
from tests.qa.articles import article, plain
from tests.qa.evidence_of import draft, evidence, positions


def test_somebodys_words_bring_whose_they_are() -> None:
    page = plain("The harbour office said in a statement:", "We never sold the pier.", "Ships came in June.")
    assert positions(name_announcers(draft(page, [1]))) == [0, 1]


def test_the_words_of_a_post_bring_whose_they_are_and_the_finding() -> None:
    paragraphs = [["The post read:"], ["The mayor sold the pier."], ["The register shows that this is false."]]
    page = article(("", SectionRole.FINDING, paragraphs))
    made = compose(evidence((page, {1: 5.0})), max_quotes=3, limits=PickingLimits())
    assert positions(made) == [0, 1, 2]


def test_the_words_of_a_post_are_not_quoted_where_the_article_says_nothing_of_its_own() -> None:
    page = plain("The post read:", "The mayor sold the pier.")
    assert positions(compose(evidence((page, {1: 5.0})), max_quotes=3, limits=PickingLimits())) == []
