from corpus import SectionRole
from qa.wording.quoted_claims import in_quoted_claim
from qa.wording.restating import only_restates
from tests.qa.articles import article, plain


def test_all_of_a_quotation_restates_if_one_of_its_sentences_does() -> None:
    page = plain(
        'The deputy said, "He sits in a tower.', 'He never worked a day."', "He taught for nine years.", restating=[1]
    )
    assert [only_restates(page, n) for n in range(3)] == [True, True, False]


def test_a_quotation_further_down_is_evidence_of_which_only_the_words_are_the_claims() -> None:
    lead = [f"Pier number {n} is closed." for n in range(12)]
    page = plain(*lead, '"It was made of hemp.', 'The last one was parchment," the museum says.', restating=[12])
    assert not only_restates(page, 13)


def test_a_quotation_credited_with_name_and_date_is_the_claim() -> None:
    page = article(
        (
            "",
            SectionRole.FINDING,
            [
                [
                    "“Most wards have no doctor at night.",
                    "Nobody tells us who is “on call”.”",
                    "Ann Lund MP, 3 May 2031",
                ],
                ["A third of the wards have none.", "She said “we all know it.”"],
            ],
        )
    )
    assert [in_quoted_claim(page, n) for n in range(5)] == [True, True, False, False, False]


def test_the_finding_behind_a_credit_is_not_the_claim() -> None:
    page = plain("“The pier is sold.” Elm Falls Gazette, 3 May 2031 The register shows no sale.")
    assert not in_quoted_claim(page, 0)


def test_a_quotation_that_holds_most_words_of_the_claim_is_the_claim() -> None:
    said = ('The deputy wrote, "Ann Lund sits in a tower.', 'She never held a paid job."', "She taught for years.")
    claim = "Ann Lund has never held a paid job"
    assert [only_restates(plain(*said, claim=claim), n) for n in range(3)] == [True, True, False]
    assert not any(only_restates(plain(*said, claim="Ann Lund drained the lake of the mill"), n) for n in range(3))
    assert not any(only_restates(plain(*said, claim="Ann Lund never"), n) for n in range(3))
