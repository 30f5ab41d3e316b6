"""Claims with a by-line, parted from the finding behind them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.parting import parted


def parts(*paragraphs: str) -> list[tuple[str, bool]]:
    text, spans = "\n\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [(text[start:end], is_claim) for start, end, is_claim in parted(text, spans)]


@pytest.mark.parametrize(
    ("claim", "finding"),
    [
        (["“Ferry fares fell by a third.” Ann Lee MP, 5 October 2031"], "That is right for one ferry."),
        (["“Fares fell by a third”. Ann Lee, Minister for Ferries, 5 October 2031"], "They fell by a tenth."),
        (['"Fares fell.', 'They will fall again." Ann Lee, 5th October 2031'], "5,000 riders paid more."),
        (["“Fares fell” i news (print edition), 5 Oct 2031 (p. 4)"], "It’s correct that they did."),
        (["“Fares fell”—the council’s press office, October 5, 2031"], "“Fell” is a large word for it."),
        (["“Fares fell.” Ann Lee 5 October 2031"], "They did not."),
        (['"Fares fell" - Elm Falls Post 05/10/2031'], "They did not."),
        (["“Fares of “small” ferries fell.” Ferry user, 5 October 2031"], "They did not."),
        (["“The council met.", "“Fares fell after it.” Elm Falls Post, 5 October 2031"], "They did not."),
        (["Fares fell by a third, minister says—Elm Falls Post, 5 October 2031"], "They did not."),
        (["“Fares fell.", "And they will fall again. Ann Lee, 5 October 2031"], "They did not."),
        (["“Fares fell” Ferry party manifesto “Fares rose” Elm Falls Post, 5 October 2031"], "Both are right."),
        (["Ann Lee: “Fares fell.”", "Bo Day: “They rose.” Harbour Radio, 5 October 2031"], "Both are right."),
        (["“Fares fell” Ann Lee, 5 October 2031", "“They rose.” Bo Day MP, 6 October 2031"], "Both are right."),
    ],
)
def test_a_claim_ends_with_its_by_line(claim: list[str], finding: str) -> None:
    assert parts(" ".join([*claim, finding])) == [*((sentence, True) for sentence in claim), (finding, False)]


def test_a_claim_in_the_middle_is_parted_from_both_sides() -> None:
    assert parts("The ferry is old. “It is new.” Ann Lee MP, 5 October 2031 It is from 1990.") == [
        ("The ferry is old.", False),
        ("“It is new.” Ann Lee MP, 5 October 2031", True),
        ("It is from 1990.", False),
    ]


def test_what_announces_a_claim_is_a_sentence_of_its_own() -> None:
    assert parts(
        "The ferry is old. Yet the council was told: “It is new.” Ann Lee, 5 October 2031 It is from 1990."
    ) == [
        ("The ferry is old.", False),
        ("Yet the council was told:", False),
        ("“It is new.” Ann Lee, 5 October 2031", True),
        ("It is from 1990.", False),
    ]


def test_a_by_line_may_open_the_next_paragraph() -> None:
    assert parts("“The ferry is new. It is safe.”", "Ann Lee, 5 October 2031 The ferry is from 1990.", "It sank.") == [
        ("“The ferry is new.", True),
        ("It is safe.”", True),
        ("Ann Lee, 5 October 2031", True),
        ("The ferry is from 1990.", False),
        ("It sank.", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The “new” ferry sank on 5 October 2031. It was raised.",
        "The ferry is “new”. Update 5 October 2031 We added its age.",
        "The ferry is “new”. Correction, 5 October 2031 We removed its age.",
        "She called it “new” in a speech of 5 October 2031 The Post printed.",
        "It is “new,” Ann Lee told Harbour Radio, 5 October 2031 being the day.",
        "It sank.\n\n• “It is new,” Ann Lee, 5 October 2031.\n\n• “It is safe,” Bo Day, 6 October 2031",
        "The ferry sank.\n\nAll sailed for the riders’ Union, 5 October 2031 It was late.",
    ],
)
def test_a_day_that_ends_no_by_line_parts_nothing(text: str) -> None:
    assert not any(is_claim for _, is_claim in parts(*text.split("\n\n")))


@given(
    st.lists(st.sampled_from(["“", "”", '"', "Ann Lee, ", "5 May 2031 ", "It sank. ", "\n\n", "said: "]), max_size=30)
)
def test_nothing_is_lost(pieces: list[str]) -> None:
    paragraphs = [paragraph.strip() for paragraph in "".join(pieces).split("\n\n")]
    kept = [paragraph for paragraph in paragraphs if paragraph]
    found = parts(*kept)
    assert "".join("".join(text.split()) for text, _ in found) == "".join("".join(text.split()) for text in kept)
    assert all(text == text.strip() != "" for text, _ in found)


@pytest.mark.parametrize(
    "unit",
    ["“a” Ann Lee, 5 May 2031 It ", "”" * 9 + " A B, 5 May 2031 It ", "A ", "5 May 2031 A\n", "“", '" A, 1/1/2031 A'],
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    list(parted(text, [(0, len(text))]))
    assert time.process_time() - began < 3


def test_a_glued_heading_is_a_sentence_of_its_own() -> None:
    assert parts(
        "It sank. Ferry fares are falling The ferries took less. “It is new.” Ann Lee, 5 May 2031 It is old."
    ) == [
        ("It sank.", False),
        ("Ferry fares are falling", False),
        ("The ferries took less.", False),
        ("“It is new.” Ann Lee, 5 May 2031", True),
        ("It is old.", False),
    ]
