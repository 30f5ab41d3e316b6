import pytest

from qa.wording.fillers import is_filler


@pytest.mark.parametrize(
    "text",
    [
        "The rumor also appeared on X ( archived ), Facebook ( archived ) and Reddit .",
        "Other users shared similar videos on TikTok and Instagram.",
        "As of this writing, the post had received more than 41,000 views and 390 likes.",
        "The clip was viewed 3 million times.",
        "We contacted the harbour office for comment and will update this story if it replies.",
        "We asked the keeper for his log but did not hear back.",
        "Lampwatch reached out to both captains and awaits a reply.",
        "We had not received replies as of this writing.",
        "We define Half Lit as a lamp that burns every other night.",
        "Many readers have asked us to check whether the lamp was sold.",
    ],
)
def test_where_else_how_often_and_whom_in_vain_is_filler(text: str) -> None:
    assert is_filler(text)


@pytest.mark.parametrize(
    "text",
    [
        "The picture first appeared on X in May 2019.",
        "The claim that the lamp exploded spread on Facebook and Reddit.",
        "The video appeared on TikTok with the caption “Gone.”",
        "We contacted the harbour office, which confirmed that the lamp was lit.",
        "We asked both captains, who said that they saw nothing and did not reply to the radio.",
        "The captain did not respond to a request for comment.",
        "The festival was seen by 41,000 people.",
    ],
)
def test_what_says_more_is_none(text: str) -> None:
    assert not is_filler(text)
