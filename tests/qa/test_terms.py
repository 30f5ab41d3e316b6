from qa.terms import content_stems, content_words, coverage, names, numbers, stem


def test_numbers_lose_their_separators() -> None:
    assert numbers("1,000 ships and 3.5 % of 2024.") == {"1000", "3.5", "2024"}


def test_names_are_capitalised_runs_without_the_opening_word() -> None:
    assert names("Did Ada Lovelace meet the mayor of Lund in March?") == ["Ada Lovelace", "Lund", "March"]


def test_possessives_and_plurals_share_a_stem() -> None:
    assert stem("ferries") == stem("ferry")
    assert content_stems("Lund’s ferries") == content_stems("the ferry of Lund")


def test_content_words_keep_their_writing_and_order() -> None:
    assert content_words("Who paid for the Lund ferry in 2024, and who paid more?") == ["paid", "Lund", "ferry", "2024"]


def test_nothing_wanted_is_covered() -> None:
    assert coverage(frozenset(), frozenset()) == 1.0
    assert coverage(frozenset({"a", "b"}), frozenset({"a"})) == 0.5
