import pytest

from corpus import Article, SectionRole
from qa.wording.announcing import announced_as_claim, announcer_of
from qa.wording.restating import only_restates
from tests.qa.articles import article, plain


def page(*paragraphs: list[str]) -> Article:
    return article(("", SectionRole.FINDING, paragraphs))


def announcers(made: Article) -> list[int | None]:
    return [announcer_of(made, n) for n in range(len(made.sentences))]


def test_what_follows_an_announcement_is_somebodys_words_to_the_end_of_its_paragraph() -> None:
    made = page(
        ["A meme spread in May.", "Its text read as follows:"],
        ["The mayor sold the pier.", "A judge ordered him to pay."],
        ["The register shows no sale."],
    )
    assert announcers(made) == [None, None, 1, 1, None]


def test_paragraphs_that_open_with_a_quotation_mark_continue_it() -> None:
    made = page(
        ["The harbour office said in a statement:"], ["“We never sold it."], ["“It is ours.”"], ["Ships came in June."]
    )
    assert announcers(made) == [None, 0, 0, None]


def test_a_post_without_marks_goes_on_until_the_article_speaks_of_it() -> None:
    made = page(
        ["One user wrote:"],
        ["The mayor sold the pier to a brewery!"],
        ["He used the money for a yacht.", "It is moored in Oslo."],
        ["The post was shared by thousands."],
        ["The pier belongs to the town."],
    )
    assert announcers(made) == [None, 0, 0, 0, None, None]
    assert all(announced_as_claim(made, n) for n in (1, 2, 3))


def test_a_statement_without_marks_ends_with_its_paragraph() -> None:
    made = page(["The harbour office said in a statement:"], ["We never sold it."], ["Ships came in June."])
    assert announcers(made) == [None, 0, None]


def test_where_the_post_itself_is_left_out_the_article_goes_on_in_its_own_voice() -> None:
    made = page(["The full post read:"], ["Readers of ours asked whether the claim is true."], ["However, it is not."])
    assert announcers(page(["The full post read:"], ["The claim spread on other sites."])) == [None, None]
    assert announcer_of(made, 2) is None


def test_the_rest_of_a_quotation_brings_the_sentence_with_its_speaker() -> None:
    made = page(['The keeper said, "The lamp went out.', 'Nobody noticed."', "The pier was closed."])
    assert announcers(made) == [None, 0, None]


def test_a_quotation_behind_an_attributed_one_is_of_the_same_speaker() -> None:
    made = page(['"The lamp went out," the keeper said.', '"Nobody noticed."', "The pier was closed."])
    assert announcers(made) == [None, 0, None]


def test_the_speaker_may_be_named_at_the_end() -> None:
    made = page(['"The lamp went out.', 'Nobody noticed," the keeper said.'])
    assert announcers(made)[0] == 1


def test_items_of_a_list_bring_what_they_are_items_of() -> None:
    made = page(["Voters must show one of these:"], ["• A passport."], ["• A licence."], ["The office opens at nine."])
    assert announcers(made) == [None, 0, 0, None]
    assert not announced_as_claim(made, 1)


@pytest.mark.parametrize(
    ("announcement", "claim"),
    [
        ("The Facebook post read:", True),
        ("The meme's caption said:", True),
        ("One user, whose post was shared widely, wrote:", True),
        ("According to the caption:", True),
        ("The rumor went as follows:", True),
        ("The harbour office said in a statement:", False),
        ("The minister replied:", False),
        ("In a post of May 3, the minister wrote:", False),
        ("Since the video was published, the harbour office has said:", False),
        ("Here is how the office answered the claim in an email to us:", False),
    ],
)
def test_what_a_post_says_is_a_claim_and_what_an_office_says_is_not(announcement: str, claim: bool) -> None:
    made = plain(announcement, "The pier was sold.")
    assert announcer_of(made, 1) == 0
    assert announced_as_claim(made, 1) is claim
    assert only_restates(made, 1) is claim


def test_the_rest_of_a_quoted_post_is_a_claim_too() -> None:
    made = page(['One post read, "The mayor sold the pier.', 'He bought a yacht."', "The register shows no sale."])
    assert [only_restates(made, n) for n in (1, 2)] == [True, False]


def test_an_embedded_post_announces_nothing() -> None:
    made = plain("This picture appeared in May:", "The register shows no sale.")
    assert announcer_of(made, 1) is None


def test_a_post_quoted_within_its_announcement_goes_on_to_the_closing_mark() -> None:
    made = page(['A reader sent one of many posts, reading, "Cows took the pier.', 'It is the heat."', "It is a fake."])
    assert [only_restates(made, n) for n in range(3)] == [True, True, False]


def test_posts_quoted_in_the_middle_of_an_article_may_be_evidence() -> None:
    lead = [f"Pier number {n} is closed." for n in range(12)]
    made = page([*lead, 'A user posted it with the caption, "The cows came on a lorry.', 'I drove it."'])
    assert [only_restates(made, n) for n in (12, 13)] == [False, False]


def test_a_story_goes_on_over_its_paragraphs_until_somebody_speaks_of_it() -> None:
    made = page(
        ["The narrator said:"],
        ["In the chair sat the mayor."],
        ["A spokesman of the brewery read her records aloud."],
        ["But she only smiled."],
        ["No evidence shows that they met."],
        ["The mayor was abroad."],
    )
    assert [only_restates(made, n) for n in range(6)] == [False, True, True, True, False, False]


def test_it_began_opens_a_story_if_the_sentence_before_speaks_of_one() -> None:
    made = page(["The page ran the headline “Pier sold.”", "It began:"], ["The mayor sold the pier on Friday."])
    assert only_restates(made, 2)
    plain_law = page(["The act is two centuries old.", "It began:"], ["Nobody may sell the pier."])
    assert not only_restates(plain_law, 2)


def test_a_story_that_is_retold_ends_with_its_paragraph() -> None:
    made = page(
        ["In the clip, a narrator tells the story of a gala.", "The mayor gives away her yacht.", "All rise."],
        ["She owns no yacht."],
    )
    assert [only_restates(made, n) for n in range(1, 4)] == [True, True, False]


def test_an_embedded_post_is_announced_by_its_signature() -> None:
    made = page(
        ["It spread in May."],
        ["The mayor sold the pier.", "Everybody knows it."],
        ["— Elm Falls Harbour (@elmfalls) March 22, 2031"],
        ["This was not true."],
    )
    assert announcers(made) == [None, 3, 3, None, None]
