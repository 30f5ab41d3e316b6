"""Headings that run into the sentence behind them."""

import time

import pytest

from corpus.glued_headings import heading_end


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Ferry fares are falling", "The ferries took less than the year before."),
        ("Who pays for the pier now", "There’s a fund for the pier."),
        ("A third of riders don’t pay", "It’s not known who they are."),
        ("Fares fell by 5%", "In 2031 riders paid two crowns."),
        ("The harbour’s own numbers", "However, these leave out children."),
        ("The price of a ticket", "Saying that fares fell is misleading."),
        ("Fewer riders in winter", "During the frost the pier was closed."),
    ],
)
def test_a_heading_ends_where_a_sentence_opens(heading: str, sentence: str) -> None:
    assert heading_end(f"{heading} {sentence}") == len(heading) + 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferries took less than the year before.",
        "She told The Harbour Post that fares fell.",
        "She wrote for the The harbour pages of the Post.",
        "The plan is called Ferries for All and costs little.",
        "The promise is rated In the Works by us.",
        "The band Race To the Pier played on.",
        "He said, with a smile There was none.",
        "“Fares are falling The ferries” was the headline.",
        "Update 5 May 2031 We added the fares of children.",
        "Harbour Now shows the ferries.",
        "A claim about mayor Anna Manning spread online.",
        "The mayor won 55% of the votes.",
        "Fares are falling The",
    ],
)
def test_a_capital_within_a_sentence_ends_no_heading(sentence: str) -> None:
    assert heading_end(sentence) == 0


@pytest.mark.parametrize("unit", ["a The ", "a In ", "a In a a a a a a ", "falling "])
def test_time_is_linear(unit: str) -> None:
    began = time.process_time()
    heading_end(unit * (100_000 // len(unit)))
    assert time.process_time() - began < 1
