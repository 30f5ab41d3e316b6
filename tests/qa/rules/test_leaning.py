import pytest

from corpus import SectionRole
from qa.rules.leaning import bring_antecedents, leans, opens
from tests.qa.articles import article, plain
from tests.qa.evidence_of import draft, positions


@pytest.mark.parametrize(
    "sentence",
    [
        "This made the count look larger than it was.",
        "They later withdrew the figure.",
        "He also called the poster absurd.",
        "However, the agency never published the table.",
        "But the ferry was not cancelled.",
        "Its own minutes say otherwise.",
        "These numbers leave out part-time staff.",
        "For example, the bridge had been closed since March.",
        "As a result, two of the wells were sealed.",
        "The latter was never built.",
        "Some of them were printed twice.",
        "“We had no such plan,” he said.",
        '"The pump was tested in May," she added.',
        "In contrast, the northern depot kept its trams.",
        "That said, the sample was small.",
    ],
)
def test_pronouns_connectives_and_nameless_speakers_lean(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour office counted 41 ships in June.",
        "It is unclear whether the letter was ever posted.",
        "It is not true that the museum burned down.",
        "There is no evidence that the dam was blown up.",
        "“We had no such plan,” the mayor of Lund said.",
        "This article was checked twice.",
        "Those who signed before May keep their discount.",
        "So far, eleven towns have joined.",
        "Both Denmark and Norway joined the scheme.",
        "It was reported in 2019 that the lake had dried up.",
    ],
)
def test_sentences_that_name_their_subject_stand(sentence: str) -> None:
    assert not leans(sentence)


def test_a_leaning_sentence_brings_the_one_before_it() -> None:
    page = plain("The harbour office counted 41 ships.", "It counted 39 the year before.", "The pier is new.")
    assert positions(bring_antecedents(draft(page, [1]))) == [0, 1]


def test_the_antecedent_may_lie_in_the_paragraph_before_but_not_in_another_section() -> None:
    page = article(
        ("One", SectionRole.FINDING, [["The mayor spoke in May."], ["He denied the sale."]]),
        ("Two", SectionRole.FINDING, [["They disagree."]]),
    )
    assert positions(bring_antecedents(draft(page, [1]))) == [0, 1]
    assert positions(bring_antecedents(draft(page, [2]))) == [2]


def test_a_chain_is_followed_two_steps_back() -> None:
    page = plain("A ferry sank.", "It was old.", "It was also full.", "However, nobody drowned.")
    assert positions(bring_antecedents(draft(page, [3]))) == [1, 2, 3]


def test_a_sentence_that_announces_a_list_brings_what_it_announces() -> None:
    page = plain("The report lists two causes:", "Rust and a worn valve.", "The pier is new.")
    assert opens("The report lists two causes:")
    assert positions(bring_antecedents(draft(page, [0]))) == [0, 1]


def test_what_leaning_added_goes_with_the_sentence_it_was_added_for() -> None:
    page = plain("The harbour office counted 41 ships.", "It counted 39 the year before.", "The pier is new.")
    made = bring_antecedents(draft(page, [2, 1]))
    assert positions(made.drop("a1", 1, "limit")) == [2]
