"""A sentence may be as long as its page and hold anything: whatever reads it takes time in proportion."""

import time
from collections.abc import Callable

import pytest

from qa.wording.announcing import announcer_of
from qa.wording.asides import is_aside
from qa.wording.carriers import quotes_carrier
from qa.wording.fillers import is_filler
from qa.wording.framing import sides
from qa.wording.quotation import opened_in
from qa.wording.verdicts import concludes, states_finding
from tests.qa.articles import plain

LENGTH = 40_000


def opened(text: str) -> object:
    return opened_in(text, [(0, len(text))])


def announced(text: str) -> object:
    return announcer_of(plain('"The pier', f"is closed {text}", "x."), 0)


@pytest.mark.parametrize(
    ("reads", "begin", "unit", "end"),
    [
        (sides, "Supporters ", "-", " x"),
        (sides, "Supporters ", "’ ", " x"),
        (sides, "", "critics-", ""),
        (states_finding, "", "-", " x"),
        (concludes, "", "’", " x"),
        (is_aside, "(", ".", "x)"),
        (is_filler, "shared on Facebook ", ".", " x"),
        (is_filler, "shared ", "1,", " z"),
        (is_filler, "", "asked ", ""),
        (quotes_carrier, "A post “", "-", "”x"),
        (opened, "", "”", ""),
        (announced, "", "”", ""),
    ],
)
def test_a_long_run_of_one_thing_is_read_in_no_time(
    reads: Callable[[str], object], begin: str, unit: str, end: str
) -> None:
    began = time.process_time()
    reads(begin + unit * (LENGTH // len(unit)) + end)
    assert time.process_time() - began < 1
