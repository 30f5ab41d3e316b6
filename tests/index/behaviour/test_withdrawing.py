from index.engine import Filters, SearchEngine
from index.withdrawal import WithoutArticles
from tests.index.conftest import ARTICLES

QUERY = "Did the Aswan dam end the Nile flood, and is the great wall visible?"


def test_withdrawn_articles_vanish_at_once(engine: SearchEngine) -> None:
    view = WithoutArticles(engine, frozenset({"dam", "unknown"}))
    assert view.generation != engine.generation
    assert view.search(QUERY).generation == view.generation
    assert "dam" not in {hit.article.id for hit in view.search(QUERY).articles}
    assert view.search(QUERY).total == engine.search(QUERY).total - 1
    assert "dam" not in {hit.passage.article_id for hit in view.retrieve(QUERY, limit=50).hits}
    assert view.article("dam") is None
    assert view.passage("dam#0") is None
    assert view.passages_of("dam") == []
    assert view.article_count == engine.article_count - 1
    assert view.passage_count == engine.passage_count - len(engine.passages_of("dam"))
    assert view.suggest("Did the Aswan") == []


def test_all_others_stay(engine: SearchEngine) -> None:
    view = WithoutArticles(engine, frozenset({"dam"}))
    assert view.article("wall") == ARTICLES[2]
    assert view.passage("wall#0") == engine.passage("wall#0")
    assert view.suggest("great wall") == engine.suggest("great wall")
    assert view.search(QUERY, filters=Filters(article_ids=frozenset({"dam", "wall"}))).total == 1
    assert view.knows_term("wall")


def test_nothing_withdrawn_nothing_changes(engine: SearchEngine) -> None:
    view = WithoutArticles(engine, frozenset({"unknown"}))
    assert view.generation == engine.generation
    assert view.search(QUERY) == engine.search(QUERY)
