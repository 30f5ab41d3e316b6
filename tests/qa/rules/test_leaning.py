from corpus import SectionRole
from qa.rules.leaning import bring_antecedents
from tests.qa.articles import article, plain
from tests.qa.evidence_of import draft, positions


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
    assert positions(bring_antecedents(draft(page, [0]))) == [0, 1]


def test_what_leaning_added_goes_with_the_sentence_it_was_added_for() -> None:
    page = plain("The harbour office counted 41 ships.", "It counted 39 the year before.", "The pier is new.")
    made = bring_antecedents(draft(page, [2, 1]))
    assert positions(made.drop("a1", 1, "limit")) == [2]


def test_a_credit_between_is_stepped_over() -> None:
    page = plain("The harbour office counted 41 ships.", "(Harbour office / J. Roe)", "It counted 39 the year before.")
    assert positions(bring_antecedents(draft(page, [2]))) == [0, 2]


def test_who_he_is_stands_before_the_quotation_that_is_given_to_him() -> None:
    page = plain("Ole Lund keeps the lamp.", '"It went out.', "It was two o'clock,\" he said.")
    assert positions(bring_antecedents(draft(page, [2]))) == [0, 2]


def test_where_else_it_was_posted_is_no_antecedent() -> None:
    page = plain("A picture shows the pier.", "It also spread on X and Reddit.", "They later took it down.")
    assert positions(bring_antecedents(draft(page, [2]))) == [0, 2]


def test_a_finding_that_only_turns_from_where_it_was_posted_stands_alone() -> None:
    page = plain("A picture shows the pier.", "Users shared it on X and Reddit.", "However, the picture is fake.")
    assert positions(bring_antecedents(draft(page, [2]))) == [2]


def test_what_turns_from_a_post_in_the_paragraph_before_does_not_bring_the_post() -> None:
    post = ["The pier was sold to a brewery for one coin.", "Read more below."]
    page = article(("", SectionRole.FINDING, [["One post read:"], post, ["However, the post is false."]]))
    assert positions(bring_antecedents(draft(page, [3]))) == [3]


def test_what_turns_from_a_post_without_a_finding_brings_it() -> None:
    post = ["The pier was sold to a brewery for one coin."]
    page = article(("", SectionRole.FINDING, [["One post read:"], post, ["However, the keeper kept his lamp."]]))
    assert positions(bring_antecedents(draft(page, [2]))) == [1, 2]


def test_what_turns_from_a_statement_brings_it() -> None:
    statement = ["The pier was sold to a brewery."]
    page = article(("", SectionRole.FINDING, [["The mayor said:"], statement, ["However, the town still owns it."]]))
    assert positions(bring_antecedents(draft(page, [2]))) == [1, 2]


def test_a_chain_goes_no_further_when_the_rule_has_another_turn() -> None:
    page = plain("A ferry sank.", "It was old.", "It was also full.", "They had no boats.", "However, nobody drowned.")
    made = draft(page, [4])
    for _ in range(3):
        made = bring_antecedents(made)
    assert positions(made) == [2, 3, 4]


def test_what_another_rule_brought_has_two_steps_of_its_own() -> None:
    page = plain("A ferry sank.", "It was old.", "It was also full.", "The pier is new.")
    made = draft(page, [3]).add("a1", 2, "finding", of=3)
    assert positions(bring_antecedents(bring_antecedents(made))) == [0, 1, 2, 3]


def test_a_fragment_brings_the_sentence_before_it() -> None:
    page = plain("The keeper told the mayor what he had seen.", "I know.", "The pier is new.")
    assert positions(bring_antecedents(draft(page, [1]))) == [0, 1]
