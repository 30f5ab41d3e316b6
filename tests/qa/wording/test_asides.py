import pytest

from qa.wording.asides import is_aside


@pytest.mark.parametrize(
    "text",
    [
        "(Harbour office / Jane Roe)",
        "[…]",
        "https://footnote.example/a?b=1",
        "(Read more about how we work.)",
        "A post shared by Elm Falls (@elmfalls)",
        "This post was flagged as part of a network's efforts against false news.",
        "Lund's video was flagged as part of a network's efforts against false news.",
        "They were flagged as part of a network's efforts against false news.",
        "Photo courtesy of Jane Roe",
        "Source: Elm Falls Harbour Office",
        "Gull steals a whole sandwich by u/elmfalls in harbours",
    ],
)
def test_credits_and_notices_are_asides(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "(The pier was sold later.)",
        "The pier (built in 1901) was sold.",
        "(a)(1) says who may vote.",
        "Read the deed.",
        "The source: a leak in Elm Falls.",
    ],
)
def test_what_says_something_is_none(text: str) -> None:
    assert not is_aside(text)
