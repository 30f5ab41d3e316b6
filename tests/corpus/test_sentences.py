"""Sentence spans."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. Senate met.", "It adjourned."],
        ["He moved to the U.S. in 1990.", "She stayed."],
        ["They moved to the U.S.", "The rest stayed."],
        ["Dr. Smith saw Gov. Lee on Jan. 5, 2020.", "They spoke."],
        ["It cost $3.5 million.", "Nobody paid 2.75%."],
        ['"It is over," he said.', '"We won!"', "They left."],
        ["He asked “Why?” and left.", "“No.”", "So be it."],
        ["Is it true?", "No!", "Well… perhaps."],
        ["George W. Bush spoke.", "J. K. Rowling wrote."],
        ["See No. 10 and Art. 5 of the act.", "It is art.", "She said no.", "Then she left."],
        ["It closed at 5 p.m. on Friday.", "It opened at 9 a.m.", "The rest is known."],
        ["Acme Inc. sued.", "So did Beta Corp. of Ohio."],
        ["The plan — all of it — failed.", "(It was late.)", "[The mayor] agreed."],
        ["Version 3.11.7 is out.", "Visit example.com/a.b today."],
        ["Oranges hold vitamin C.", "The rest is known."],
    ],
)
def test_sentences_are_parted_where_they_end(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_missing_space_still_ends_a_sentence() -> None:
    assert split("It was late, he said.The next day came.") == ["It was late, he said.", "The next day came."]


def test_line_breaks_end_sentences() -> None:
    assert split("- first point\n- second point\n\nThe end.") == ["- first point", "- second point", "The end."]


@given(st.text(max_size=300))
def test_spans_are_ordered_trimmed_and_lose_nothing(text: str) -> None:
    at = 0
    for start, end in spans(text):
        assert start >= at
        assert text[start:end] == text[start:end].strip() != ""
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""


@pytest.mark.parametrize("unit", ["a. ", "word ", "Mr. ", ".", "\n", "“a?” "])
def test_time_is_linear(unit: str) -> None:
    began = time.perf_counter()
    list(spans(unit * (1_000_000 // len(unit))))
    assert time.perf_counter() - began < 10
