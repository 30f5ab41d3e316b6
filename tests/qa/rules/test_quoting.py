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
