from corpus import SectionRole
from qa.ranking import Priors
from tests.qa.articles import article, plain
from tests.qa.evidence_of import evidence


def order(*scored: object, question: str = "q?", **priors: float) -> list[tuple[str, int]]:
    found = evidence(*scored, question=question, priors=Priors(**priors))  # type: ignore[arg-type]
    return [(sentence.article_id, sentence.n) for sentence in found.sentences]


def test_the_retrieval_prior_decides_between_equal_sentences() -> None:
    one, other = plain("The toll rose.", id="one"), plain("The toll fell.", id="other")
    assert order((one, {0: 1.0}), (other, {0: 2.0}))[0] == ("other", 0)
    assert order((one, {0: 1.0}), (other, {0: 2.0}), retrieval=5.0)[0] == ("one", 0)


def test_a_restatement_and_a_question_fall_behind() -> None:
    page = plain("Posts say it rose.", "It rose in May.", "Did it rise?", restating=[0])
    assert order((page, {0: 1.2, 1: 1.0, 2: 1.1}), restated=-2.0, asking=-2.0)[0] == ("a1", 1)


def test_the_words_of_the_question_count_in_the_sentence_and_the_one_before() -> None:
    page = plain("The ferry toll rose.", "Nobody knows why.", "The well is dry.", "It is closed.")
    assert order((page, dict.fromkeys(range(4), 1.0)), question="ferry toll", covered=3.0)[:2] == [("a1", 0), ("a1", 1)]


def test_the_summary_leads_for_broad_questions_only() -> None:
    page = article(
        ("Detail", SectionRole.FINDING, [["The toll is two crowns."]]),
    )
    summary = article(("Summary", SectionRole.SUMMARY, [["The toll pays for repairs."]]), id="s")
    scored = ((page, {0: 1.0}), (summary, {0: 0.5}))
    assert order(*scored, question="is it true?", whole=1.0)[0] == ("s", 0)
    assert order(*scored, question="How many crowns is the toll?", whole=1.0)[0] == ("a1", 0)


def test_probabilities_share_one_with_none() -> None:
    found = evidence((plain("One.", "Two."), {0: 3.0, 1: 1.0}))
    assert 0.9 < sum(sentence.probability for sentence in found.sentences) < 1.0
