from datetime import date

from corpus import Article
from qa.composing import article_answers, compose
from qa.rules.picking import PickingLimits
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


def test_two_checks_that_differ_are_both_shown_newest_first() -> None:
    draft = compose(evidence((OLD, {0: 4.0}), (NEW, {0: 1.0})), max_quotes=3, limits=PickingLimits())
    groups = article_answers(draft, lambda article_id: [whole({"old": OLD, "new": NEW}[article_id])])
    assert [group.article.id for group in groups] == ["new", "old"]


def test_another_claim_about_the_same_thing_is_not_dragged_in() -> None:
    draft = compose(evidence((OLD, {0: 4.0}), (OTHER, {0: 1.0})), max_quotes=3, limits=PickingLimits())
    assert {pick.article_id for pick in draft.picks} == {"old"}


def counted(id: str, text: str, on: date) -> Article:
    return plain(text, id=id, title="How many ships does the harbour of Lund hold?", verdict="True", checked_on=on)


def test_where_the_numbers_asked_for_differ_the_newest_check_is_shown_first_and_the_older_one_named_so() -> None:
    old = counted("old", "The harbour holds 41 ships.", date(2020, 5, 1))
    older = counted("older", "The harbour holds 30 ships.", date(2019, 5, 1))
    new = counted("new", "The harbour holds 52 ships.", date(2021, 7, 1))
    found = evidence((old, {0: 4.0}), (older, {0: 2.0}), (new, {0: 1.0}), question="How many ships does it hold?")
    draft = compose(found, max_quotes=3, limits=PickingLimits())
    groups = article_answers(draft, lambda article_id: [])
    assert [(group.article.id, group.earlier_check_of) for group in groups] == [("new", None), ("old", "new")]
    assert [article.id for article in groups[1].also] == ["older"]


def test_where_two_checks_say_the_same_one_is_enough() -> None:
    old = counted("old", "The harbour holds 41 ships.", date(2020, 5, 1))
    new = counted("new", "The harbour still holds 41 ships.", date(2021, 7, 1))
    found = evidence((old, {0: 4.0}), (new, {0: 1.0}), question="How many ships does it hold?")
    assert {pick.article_id for pick in compose(found, max_quotes=3, limits=PickingLimits()).picks} == {"old"}


def test_two_picked_checks_stand_newest_first_and_others_keep_their_places() -> None:
    old = counted("old", "The harbour holds 41 ships.", date(2020, 5, 1))
    new = counted("new", "Since June 52 boats are moored there.", date(2021, 7, 1))
    found = evidence((old, {0: 4.0}), (OTHER, {0: 3.9}), (new, {0: 3.8}))
    groups = article_answers(
        compose(found, max_quotes=3, limits=PickingLimits(second=1.0, third=1.0)), lambda article_id: []
    )
    assert [group.article.id for group in groups] == ["new", "other", "old"]
