from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from index.engine import Filters, SearchEngine
from tests.index.conftest import ARTICLES


def found(engine: SearchEngine, query: str, filters: Filters | None = None) -> list[str]:
    return [hit.article.id for hit in engine.search(query, filters=filters).articles]


def test_the_right_article_comes_first(engine: SearchEngine) -> None:
    assert found(engine, "who lent money for the Aswan dam")[0] == "dam"
    assert found(engine, "einstein bees")[0] == "bees"
    assert found(engine, "can the great wall be seen from space")[0] == "wall"


def test_hits_tell_why_they_were_found(engine: SearchEngine) -> None:
    hit = engine.search("What did the Soviet Union lend?").articles[0].hits[0]
    assert hit.bm25_rank == 1
    assert hit.dense_rank == 1
    assert hit.bm25_score is not None
    assert hit.bm25_score > 0
    assert hit.matched_terms == ("Soviet", "Union")
    assert hit.passage.heading == "Costs"


def test_a_hit_by_meaning_alone_points_to_its_nearest_sentence(engine: SearchEngine) -> None:
    by_words, by_meaning = engine.search("Soviet"), engine.search("qwxz")
    assert by_words.articles[0].hits[0].focus is None
    assert by_meaning.articles
    for group in by_meaning.articles:
        hit, article = group.hits[0], group.article
        sentences = article.sentences[hit.passage.first : hit.passage.last + 1]
        assert hit.focus in {(sentence.start, sentence.end) for sentence in sentences}


def test_a_page_of_results_continues_the_one_before(engine: SearchEngine) -> None:
    whole = engine.search("the", limit=10)
    assert whole.total == len(whole.articles)
    pages = [engine.search("the", limit=1, offset=n).articles for n in range(whole.total)]
    assert [page[0].article.id for page in pages] == [hit.article.id for hit in whole.articles]
    assert engine.search("the", limit=5, offset=whole.total).articles == ()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {"dam", "bees", "wall", "cafe"}),
        (Filters(publishers=frozenset({"Daily Check"})), {"bees", "wall"}),
        (Filters(verdicts=frozenset({"True"})), {"dam"}),
        (Filters(language="fr"), {"cafe"}),
        (Filters(article_ids=frozenset({"dam", "unknown"})), {"dam"}),
        (Filters(date_from=date(2024, 3, 1)), {"dam", "wall"}),
        (Filters(date_to=date(2024, 3, 1)), {"dam", "bees"}),
        (Filters(publishers=frozenset({"Daily Check"}), date_from=date(2024, 1, 1)), {"wall"}),
        (Filters(publishers=frozenset({"Nobody"})), set()),
    ],
)
def test_filters_hold_in_every_ranking(engine: SearchEngine, filters: Filters, expected: set[str]) -> None:
    query = "Did the Nile flood, do bees die out, is the wall visible, café?"
    assert set(found(engine, query, filters)) == expected
    retrieved = engine.retrieve(query, limit=50, filters=filters)
    assert {hit.passage.article_id for hit in retrieved.hits} == expected
    assert engine.search(query, filters=filters).total == len(expected)


def test_facets_count_all_matching_articles(engine: SearchEngine) -> None:
    result = engine.search("Did the Nile flood, do bees die out, is the wall visible, café?", limit=1)
    assert result.facets["publisher"] == {"Bureau": 2, "Daily Check": 2}
    assert result.facets["verdict"] == {"False": 2, "True": 1}


def test_retrieved_passages_come_best_first(engine: SearchEngine) -> None:
    hits = engine.retrieve("Nile flood", limit=3).hits
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_misspelt_query_is_corrected_and_says_so(engine: SearchEngine) -> None:
    result = engine.search("einstien honey bees")
    assert result.corrected == "einstein honey bees"
    assert result.articles[0].article.id == "bees"
    assert engine.retrieve("einstien bees", limit=1).corrected == "einstein bees"
    assert engine.retrieve("einstien bees", limit=1, correct=False).corrected is None
    assert engine.search('"einstien" honey bees').corrected is None


def test_articles_and_passages_are_found_by_id(engine: SearchEngine) -> None:
    assert engine.article("dam") == ARTICLES[0]
    assert engine.article("unknown") is None
    passages = engine.passages_of("dam")
    assert [engine.passage(passage.id) for passage in passages] == list(passages)
    for wrong in ("dam#99", "dam#", "dam#-1", "unknown#0", "dam", ""):
        assert engine.passage(wrong) is None
    assert engine.passages_of("unknown") == []


def test_words_are_known_in_any_form(engine: SearchEngine) -> None:
    assert engine.knows_term("floods")
    assert engine.knows_term("the")
    assert not engine.knows_term("Mongolia")


def test_titles_and_further_questions_are_suggested(engine: SearchEngine) -> None:
    assert engine.suggest("how much sil") == ["How much silt does Lake Nasser hold?"]
    assert engine.suggest("great wall", limit=1) == [ARTICLES[2].title]


@pytest.mark.parametrize("query", ["", "   ", "?", "\x00", "the of and", "x" * 10_000, "🜁", '"', "*:* OR 1=1"])
def test_any_text_can_be_searched_for(engine: SearchEngine, query: str) -> None:
    engine.search(query)
    engine.retrieve(query, limit=5)
    engine.suggest(query)


def test_threads_get_what_one_thread_gets(engine: SearchEngine) -> None:
    queries = ["Nile flood", "honey bees", "great wall moon", "café"] * 5
    alone = [found(engine, query) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda query: found(engine, query), queries)) == alone
