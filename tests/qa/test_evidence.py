"""Opinions of candidates."""

import pytest

from qa.evidence import PassageScore, with_sentences_of_both


def test_sentences_go_by_both_opinions_and_the_passage_keeps_its_first() -> None:
    one, other = PassageScore(1.0, (2.0, -2.0)), PassageScore(-3.0, (0.0, 4.0))
    both = with_sentences_of_both(one, other, share=0.25)
    assert both.answerable == 1.0
    assert both.sentences == pytest.approx((0.5, 2.5))
