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


CONCLUSION = "The mayor is correct that ferries are safe."


def test_what_takes_a_conclusion_back_comes_from_the_next_paragraph_and_without_room() -> None:
    apart = article(("One", SectionRole.FINDING, [[CONCLUSION], ["But two ferries sank in the storm."]]))
    assert positions(bring_hedges(draft(apart, [0]), words=5)) == [0, 1]
    apart = article(("One", SectionRole.FINDING, [[CONCLUSION], ["But the budget is another matter."]]))
    assert positions(bring_hedges(draft(apart, [0]), words=80)) == [0]


def test_in_its_paragraph_a_conclusion_is_taken_back_in_any_words() -> None:
    page = together(CONCLUSION, "But his reason was another one.")
    assert positions(bring_hedges(draft(page, [0]), words=80)) == [0, 1]
    added = draft(page, []).add(page.id, 0, "finding", of=1)
    assert 1 in positions(bring_hedges(added, words=80))
