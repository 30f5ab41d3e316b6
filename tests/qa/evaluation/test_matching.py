import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.gold import GoldAnswer
from qa.evaluation.matching import RUN, SHARE, covered, is_hit, is_quoted, words

WORD = st.text(string.ascii_lowercase, min_size=1, max_size=5)
SENTENCE = st.lists(WORD, min_size=RUN, max_size=15)
GOLD = "The bridge office raised the toll to two crowns in March 2021."


def independently_covered(wanted: list[str], quoted: list[str]) -> float:
    """Words inside any shared run of three or more, by looking at every stretch of the sentence."""
    held = set()
    for start in range(len(wanted)):
        for end in range(start + RUN, len(wanted) + 1):
            stretch = wanted[start:end]
            if any(quoted[n : n + len(stretch)] == stretch for n in range(len(quoted))):
                held.update(range(start, end))
    return len(held) / len(wanted)


@given(SENTENCE, SENTENCE)
def test_the_share_is_that_of_words_in_runs_of_three(wanted: list[str], quoted: list[str]) -> None:
    mixed = quoted[: len(quoted) // 2] + wanted[: len(wanted) // 2 + 1] + quoted[len(quoted) // 2 :]
    assert covered(" ".join(wanted), " ".join(mixed)) == pytest.approx(independently_covered(wanted, mixed))


@given(SENTENCE, st.lists(WORD, max_size=8), st.lists(WORD, max_size=8))
def test_a_sentence_is_quoted_by_whatever_holds_it(sentence: list[str], before: list[str], after: list[str]) -> None:
    assert covered(" ".join(sentence), " ".join([*before, *sentence, *after])) == 1.0


@given(SENTENCE, st.lists(SENTENCE, max_size=3), SENTENCE)
def test_more_quotes_never_lose_a_hit(sentence: list[str], quotes: list[list[str]], more: list[str]) -> None:
    answers = [GoldAnswer("a", (" ".join(sentence),))]
    shown = [("a", " ".join(quote)) for quote in quotes]
    assert is_hit(answers, shown) <= is_hit(answers, [*shown, ("a", " ".join(more))])


@given(SENTENCE)
def test_markers_case_and_punctuation_are_ignored(sentence: list[str]) -> None:
    printed = ", ".join(word.title() for word in sentence) + " [1, 3].<sup>2</sup>"
    assert covered(" ".join(sentence), printed) == covered(printed, " ".join(sentence)) == 1.0


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (GOLD, True),
        ("As records show, the bridge office raised the toll to two crowns in 2021.", True),
        ("The bridge office raised the toll.", False),
        ("The bridge office, raised by the toll, has two crowns in March of 2021.", False),
        ("Crowns two to toll the raised office bridge the.", False),
        ("", False),
    ],
)
def test_a_sentence_counts_from_four_fifths_of_its_words(quote: str, expected: bool) -> None:
    assert is_quoted(GOLD, [quote]) is expected


def test_exactly_four_fifths_are_enough() -> None:
    ten = "a b c d e f g h i j"
    assert covered(ten, "a b c d e f g h") == SHARE
    assert is_quoted(ten, ["a b c d e f g h"])
    assert not is_quoted(ten, ["a b c d e f g"])


def test_words_must_stand_in_one_quote() -> None:
    assert not is_quoted(GOLD, ["The bridge office raised the toll", "to two crowns in March 2021."])


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("No.", True),
        ("Does it? No. The toll pays for repairs.", True),
        ("No evidence supports the story.", False),
        ("The warden said no such thing.", False),
    ],
)
def test_a_terse_sentence_counts_where_it_stands_alone(quote: str, expected: bool) -> None:
    assert is_quoted("No.", [quote]) is expected


def test_a_sentence_without_words_is_never_quoted() -> None:
    assert not is_quoted("…", ["…", "Any words."])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 287(g) program.[2-4]", ["the", "287", "g", "program"]),
        ("It’s 3.5 %, [sic] says she", ["it's", "3", "5", "sic", "says", "she"]),
        ("soft\u00adware and no\u200bwhere", ["software", "and", "nowhere"]),
        ("STRASSE und Straße", ["strasse", "und", "strasse"]),
        ("In [2021] it rose", ["in", "2021", "it", "rose"]),
    ],
)
def test_words_are_what_a_reader_reads(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_all_sentences_of_an_alternative_are_needed() -> None:
    both = [GoldAnswer("toll", (GOLD, "Lorries pay six crowns since then."))]
    assert not is_hit(both, [("toll", GOLD)])
    assert is_hit(both, [("toll", GOLD), ("toll", "Lorries pay six crowns since then.")])


def test_one_alternative_is_enough() -> None:
    answers = [GoldAnswer("ferry", ("Nobody quotes this sentence.",)), GoldAnswer("toll", (GOLD,))]
    assert is_hit(answers, [("toll", GOLD)])


def test_the_same_words_in_another_article_are_no_hit() -> None:
    assert not is_hit([GoldAnswer("toll", (GOLD,))], [("ferry", GOLD)])


def test_nothing_quoted_is_no_hit() -> None:
    assert not is_hit([GoldAnswer("toll", (GOLD,))], [])
