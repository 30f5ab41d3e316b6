from qa.rules.quoting import complete_quotations
from tests.qa.articles import plain
from tests.qa.evidence_of import draft, positions

PAGE = plain('The keeper said: "The lamp went out.', "We lit it again.", 'Nobody saw it."', "The pier is new.")


def test_a_quotation_that_is_broken_off_is_closed() -> None:
    assert positions(complete_quotations(draft(PAGE, [0]), words=40)) == [0, 1, 2]


def test_a_quotation_that_is_entered_in_its_middle_is_opened() -> None:
    assert positions(complete_quotations(draft(PAGE, [2]), words=40)) == [0, 1, 2]


def test_what_is_whole_stays_as_it_is() -> None:
    assert positions(complete_quotations(draft(PAGE, [3]), words=40)) == [3]
    assert positions(complete_quotations(draft(PAGE, [0, 1, 2]), words=40)) == [0, 1, 2]


def test_a_quotation_is_left_open_where_the_answer_has_no_room() -> None:
    assert positions(complete_quotations(draft(PAGE, [0]), words=10)) == [0]


def test_a_long_speech_is_left_open() -> None:
    page = plain('The keeper said: "It went out.', "We ran.", "We fell.", "We lit it.", 'Nobody saw it."')
    assert positions(complete_quotations(draft(page, [0]), words=80)) == [0]


CREDITED = plain(
    "“The pier was sold in May.",
    "Its price was one coin.” Ole Lund, 3 May 2031",
    "These figures are wrong.",
    "Ships came in June.",
)


def test_a_quotation_of_the_claim_is_opened_where_the_finding_stands() -> None:
    assert positions(complete_quotations(draft(CREDITED, [1, 2]), words=60)) == [0, 1, 2]


def test_a_finding_behind_the_claim_in_one_sentence_is_one_too() -> None:
    page = plain("“The pier was sold in May.", "It cost one coin.” Ole Lund, 3 May 2031 These figures are wrong.")
    assert positions(complete_quotations(draft(page, [1]), words=60)) == [0, 1]


def test_a_quotation_of_the_claim_is_left_open_where_no_finding_stands() -> None:
    assert positions(complete_quotations(draft(CREDITED, [1, 3]), words=60)) == [1, 3]


def test_what_else_a_post_says_is_not_added_for_a_finding_elsewhere() -> None:
    page = plain(
        "One post read:", "“The pier was sold.", "It cost one coin.”", "Ships came in June.", "The claim is false."
    )
    assert positions(complete_quotations(draft(page, [1, 4]), words=60)) == [1, 4]
    assert positions(complete_quotations(draft(page, [2, 4]), words=60)) == [2, 4]
