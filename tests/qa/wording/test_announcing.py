import pytest

from corpus import SectionRole
from qa.wording.announcing import announced_as_claim, announcer_of
from qa.wording.restating import only_restates
from tests.qa.articles import article, plain


def test_what_follows_an_announcement_is_somebodys_words_to_the_end_of_its_paragraph() -> None:
    page = article(
        (
            "",
            SectionRole.FINDING,
            [
                ["A meme spread in May.", "Its text read as follows:"],
                ["The mayor sold the pier.", "A judge ordered him to pay."],
                ["The register shows no sale."],
            ],
        )
    )
    assert [announcer_of(page, n) for n in range(5)] == [None, None, 1, 1, None]


def test_paragraphs_that_open_with_a_quotation_mark_continue_it() -> None:
    page = article(
        (
            "",
            SectionRole.FINDING,
            [
                ["The harbour office said in a statement:"],
                ["“We never sold it."],
                ["“It is ours.”"],
                ["Ships came in June."],
            ],
        )
    )
    assert [announcer_of(page, n) for n in range(4)] == [None, 0, 0, None]


@pytest.mark.parametrize(
    ("announcement", "claim"),
    [
        ("The Facebook post read:", True),
        ("The meme's caption said:", True),
        ("The harbour office said in a statement:", False),
        ("The minister replied:", False),
    ],
)
def test_what_a_post_says_is_a_claim_and_what_an_office_says_is_not(announcement: str, claim: bool) -> None:
    page = plain(announcement, "The pier was sold.")
    assert announced_as_claim(page, 1) is claim
    assert only_restates(page, 1) is claim


def test_an_embedded_post_announces_nothing() -> None:
    page = plain("This picture appeared in May:", "The register shows no sale.")
    assert announcer_of(page, 1) is None
