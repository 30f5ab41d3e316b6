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
    assert [(group.article.id, group.earlier_check_of) for group in groups] == [
        ("new", None),
        ("old", "new"),
        ("older", "new"),
    ]


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


def rated(id: str, verdict: str, on: date) -> Article:
    text = f"The register of {on.year} names who paid for the fountain."
    return plain(text, id=id, title=NEW.title, claim=NEW.claim, verdict=verdict, checked_on=on)


FALSE, TRUE, HALF = (
    rated("false", "False", date(2022, 7, 1)),
    rated("true", "True", date(2021, 7, 1)),
    rated("half", "Half true", date(2020, 7, 1)),
)
AGAIN = rated("again", "Half true", date(2019, 7, 1))


def shown(*checks: Article, max_quotes: int) -> list[tuple[str, list[str]]]:
    found = evidence(*((check, {0: 4.0 - 3 * n}) for n, check in enumerate(checks)))
    groups = article_answers(compose(found, max_quotes=max_quotes, limits=PickingLimits()), lambda article_id: [])
    return [(group.article.id, [article.id for article in group.also]) for group in groups]


def test_three_checks_that_all_differ_are_all_shown() -> None:
    assert shown(TRUE, HALF, FALSE, max_quotes=3) == [("false", []), ("true", []), ("half", [])]


def test_a_check_is_said_to_say_the_same_of_those_alone_that_it_agrees_with() -> None:
    assert shown(TRUE, HALF, AGAIN, FALSE, max_quotes=3) == [("false", []), ("true", []), ("half", ["again"])]


def test_two_checks_that_differ_are_shown_whatever_the_limit_and_no_third_one_is_said_to_agree() -> None:
    assert shown(HALF, TRUE, FALSE, max_quotes=1) == [("false", []), ("half", [])]


def test_checks_of_a_claim_that_is_not_the_first_one_quoted_are_shown_too() -> None:
    found = evidence((OTHER, {0: 4.0}), (OLD, {0: 3.9}), (NEW, {0: 1.0}))
    draft = compose(found, max_quotes=3, limits=PickingLimits(second=1.0, third=0.5))
    assert {pick.article_id for pick in draft.picks} == {"other", "old", "new"}


def test_checks_of_two_claims_are_put_in_order_claim_by_claim() -> None:
    def check(id: str, text: str, title: str, year: int) -> tuple[Article, dict[int, float]]:
        return plain(text, id=id, title=title, checked_on=date(year, 1, 1)), {0: 4.0}

    pier, gull = "Was the wooden pier of Lund sold?", "Do gulls of Hallborg eat coal dust?"
    found = evidence(
        check("a-pier-old", "The pier was never sold.", pier, 2021),
        check("b-pier-new", "Since June it has another owner.", pier, 2022),
        check("c-gull-old", "Coal dust kills most birds.", gull, 2023),
        check("d-gull-new", "Hallborg has few gulls left.", gull, 2024),
    )
    groups = article_answers(
        compose(found, max_quotes=4, limits=PickingLimits(second=1.0, third=1.0)), lambda article_id: []
    )
    assert [(group.article.id, group.earlier_check_of) for group in groups] == [
        ("b-pier-new", None),
        ("a-pier-old", "b-pier-new"),
        ("d-gull-new", None),
        ("c-gull-old", "d-gull-new"),
    ]
