from hypothesis import given
from hypothesis import strategies as st

from index.cutting import MAX_SENTENCES, MAX_WORDS, cut, head_text, passage_text
from tests.index.conftest import make_article

sentence = st.integers(1, 60).map(lambda n: " ".join(["word"] * n) + ".")
section = st.tuples(
    st.sampled_from(["", "Costs", "Who pays"]),
    st.lists(st.lists(sentence, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=4).map("|".join),
)


@given(st.lists(section, min_size=1, max_size=4))
def test_every_sentence_lies_in_exactly_one_passage_of_its_section(sections: list[tuple[str, str]]) -> None:
    article = make_article("a", "Title", *sections)
    passages = cut(article)
    assert [n for p in passages for n in range(p.first, p.last + 1)] == list(range(len(article.sentences)))
    for n, passage in enumerate(passages):
        assert passage.id == f"a#{n}"
        assert (
            passage.text_in(article)
            == article.text[article.sentences[passage.first].start : article.sentences[passage.last].end]
        )
        assert article.section_of(passage.start) == article.section_of(passage.end - 1)
        assert article.section_of(passage.start).heading == passage.heading
        assert passage.last - passage.first < MAX_SENTENCES
        assert passage.first == passage.last or len(passage.text_in(article).split()) <= MAX_WORDS


def test_a_paragraph_is_kept_together_where_it_fits() -> None:
    ten = "one two three four five six seven eight nine ten. "
    article = make_article("a", "Title", ("", ten * 5 + "|" + ten * 5))
    assert [(p.first, p.last) for p in cut(article)] == [(0, 4), (5, 9)]


def test_no_sentence_is_left_alone_where_it_has_neighbours() -> None:
    article = make_article("a", "Title", ("", "A few words here. " * 7))
    assert min(p.last - p.first for p in cut(article)) >= 1


def test_title_and_heading_go_with_the_passage() -> None:
    article = make_article("a", "Who pays?", ("Costs", "Counties do. States help."))
    assert passage_text(article, cut(article)[0]) == "Who pays?\nCosts\nCounties do. States help."


def test_a_head_is_the_title_and_the_claim() -> None:
    assert head_text(make_article("a", "Title", ("", "Text."), claim="It rains.")) == "Title\nIt rains."
    assert head_text(make_article("a", "Title", ("", "Text."))) == "Title"
