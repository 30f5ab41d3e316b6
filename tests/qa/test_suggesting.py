from qa.suggesting import Suggester
from tests.qa.articles import plain

TOLL = plain(
    "x.", id="toll", title="Who pays the toll?", dive_deeper=("What do lorries pay?", "Who designed the bridge?")
)
FERRY = plain("x.", id="ferry", title="Did the toll replace the ferry?", dive_deeper=("When did the ferry stop?",))
WELL = plain("x.", id="well", title="Is the well poisoned?")


def test_only_what_can_be_answered_is_offered() -> None:
    suggester = Suggester(lambda question: "lorries" in question)
    assert suggester.after(["Who pays the toll?"], [TOLL], []) == ("What do lorries pay?",)


def test_what_was_asked_is_not_offered_again_in_other_words() -> None:
    suggester = Suggester(lambda question: True)
    assert "What do lorries pay?" not in suggester.after(["what do the lorries pay"], [TOLL], [])


def test_near_articles_on_the_topic_come_after_the_quoted_ones_and_others_never() -> None:
    suggester = Suggester(lambda question: True)
    offered = suggester.after(["toll"], [TOLL], [TOLL, FERRY, WELL])
    assert offered == ("What do lorries pay?", "Who designed the bridge?", "When did the ferry stop?")
    assert Suggester(lambda question: True).after(["nothing"], [], [WELL]) == ()


def test_checks_are_few_and_remembered() -> None:
    checked: list[str] = []

    def can_answer(question: str) -> bool:
        checked.append(question)
        return False

    suggester = Suggester(can_answer)
    many = plain("x.", id="many", title="Many", dive_deeper=tuple(f"What is thing number {n}?" for n in range(50)))
    suggester.after(["Many"], [many], [])
    once = list(checked)
    suggester.after(["Many"], [many], [])
    assert 0 < len(once) <= 4
    assert checked == once


def test_what_was_asked_without_its_subject_is_not_offered_with_it() -> None:
    napoleon = plain(
        "x.",
        id="napoleon",
        title="Was Napoleon unusually short?",
        dive_deeper=("How tall was Napoleon in centimeters?", "Who drew Napoleon as a dwarf?"),
    )
    suggester = Suggester(lambda question: True)
    assert suggester.after(["was napoleon short", "how tall was he?"], [napoleon], []) == (
        "Who drew Napoleon as a dwarf?",
    )
