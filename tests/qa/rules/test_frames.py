from corpus import SectionRole
from qa.rules.frames import balance
from tests.qa.articles import article, plain
from tests.qa.evidence_of import draft, positions


def test_one_side_brings_the_other_of_its_section() -> None:
    page = plain(
        "Supporters say the toll pays for the bridge.",
        "The toll is two crowns.",
        "Critics counter that trade fell.",
    )
    assert positions(balance(draft(page, [0]))) == [0, 2]
    assert positions(balance(draft(page, [2]))) == [0, 2]


def test_the_other_side_of_another_section_is_about_something_else() -> None:
    page = article(
        ("Toll", SectionRole.FINDING, [["Supporters say the toll pays for the bridge."]]),
        ("Ferry", SectionRole.FINDING, [["Critics warn that the ferry is slow."]]),
    )
    assert positions(balance(draft(page, [0]))) == [0]


def test_the_case_against_may_stand_in_the_next_section() -> None:
    page = article(
        ("The case for", SectionRole.FINDING, [["Supporters say the toll pays for the bridge."]]),
        (
            "The case against",
            SectionRole.FINDING,
            [["The mayor is new.", "Critics counter that the toll is too high."]],
        ),
    )
    assert positions(balance(draft(page, [0]))) == [0, 2]


def test_sentences_without_sides_are_left_alone() -> None:
    page = plain("The toll is two crowns.", "Critics counter that trade fell.")
    assert positions(balance(draft(page, [0]))) == [0]
