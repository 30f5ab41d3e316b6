from qa.answer import Scope
from qa.rules.citing import citations
from tests.qa.articles import plain


def test_a_sentence_has_the_numbers_printed_in_it() -> None:
    page = plain("One.", "Two.", cited={0: (3,), 1: (1, 2)}, sources=[1, 2, 3])
    assert [(c.number, c.scope, c.source) for c in citations(page, 1, 1)] == [
        (1, Scope.SENTENCE, page.source(1)),
        (2, Scope.SENTENCE, page.source(2)),
    ]


def test_a_sentence_without_numbers_shares_the_next_ones_of_its_paragraph() -> None:
    page = plain("One.", "Two.", cited={1: (4,)})
    assert [(c.number, c.scope, c.source) for c in citations(page, 0, 0)] == [(4, Scope.PARAGRAPH, None)]


def test_a_number_in_the_quote_is_of_sentence_scope_and_listed_once() -> None:
    page = plain("One.", "Two.", cited={1: (4,)}, sources=[4])
    assert [(c.number, c.scope) for c in citations(page, 0, 1)] == [(4, Scope.SENTENCE)]


def test_numbers_before_the_sentence_are_never_taken() -> None:
    page = plain("One.", "Two.", cited={0: (4,)})
    assert citations(page, 1, 1) == ()
