import pytest

from qa.conversation.salience import Shown, salient_words


def test_names_come_before_common_words_and_in_the_order_said() -> None:
    history = [Shown("Did Ada Lovelace visit the small harbour of Lund?")]
    assert salient_words(history, "when was it?", 3) == ["Ada", "Lovelace", "Lund"]


def test_words_of_the_question_itself_are_not_repeated() -> None:
    assert "Lund" not in salient_words([Shown("Did Ada visit Lund?")], "where is Lund?", 5)


def test_the_last_turn_counts_more_than_older_ones() -> None:
    history = [Shown("Did Ada visit Lund?"), Shown("Did Bo visit Oslo?")]
    assert salient_words(history, "why?", 2) == ["Bo", "Oslo"]


def test_nothing_said_nothing_meant() -> None:
    assert salient_words([], "why?", 4) == []


def test_a_misspelt_word_is_meant_as_the_title_of_its_answer_spells_it() -> None:
    history = [Shown("was napolean short?", (("n", "Was Napoleon unusually short?"),))]
    assert salient_words(history, "why?", 2) == ["Napoleon", "short"]


@pytest.mark.parametrize("text", ["whos paying for the ferry", "wont the ferry stop", "why doesnt the ferry stop"])
def test_contractions_without_their_apostrophe_are_not_meant(text: str) -> None:
    said = {word.lower() for word in salient_words([Shown(text)], "how much?", 4)}
    assert said <= {"paying", "ferry", "stop"}
