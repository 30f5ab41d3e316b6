from datetime import date

from qa.composing import article_answers, compose
from qa.rules.picking import PickingLimits
from qa.rules.rechecks import same_claim
from tests.qa.articles import plain
from tests.qa.evidence_of import evidence, whole

OLD = plain(
    "The council paid for the fountain.",
    id="old",
    title="Did the council pay for the fountain?",
    claim="The council paid for the new fountain",
    verdict="True",
    checked_on=date(2020, 5, 1),
)
NEW = plain(
    "Records released in June show that a donor paid for the fountain.",
    id="new",
    title="Who paid for the fountain? A second look",
    claim="The council paid for the new fountain.",
    verdict="False",
    checked_on=date(2021, 7, 1),
)
OTHER = plain("The fountain is made of granite.", id="other", title="Is the fountain made of marble?", verdict="False")


def test_claims_are_compared_by_their_words() -> None:
    assert same_claim(OLD, NEW)
    assert not same_claim(OLD, OTHER)
    assert not same_claim(OLD, OLD)


def test_two_checks_that_differ_are_both_shown_newest_first() -> None:
    draft = compose(evidence((OLD, {0: 4.0}), (NEW, {0: 1.0})), max_quotes=3, limits=PickingLimits())
    groups = article_answers(draft, lambda article_id: [whole({"old": OLD, "new": NEW}[article_id])])
    assert [group.article.id for group in groups] == ["new", "old"]


def test_another_claim_about_the_same_thing_is_not_dragged_in() -> None:
    draft = compose(evidence((OLD, {0: 4.0}), (OTHER, {0: 1.0})), max_quotes=3, limits=PickingLimits())
    assert {pick.article_id for pick in draft.picks} == {"old"}
