import pytest

from qa.wording.earlier_ratings import rated_otherwise, tells_earlier_rating


@pytest.mark.parametrize(
    "text",
    [
        'In May 2031 we rated the claim "there are no beavers on Gull Island" true.',
        "We previously rated a similar claim Mostly False.",
        "PolitiFact has previously fact-checked a false claim by the mayor.",
        "Last month, we gave him a False ruling on his charge about the pier.",
        "We’ve rated similar statements Half True in the past.",
    ],
)
def test_what_an_earlier_check_said_is_told_apart(text: str) -> None:
    assert tells_earlier_rating(text)


@pytest.mark.parametrize(
    "text",
    [
        "We rate the claim false.",
        "We rated this claim False.",
        "We also found that the phrase is false.",
        "In May 2031 the mayor said that it was true.",
        "Nobody rated it before.",
    ],
)
def test_what_this_check_found_is_not_an_earlier_rating(text: str) -> None:
    assert not tells_earlier_rating(text)


@pytest.mark.parametrize(
    ("verdict", "otherwise"), [("False", True), ("true", False), ("mostly-true", True), (None, True), ("", True)]
)
def test_an_earlier_rating_misleads_where_it_is_another(verdict: str | None, otherwise: bool) -> None:
    assert rated_otherwise("In 2030 we rated this claim true.", verdict) is otherwise


def test_a_rating_under_its_other_name_is_the_same() -> None:
    assert not rated_otherwise("We previously rated it Barely True.", "mostly-false")
    assert not rated_otherwise("In 2030 we rated it Pants on Fire.", "pants-fire")


def test_a_rating_of_something_else_misleads_too() -> None:
    text = "An analysis rated his remark on piers Half True."
    assert rated_otherwise(text, "pants-fire")
    assert not rated_otherwise(text, "half-true")
    assert not rated_otherwise(text, "Miscaptioned")
    assert not rated_otherwise("Half True means that a statement leaves out much.", "pants-fire")
