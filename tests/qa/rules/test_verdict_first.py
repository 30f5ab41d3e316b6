from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus import Article
from qa.composing import compose
from qa.draft import Draft
from qa.rules.picking import PickingLimits
from qa.rules.verdict_first import lead_with_finding
from tests.qa.articles import plain
from tests.qa.evidence_of import evidence, positions

PAGE = plain(
    "The lake lies behind the mill.",
    "Boats are hired out in June.",
    "There is no evidence that anyone drained the lake.",
    "Swans live on it.",
    title="Was the lake drained?",
)
CLAIM = "I heard that the lake was drained"


def drafted(question: str, picked: Sequence[int], logits: Mapping[int, float], page: Article = PAGE) -> Draft:
    made = Draft.of(evidence((page, logits), question=question), 3)
    for n in picked:
        made = made.add(page.id, n, "picking")
    return made


def test_the_finding_leads_where_the_picks_only_colour_a_claim() -> None:
    made = lead_with_finding(drafted(CLAIM, [0, 1], {0: 3.0, 1: 2.0}))
    assert [pick.n for pick in made.picks] == [2, 0, 1]
    assert made.changes[-1].rule == "verdict first"


def test_a_pick_that_states_a_finding_is_enough() -> None:
    assert positions(lead_with_finding(drafted(CLAIM, [2], {2: 3.0}))) == [2]


def test_a_question_for_a_detail_is_left_alone() -> None:
    assert positions(lead_with_finding(drafted("When are boats hired out?", [1], {1: 3.0}))) == [1]


def test_a_conclusion_about_something_else_does_not_lead() -> None:
    page = plain("The lake lies behind the mill.", "There is no evidence of cows.", title="Was the lake drained?")
    assert positions(lead_with_finding(drafted(CLAIM, [0], {0: 3.0}, page))) == [0]


def test_a_conclusion_that_no_passage_holds_must_speak_of_the_title_the_more() -> None:
    article = plain("The lake lies behind it.", "But the lake is real.", title="Was the lake of Lund drained in May?")
    seen = drafted(CLAIM, [0], {0: 3.0}, article)
    unseen = replace(seen, evidence=replace(seen.evidence, sentences=seen.evidence.sentences[:1]))
    assert positions(lead_with_finding(seen)) == [0, 1]
    assert positions(lead_with_finding(unseen)) == [0]


def test_what_somebody_says_whom_another_sentence_names_does_not_lead() -> None:
    said = ('The keeper said, "I saw it.', "But the lake is real.", 'Go there."')
    page = plain(*said, "Swans live on it.", title="Is the lake real?")
    assert positions(lead_with_finding(drafted(CLAIM, [3], {1: 2.0, 3: 3.0}, page))) == [3]


def test_without_a_finding_nothing_is_added() -> None:
    page = plain("The lake lies behind the mill.", "Swans live on it.")
    assert positions(lead_with_finding(drafted(CLAIM, [0], {0: 3.0}, page))) == [0]


def test_where_there_is_no_room_the_weakest_pick_goes() -> None:
    scored = evidence((PAGE, {0: 3.0}), question=CLAIM)
    made = compose(scored, max_quotes=1, limits=PickingLimits())
    assert positions(made) == [2]
