"""Sentences that only restate the claim, and findings that must never be taken for one."""

import pytest

from corpus.restatement import Claim

CLAIM = Claim("Mayor did not ban bicycles in Elm Falls", "The mayor of Elm Falls banned all bicycles in 2024.")
QUESTION = Claim("Did the mayor of Elm Falls ban all bicycles?", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "A post on Facebook claimed the mayor of Elm Falls banned all bicycles in 2024.",
        '"The mayor of Elm Falls banned all bicycles," he wrote.',
        "A popular post says that riders were fined by the dozen.",
        "Did the mayor of Elm Falls ban all bicycles in 2024?",
        "Many people believe that bicycles are illegal there.",
    ],
)
def test_restatements(sentence: str) -> None:
    assert CLAIM.is_restated_by(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor of Elm Falls never banned bicycles in 2024.",
        "However, the mayor of Elm Falls said he banned all bicycles in 2024 as a joke.",
        "The claim that the mayor of Elm Falls banned all bicycles in 2024 is false.",
        "The post received more than 10,000 views.",
        "The mayor of Elm Falls has allowed all bicycles since 2020.",
        "A council study said all bicycles of Elm Falls were banned by the mayor before 2024.",
        "We found no record of a ban.",
        "The posts give no evidence of a ban.",
    ],
)
def test_findings_and_details(sentence: str) -> None:
    assert not CLAIM.is_restated_by(sentence)


def test_a_plain_sentence_that_answers_the_title_is_no_restatement() -> None:
    assert not QUESTION.is_restated_by("The mayor of Elm Falls did ban all bicycles.")


@pytest.mark.parametrize(
    "finding",
    [
        "The 26 states with mail ballots in the spring election counted bicycles in Elm Falls as banned vehicles.",
        "There are two lists of banned bicycles in Elm Falls: called “standing” and “seasonal”.",
        "Neither number supports the post's claim that Elm Falls banned bicycles from its streets.",
        "The town says nowhere that bicycles are banned in Elm Falls.",
    ],
)
def test_evidence_in_the_words_of_the_claim_is_no_restatement(finding: str) -> None:
    assert not Claim("Bicycles in Elm Falls", "Elm Falls banned bicycles").is_restated_by(finding)


SPEECH = "“Ferries never ran on Sundays. Now the harbour office pays crews for all seven days, which is not right.”"


@pytest.mark.parametrize(
    "sentence",
    [
        "Now the harbour office pays crews for all seven days, which is not right.”",
        "NOW the harbour office pays crews for all seven days — which is not right!",
    ],
)
def test_a_stretch_of_the_claim_is_a_restatement_whatever_its_words(sentence: str) -> None:
    assert Claim("Ferry crews", SPEECH).is_restated_by(sentence)


def test_so_is_the_claim_with_nothing_said_of_it() -> None:
    claim = Claim("Ferry crews", "Says the harbour office’s crews never work on Sundays")
    assert claim.is_restated_by("The harbour office's crews never work on Sundays, the mayor told a crowd in May.")
    assert not claim.is_restated_by("In fact, the harbour office's crews never work on Sundays, the logs show.")


def test_a_few_words_of_the_claim_are_not_it() -> None:
    assert not Claim("Ferry crews", SPEECH).is_restated_by("Ferries never ran.")
