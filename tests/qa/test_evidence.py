"""Opinions of candidates."""

from qa.evidence import PassageScore, with_mean_sentences


def test_sentences_are_averaged_and_the_passage_keeps_its_first_opinion() -> None:
    one, other = PassageScore(1.0, (2.0, -2.0)), PassageScore(-3.0, (0.0, 4.0))
    assert with_mean_sentences(one, other) == PassageScore(1.0, (1.0, 1.0))
