import pytest

from qa.wording.carriers import spreads


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
