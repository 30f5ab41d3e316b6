from datetime import date

from corpus import Article
from qa.wording.same_claim import same_claim
from tests.qa.articles import plain


def check(title: str, *text: str, id: str, on: date = date(2031, 1, 1), claim: str | None = None) -> Article:
    return plain(*(text or ("We looked at the harbour.",)), id=id, title=title, checked_on=on, claim=claim)


def test_an_article_is_no_check_of_itself() -> None:
    one = check("The mayor sold the pier", id="a")
    assert not same_claim(one, one)


def test_the_words_of_checking_do_not_count() -> None:
    one = check("Fact check: No evidence mayor of Elm Falls sold the town pier", id="a")
    other = check("Did the mayor of Elm Falls sell the town pier? Here's the truth", "The town pier sold?", id="b")
    assert same_claim(one, other)
    assert same_claim(other, one)


def test_a_check_of_the_same_claim_about_somebody_else_is_another() -> None:
    one = check("Ann Lund didn't testify in the harbour trial", id="a")
    other = check("Bo Vik didn't testify in the harbour trial", "Ann Lund did not either.", "Nor did others.", id="b")
    assert not same_claim(one, plain("Bo Vik spoke.", id="b", title="Bo Vik didn't testify in the harbour trial"))
    assert not same_claim(one, other)


def test_another_number_makes_another_claim() -> None:
    one = check("Do 8 of 10 ferries in Lund run late?", id="a")
    assert not same_claim(one, check("Do 3 of 10 ferries in Lund run late?", id="b"))


def test_sister_claims_about_one_thing_are_two() -> None:
    one = check("Is the fountain of Elm Falls made of marble?", id="a")
    assert not same_claim(one, check("Did the council of Elm Falls pay for the fountain?", id="b"))


def test_an_article_that_speaks_of_its_earlier_check_needs_fewer_words_in_common() -> None:
    old = check("Does Lund have the longest pier of the coast?", id="a", on=date(2029, 3, 5))
    new = ("Lund still holds the record for its pier.", "Our check of March 2029 put it at 210 metres.")
    assert same_claim(old, check("Does Lund still hold the record for its pier?", *new, id="b"))
    assert not same_claim(old, check("Does Lund still hold the record for its pier?", new[0], id="b"))
