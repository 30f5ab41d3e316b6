"""What posts and rumors say, apart from what is said about them."""

import time

import pytest

from corpus.rumors import is_rumor


@pytest.mark.parametrize(
    "sentence",
    [
        "In May 2031, a widely shared meme claimed the mayor of Elm Falls sold the pier.",
        "In early June 2031, after the storm, a rumor circulated online that the pier had been sold to a brewery.",
        "A photo spread on social media claiming to show the mayor asleep at the council table.",
        "According to the post, the mayor had not slept for three days.",
        "The ferry sank with all its cows, according to one viral post.",
        "“Nobody is allowed on the beach any more,” the caption says.",
        'One user wrote: "The council never asked anyone."',
        "The video's description read:",
        '"Nobody may swim here," says a June 3, 2031, Facebook post, which was shared a thousand times.',
        "Some versions of the rumor said that experts found no cows on board.",
        "In the clip, the mayor purportedly gave a speech about his yacht.",
        "For years, a photograph has circulated online allegedly showing a cow on the pier.",
        "A video supposedly depicting the storm was shared by thousands.",
    ],
)
def test_what_a_carrier_of_claims_says_is_a_rumor(sentence: str) -> None:
    assert is_rumor(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A widely shared meme falsely claimed that the mayor sold the pier.",
        "The claim that the mayor said he would sell the pier is not true.",
        "The post had more than 10,000 views as of this writing.",
        "The video shows the mayor walking over the pier, suggesting that it was open.",
        "According to the harbour office, the pier is closed on Mondays.",
        "The harbour office's post said that the pier is closed on Mondays.",
        "Posts claimed that the pier was sold, but the register shows no sale.",
        "The council said the posts were wrong.",
        "One post with the claim had more than 9,000 likes.",
        "The photo resurfaced in July 2031, after the council released a list that named the mayor.",
        "The part of the video in which the mayor says so comes from 2019.",
        "The photographs allegedly showing the storm were taken in June 2029.",
        "A picture supposedly showing a cow on the pier had signs of being generated with software.",
        "In the clip, a keeper purportedly from Elm Falls steers the ferry.",
        "The rumor came up again in June, when the council allegedly revealed its plans.",
    ],
)
def test_what_is_said_about_it_is_none(sentence: str) -> None:
    assert not is_rumor(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 20_000 + "post",
        "The post " + "a, " * 20_000,
        "a post " * 5_000,
        '"' * 20_000,
        "In the video, " + "a " * 9_000,
        "A " + "-" * 20_000 + " post",
        "A " + "a-" * 10_000 + "x post",
        "A post " + "“a " * 30_000,
    ],
)
def test_long_text_takes_no_long_time(text: str) -> None:
    began = time.process_time()
    is_rumor(text)
    assert time.process_time() - began < 1.0
