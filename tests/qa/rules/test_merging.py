from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import SectionRole
from qa.answer import ArticleAnswer
from qa.rules.merging import limit, quotes, runs
from tests.qa.articles import article, plain
from tests.qa.evidence_of import draft, positions, whole


def test_neighbours_are_one_quote() -> None:
    page = plain("One.", "Two.", "Three.", "Four.")
    assert [q.text for q in quotes(page, [3, 0, 1], [whole(page)])] == ["One. Two.", "Four."]


def test_neighbours_of_two_sections_are_two_quotes() -> None:
    page = article(("A", SectionRole.FINDING, [["One."]]), ("B", SectionRole.FINDING, [["Two."]]))
    assert [(q.text, q.section) for q in quotes(page, [0, 1], [whole(page)])] == [("One.", "A"), ("Two.", "B")]


def test_the_limit_drops_the_last_picks_with_their_company() -> None:
    page = plain("One.", "Two.", "Three.", "Four.", "Five.", "Six.")
    made = draft(page, [0, 2, 5], max_quotes=2).add("a1", 4, "leaning", of=5)
    assert positions(limit(made)) == [0, 2]


def test_what_the_rules_gave_to_the_first_pick_stays_above_the_limit() -> None:
    page = plain("One.", "Two.", "Three.")
    made = draft(page, [0], max_quotes=1).add("a1", 2, "both sides", of=0)
    assert positions(limit(made)) == [0, 2]


@settings(deadline=None)
@given(st.sets(st.integers(0, 11), min_size=1))
def test_quotes_are_verbatim_ordered_and_complete(chosen: set[int]) -> None:
    page = article(
        ("A", SectionRole.SUMMARY, [["Ä one.", "Two\u00a0b."], ["Three.", "Four 🙂."]]),
        ("B", SectionRole.FINDING, [["Five.", "Six."], ["Seven."], ["Eight.", "Nine."]]),
        ("C", SectionRole.BOTTOM_LINE, [["Ten.", "Eleven.", "Twelve."]]),
    )
    made = quotes(page, sorted(chosen), [whole(page)])
    ArticleAnswer(page, made)
    assert {n for q in made for n in range(q.first, q.last + 1)} == chosen
    assert [(q.first, q.last) for q in made] == runs(page, list(chosen))
