from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.anchoring import locate, moved, numbers_of
from tests.qa.archive import TOLL
from tests.qa.articles import plain

N = len(TOLL.sentences)


@given(st.integers(0, N - 1), st.integers(0, 3))
def test_neighbouring_sentences_are_found_where_they_stand(first: int, more: int) -> None:
    last = min(first + more, N - 1)
    start, end = TOLL.sentences[first].start, TOLL.sentences[last].end
    span = locate(TOLL, " ".join(TOLL.text[start:end].split()))
    assert span is not None
    assert (span.start, span.end, span.first, span.last) == (start, end, first, last)


def test_part_of_a_sentence_is_found_in_it() -> None:
    span = locate(TOLL, "raised the toll to two crowns")
    assert span is not None
    assert (TOLL.text[span.start : span.end], span.first) == ("raised the toll to two crowns", span.last)


def test_other_words_are_not_found() -> None:
    assert locate(TOLL, "raised the toll to nine crowns") is None
    assert locate(TOLL, "  ") is None


def test_numbers_are_those_of_the_sentences_that_hold_the_quotes() -> None:
    assert numbers_of(TOLL, ("raised the toll to two crowns", "visitors use the bridge most")) == (1, 3)
    assert numbers_of(TOLL, ("not there",)) == ()


def test_a_sentence_with_another_number_is_the_same_reworded() -> None:
    revised = plain("The office counted 45 seals on Ness beach in the spring.", "Seals are protected animals there.")
    assert moved(revised, "The office counted 31 seals on Ness beach in the spring.") == (
        "The office counted 45 seals on Ness beach in the spring."
    )


def test_another_sentence_on_the_subject_is_not_the_same() -> None:
    revised = plain("Seals are protected animals on Ness beach.")
    assert moved(revised, "The office counted 31 seals on Ness beach in the spring.") is None
