import pytest

from qa.wording.resuming import resumes, speaks_of_a_post


@pytest.mark.parametrize(
    "sentence",
    ["However, the pier was never sold.", "The post was shared by thousands.", "(Harbour office)", "We found no deed."],
)
def test_a_sentence_about_the_post_is_the_articles_own(sentence: str) -> None:
    assert resumes(sentence)


def test_a_sentence_that_a_post_may_hold_is_not_surely_the_articles_own() -> None:
    assert not resumes("Watch this video of the pier!")
    assert speaks_of_a_post("Watch this video of the pier!")
    assert not speaks_of_a_post("He used the money for a yacht.")


@pytest.mark.parametrize(
    "sentence",
    ["She put the money into her account on an island.", "But the judge had told him so.", "It is true love."],
)
def test_words_of_everyday_use_do_not_end_a_post(sentence: str) -> None:
    assert not resumes(sentence)
    assert not speaks_of_a_post(sentence)
