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
        ["Asm. Ann Lee met Pfc. Tom Ray and Det. Sue Fox.", "Drs. Hall and Moor came."],
        ["Troops joined Det. 12 in May.", "The Rt. Rev. Ann Lee spoke to Sec. Moor."],
        ["It cites S. Amdt. 12, H.J. Res. 7 and Wis. Stat. § 3.", "Prop. 8 failed.", "It was a prop."],
        ["Dunmore County (Ga.) Commission voted.", "(Gov.) Ann Lee spoke.", "(It closed at 5 p.m.)", "Nobody came."],
        ["She died in Dunmore, Conn.", "During the war it burned.", "He came from the U.S.", "Of these, two left."],
        ["They met in Dunmore, Colo.", '"Right?" he asked.', "A law of Dunmore, Ala., fell."],
        ["The U.S. “Clean Harbour” plan passed.", 'James C. "Jim" Lee spoke.'],
    ],
)
def test_sentences_are_parted_where_they_end(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_missing_space_still_ends_a_sentence() -> None:
    assert split("It was late, he said.The next day came.") == ["It was late, he said.", "The next day came."]


@pytest.mark.parametrize(
    "sentences",
    [
        ["“It was late.”", "Yet he came."],
        ["(It was late.)", "So he left."],
        ['"It was late in 2031."', "Yet he came."],
        ["He left early.", '"It was late," he said.'],
        ["He left early.", "“I was late,” he said."],
        ["He left early.", "(That was wise.)"],
        ['He read "It was late."', '"It was early," said another.'],
        ["He met Rep.Ann Lee in Calif.Moor Park."],
        ['"Leave the house!"she said.'],
        ["See example.com/late.”Yes for more."],
    ],
)
def test_a_missing_space_beside_quotation_marks_and_brackets(sentences: list[str]) -> None:
    assert split("".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ['"It was late, " she said.', '" It was early. "', "The claim is false."],
        ['The post read: " Is it late? "', "(It was.)", '" So be it, " she said.'],
        ["The post read: “ It is late. ”", "The claim is false."],
        ["He saw it. [ … ]", "The rest is known."],
        ["He knows it better than [ … ] those men."],
    ],
)
def test_a_lone_mark_that_closes_stays_with_its_sentence(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_marks_are_counted_by_line() -> None:
    assert split('"It was late.\n" It was early. "') == ['"It was late.', '" It was early. "']


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


@pytest.mark.parametrize(
    "unit", ["a. ", "word ", "Mr. ", ".", "\n", "“a?” ", 'a. " ', 'aa."', "aa.)A", "aa.” ”", "aa.Aa"]
)
def test_time_is_linear(unit: str) -> None:
    began = time.perf_counter()
    list(spans(unit * (1_000_000 // len(unit))))
    assert time.perf_counter() - began < 10
