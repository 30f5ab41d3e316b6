import pytest

from qa.terms import content_stems
from qa.wording.strangers import has_stranger

HELD = content_stems("Mayor Ann Lund opened the pier of Elm Falls in May. Footnote")


@pytest.mark.parametrize(
    "question",
    [
        "Did Ann Lund open the pier?",
        "Did Mayor Lund open the pier in June?",
        "When did the mayor of Elm Falls speak?",
        "Roughly when was the pier opened?",
        "Which British pier did the mayor open?",
        "Did Footnote check it?",
        "when did lund speak",
    ],
)
def test_known_names_shared_words_and_first_words_are_no_strangers(question: str) -> None:
    assert not has_stranger(question, HELD)


@pytest.mark.parametrize(
    "question", ["Did Ann Vik open the pier?", "Did the mayor of Skarvik speak?", "Was it opened by Bo Vik?"]
)
def test_another_last_name_or_place_is_a_stranger(question: str) -> None:
    assert has_stranger(question, HELD)
