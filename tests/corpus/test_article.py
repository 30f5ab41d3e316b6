"""The invariants of an article, and whose number is whose."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Marker, Section, SectionRole, Sentence, Source
from corpus.codec import content_hash, from_json, to_json
from corpus.errors import InvalidArticle

TEXT = "One. Two. Three.\n\nFour."
SPANS = [(0, 4), (5, 9), (10, 16), (18, 23)]


def make(*markers: tuple[int, tuple[int, ...]], sources: tuple[int, ...] = ()) -> Article:
    return Article(
        id="a-1",
        title="Title",
        text=TEXT,
        sections=(Section("", SectionRole.FINDING, 0, len(TEXT)),),
        sentences=tuple(Sentence(start, end) for start, end in SPANS),
        markers=tuple(Marker(position, numbers) for position, numbers in markers),
        sources=tuple(Source(number) for number in sources),
    )


def test_a_marker_behind_the_full_stop_belongs_to_that_sentence() -> None:
    article = make((4, (1,)), (9, (2,)))
    assert [article.citations_of(n) for n in range(4)] == [(1,), (2,), (), ()]


def test_an_uncited_sentence_takes_the_next_marker_of_its_paragraph_only() -> None:
    article = make((9, (2, 3)), (23, (4,)))
    assert [article.paragraph_citations_of(n) for n in range(4)] == [(2, 3), (), (), ()]


def test_a_number_in_the_middle_of_a_later_sentence_is_that_sentences_alone() -> None:
    article = make((7, (2,)))
    assert [article.citations_of(1), article.paragraph_citations_of(0)] == [(2,), ()]
    assert make((7, (2,)), (9, (3,))).paragraph_citations_of(0) == (3,)


def test_a_number_before_the_sentence_is_never_taken() -> None:
    assert make((4, (1,))).paragraph_citations_of(1) == ()


def test_dangling_and_uncited_numbers_are_told() -> None:
    article = make((4, (1, 7)), sources=(1, 2))
    assert (article.dangling, article.uncited) == ((7,), (2,))
    assert article.source(7) is None


@pytest.mark.parametrize(
    "change",
    [
        {"id": "has space"},
        {"title": " "},
        {"sentences": ()},
        {"sentences": (Sentence(0, 4), Sentence(3, 9))},
        {"sentences": (Sentence(0, 5),)},
        {"sentences": (Sentence(0, 99),)},
        {"sections": (Section("", SectionRole.FINDING, 5, 23),)},
        {"markers": (Marker(99, (1,)),)},
        {"sources": (Source(1), Source(1))},
    ],
)
def test_parts_that_contradict_each_other_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(InvalidArticle):
        replace(make(), **change)  # type: ignore[arg-type]


@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.lists(st.integers(1, 9), min_size=1, max_size=3).map(tuple)), max_size=4
    )
)
def test_json_keeps_everything(markers: list[tuple[int, tuple[int, ...]]]) -> None:
    article = make(*markers)
    again = from_json(to_json(article))
    assert again == article
    assert content_hash(again) == content_hash(article)
