import pytest

from corpus import Article, SectionRole
from qa.rules.hedging import bring_hedges
from tests.qa.articles import article
from tests.qa.evidence_of import draft, positions


def together(*sentences: str) -> Article:
    return article(("One", SectionRole.FINDING, [list(sentences)]))


@pytest.mark.parametrize(
    "hedge",
    [
        "But two ferries sank in the storm.",
        "However, the ferries were never counted.",
        "The ferries were, however, never counted.",
        "For now, too few ferries run to say so.",
    ],
)
def test_what_takes_a_quoted_sentence_back_comes_along(hedge: str) -> None:
    page = together("The office says ferries are safe.", hedge, "The pier is new.")
    assert positions(bring_hedges(draft(page, [0]), words=80)) == [0, 1]


@pytest.mark.parametrize("after", ["Two ferries sank in the storm.", "But the mayor likes herring."])
def test_other_sentences_do_not(after: str) -> None:
    page = together("The office says ferries are safe.", after)
    assert positions(bring_hedges(draft(page, [0]), words=80)) == [0]


def test_nor_what_stands_in_the_next_paragraph_or_finds_no_room() -> None:
    page = article(("One", SectionRole.FINDING, [["The office says ferries are safe."], ["But two ferries sank."]]))
    assert positions(bring_hedges(draft(page, [0]), words=80)) == [0]
    page = together("The office says ferries are safe.", "But two ferries sank in the storm.")
    assert positions(bring_hedges(draft(page, [0]), words=10)) == [0]
