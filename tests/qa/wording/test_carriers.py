import pytest

from qa.wording.carriers import quotes_carrier, spreads


@pytest.mark.parametrize(
    ("announcement", "expected"),
    [
        ("A reel with many viewers claimed the following:", True),
        ("Someone posted under the photo:", True),
        ("The narrator begins the clip, which lasts an hour, as follows:", True),
        ("The page printed this fabricated quote of the mayor:", True),
        ("The keeper answered the alleged buyer in a letter, writing:", False),
        ("The minister said of the viral video:", False),
        ("The law reads, in part:", False),
    ],
)
def test_posts_and_their_like_spread_claims_and_speakers_do_not(announcement: str, expected: bool) -> None:
    assert spreads(announcement) is expected


@pytest.mark.parametrize(
    ("announcement", "before", "expected"),
    [
        ("It began:", "A satirical site ran the headline of the pier.", True),
        ("It read as follows:", "One post with the claim had many likes.", True),
        ("It read:", "The harbour office sent an authentic statement on the rumor.", False),
        ("It read:", "The act is two centuries old.", False),
        ("Below is the transcription of the viral monologue:", "", True),
        ("Here is a transcript of the hearing:", "", False),
    ],
)
def test_it_is_what_the_sentence_before_speaks_of(announcement: str, before: str, expected: bool) -> None:
    assert spreads(announcement, before) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        'For example, a reader sent us one of many posts, reading, " A herd of cows has taken over the pier.',
        'One account captioned the picture: "The mayor posted this today.',
        'A user posted the clip with the caption, "Look what they did to the pier!"',
    ],
)
def test_a_post_may_be_quoted_in_the_sentence_that_names_it(sentence: str) -> None:
    assert quotes_carrier(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        'One account captioned the picture "Sold!"',
        'However, another post read, "The mayor never sold the pier to anybody."',
        'The agency\'s caption read, "The smoke comes from a mill near the pier."',
        'The keeper said in her own post, "I did not take this picture of the pier."',
        'One post read, "The mayor sold the pier to a brewery," and misled thousands.',
    ],
)
def test_evidence_and_what_says_more_than_a_post_quote_none(sentence: str) -> None:
    assert not quotes_carrier(sentence)
