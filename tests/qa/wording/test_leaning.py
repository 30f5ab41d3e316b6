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
