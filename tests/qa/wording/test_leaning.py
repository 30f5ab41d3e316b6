import time

import pytest

from qa.wording.leaning import leans, opens


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
        "Some 12.5 million of these came by sea.",
        "because the lamp had gone out.",
        "That wooden pier is a replica.",
        "Except, the lamp never went out.",
        "In it, the keeper reads his log.",
        "Of those, eleven were ferries.",
        "By that measure, the depot lost money.",
        "In 2018, he sold the pier.",
        "In practice, this means that ships wait.",
        "Now that estimate stands at forty.",
        "Only the harbour master did not.",
        "The office explained that this figure left out ferries.",
        "(The pier was sold later.)",
        "They -- all four -- withdrew.",
        "There was no ground for that claim either.",
        "The harbour register bears out those statements.",
        "The council has always denied such allegations.",
        "Elm Falls is a common target of such false rumors.",
        "The problem with that assertion is that the pier belongs to the town.",
        "The Gazette rated that claim False.",
        "The Gazette rated that claim Pants on Fire.",
        "We rated that False.",
        "We rated it Mostly True in May.",
        "We've rated that Half True.",
        "Both are rarely used in winter.",
        "Both agreements expired in May.",
        "By comparison, the northern depot kept its trams.",
        "For comparison, eleven ferries ran in June.",
        "In comparison the old pier was short.",
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
        "Half of the towns have joined.",
        "Because the lamp had gone out, nobody saw the ship.",
        "Both Denmark and Norway joined the scheme.",
        "It was reported in 2019 that the lake had dried up.",
        "For those who signed before May, the discount stays.",
        "In this article we look at ferries only.",
        "For this reason, we rate the claim False.",
        "In 2018, Ole Lund sold the pier.",
        "If the dam breaks, that will flood the mill.",
        "Now that the ice is gone, ships pass again.",
        "The mayor asked who did.",
        "The office counted 41 ships, but this figure leaves out ferries.",
        "(Ole Lund / Harbour office)",
        "Then-Mayor Ole Lund opened the pier in 2014.",
        "So-called lamp keepers appeared.",
        "But-for causation is a test of the courts.",
        "The two-storey depot was sold.",
        "The mayor's claim spread widely, but nothing supports that claim.",
        "Ole Lund said he sold the pier, and that statement is wrong.",
        "Two blogs spread posts that claim the pier was sold.",
        "The office keeps a list of users that comment on every ferry.",
        "The museum rejects those claims that its lamp is a replica.",
        "Ole Lund never made any such remarks.",
        "We rate that claim False.",
        "We rate it Mostly True.",
        "Both the mayor and the keeper signed.",
        "Both ferries and trams carry bicycles.",
        "Both rich and poor towns joined.",
        "In comparison to the old pier, the new one is short.",
    ],
)
def test_sentences_that_name_their_subject_stand(sentence: str) -> None:
    assert not leans(sentence)


@pytest.mark.parametrize(
    "sentence", ["The report lists two causes:", "Is the figure right?", "“So what did they find?”:"]
)
def test_announcements_and_questions_only_raise_what_follows(sentence: str) -> None:
    assert opens(sentence)


@pytest.mark.parametrize("sentence", ["The ship sank.", "“Who knew?” the mayor asked.", "At 10:30 it sank."])
def test_other_sentences_say_something(sentence: str) -> None:
    assert not opens(sentence)


@pytest.mark.parametrize(
    "unit", ["that claim ", "those false ", "such claims of ", "that claim -", "Both a ", "-", "said "]
)
def test_a_long_run_of_one_thing_is_read_in_no_time(unit: str) -> None:
    began = time.process_time()
    leans("The pier " + unit * (40_000 // len(unit)) + " x")
    leans("Both " + unit * (40_000 // len(unit)) + " x")
    leans("That claim" + " " * 40_000 + "x")
    assert time.process_time() - began < 1
