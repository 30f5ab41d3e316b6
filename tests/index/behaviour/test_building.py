import sqlite3
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from index.backend import Backend
from index.encoder import HashEncoder
from index.engine import Filters, SearchEngine
from index.errors import IndexingError, IndexMismatch, NoIndex
from tests.index.conftest import ARTICLES, MemoryStore, make_article

ALL = "Did the Nile flood, do bees die out, is the wall visible, café, trams?"
NEW_BEES = make_article("bees", "No, honey bees do not die out", ("", "A new text. It has two sentences."))


def found(engine: SearchEngine, query: str = ALL) -> set[str]:
    return {hit.article.id for hit in engine.search(query).articles}


def test_without_a_build_there_is_no_index(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    assert backend.newest() is None
    with pytest.raises(NoIndex, match="footnote index"):
        backend.open(encoder, store)


def test_the_report_counts_what_was_built(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    report = backend.build(store, encoder)
    engine = backend.open(encoder, store)
    assert report.changed
    assert (report.articles, report.passages) == (len(ARTICLES), 5)
    assert (engine.article_count, engine.passage_count) == (report.articles, report.passages)
    assert (report.embedded, report.reused) == (len(ARTICLES) + 5, 0)
    assert report.generation == engine.generation == backend.newest()


def test_nothing_changed_nothing_is_built(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    first = backend.build(store, encoder)
    second = backend.build(store, encoder)
    assert not second.changed
    assert second.generation == first.generation == backend.newest()
    assert second.embedded == 0


def test_only_what_changed_is_embedded(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    first = backend.build(store, encoder)
    store.put(NEW_BEES)
    second = backend.build(store, encoder)
    assert second.embedded == 2  # its one passage, and its title
    assert second.reused == second.articles + second.passages - 2
    assert second.generation != first.generation
    assert second.generation == backend.newest()


def test_an_article_replaced_is_found_in_its_new_words_only(
    backend: Backend, store: MemoryStore, encoder: HashEncoder
) -> None:
    backend.build(store, encoder)
    store.put(NEW_BEES)
    backend.build(store, encoder)
    engine = backend.open(encoder, store)
    assert engine.article("bees") == NEW_BEES
    hits = engine.retrieve("honey bees Einstein hives", limit=50).hits
    assert [hit.passage for hit in hits if hit.passage.article_id == "bees"] == list(engine.passages_of("bees"))
    assert not engine.knows_term("Einstein")
    assert engine.retrieve("einstien bees", limit=1).corrected is None
    assert engine.suggest("honey bees") == [NEW_BEES.title]
    assert found(engine) == {article.id for article in ARTICLES}


def test_a_loaded_engine_stays_as_it_is(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    backend.build(store, encoder)
    engine = backend.open(encoder, store)
    before = engine.search(ALL)
    store.put(NEW_BEES)
    store.put(make_article("trams", "Trams in Lisbon", ("", "They climb hills of 14 percent.")))
    store.remove("dam")
    backend.build(store, encoder)
    after = engine.search(ALL)
    assert (after.generation, after.total) == (before.generation, before.total)
    assert [hit.article for hit in after.articles] == [hit.article for hit in before.articles]
    assert engine.article("bees") == ARTICLES[1]
    assert found(backend.open(encoder, store)) == {"bees", "wall", "cafe", "trams"}


def test_a_removed_article_is_gone(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    backend.build(store, encoder)
    store.remove("dam")
    backend.build(store, encoder)
    engine = backend.open(encoder, store)
    assert engine.article("dam") is None
    assert engine.passages_of("dam") == []
    assert engine.passage("dam#0") is None
    assert "dam" not in found(engine)
    assert not engine.knows_term("Aswan")
    assert engine.suggest("Did the Aswan") == []


def test_an_article_that_comes_back_is_found_again(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    first = backend.build(store, encoder)
    store.remove("dam")
    backend.build(store, encoder)
    store.put(ARTICLES[0])
    third = backend.build(store, encoder)
    engine = backend.open(encoder, store)
    assert third.embedded == 0
    assert "dam" in found(engine)
    assert engine.generation.startswith(first.generation)
    assert engine.retrieve("Aswam dam", limit=1).corrected is None  # too short a word for a name to be corrected
    assert engine.retrieve("Nile flod dam", limit=1).corrected == "Nile flood dam"


def test_many_builds_leave_what_one_build_makes(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    backend.build(store, encoder)
    for n in range(4):
        store.put(make_article("bees", f"Bees, told the {n}. time", ("", f"Text number {n}. Einstein again.")))
        backend.build(store, encoder)
    engine = backend.open(encoder, store)
    assert engine.passage_count == 5
    bees = [hit for hit in engine.retrieve("Einstein bees", limit=50).hits if hit.passage.article_id == "bees"]
    assert [hit.passage.id for hit in bees] == ["bees#0"]
    assert engine.search("Einstein").total == engine.article_count


def test_an_empty_archive_has_an_index(backend: Backend, encoder: HashEncoder) -> None:
    store = MemoryStore()
    assert backend.build(store, encoder).changed
    engine = backend.open(encoder, store)
    assert (engine.article_count, engine.passage_count) == (0, 0)
    assert engine.search("Nile").articles == ()
    assert engine.retrieve("Nile", limit=5).hits == ()
    assert engine.suggest("N") == []
    assert not engine.knows_term("Nile")


def test_a_locked_embedding_cache_stops_the_build_and_costs_nothing(
    backend: Backend, store: MemoryStore, directory: Path, encoder: HashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = backend.build(store, encoder).generation
    store.put(NEW_BEES)
    with closing(sqlite3.connect(directory / "embeddings.sqlite3")) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
        with pytest.raises(IndexingError, match=r"embeddings\.sqlite3.*locked"):
            backend.build(store, encoder)
    assert backend.newest() == before
    assert backend.build(store, encoder).embedded == 2


def test_an_archive_emptied_is_empty(backend: Backend, store: MemoryStore, encoder: HashEncoder) -> None:
    backend.build(store, encoder)
    for article in ARTICLES:
        store.remove(article.id)
    backend.build(store, encoder)
    assert backend.open(encoder, store).search(ALL).total == 0


def test_another_model_has_another_index(backend: Backend, store: MemoryStore) -> None:
    first = backend.build(store, HashEncoder(64))
    with pytest.raises(IndexMismatch, match="FOOTNOTE_MODEL"):
        backend.open(HashEncoder(128), store)
    second = backend.build(store, HashEncoder(128))
    assert second.generation != first.generation
    assert backend.open(HashEncoder(128), store).generation == second.generation
    with pytest.raises(IndexMismatch, match="FOOTNOTE_MODEL"):
        backend.open(HashEncoder(64), store)


def test_any_name_can_be_filtered_by(backend: Backend, encoder: HashEncoder) -> None:
    names = ['The "Daily" Check', "Back\\slash", "Línea — 中文", "two\nlines", "x" * 5000, "' or 1 == 1"]
    odd = [
        make_article(f"odd-{n}", "Odd", ("", "It prints the paper."), publisher=name, verdict=name)
        for n, name in enumerate(names)
    ]
    store = MemoryStore(*ARTICLES, *odd)
    backend.build(store, encoder)
    engine = backend.open(encoder, store)
    facets = engine.search("paper").facets
    for article, name in zip(odd, names, strict=True):
        for filters in (Filters(publishers=frozenset({name})), Filters(verdicts=frozenset({name, "nothing"}))):
            assert {hit.article.id for hit in engine.search("paper", filters=filters).articles} == {article.id}
        assert facets["publisher"][name] == facets["verdict"][name] == 1


def test_odd_articles_are_indexed(backend: Backend, encoder: HashEncoder) -> None:
    long = make_article("long", "Long", ("", " ".join(f"Sentence {n} says word{n}." for n in range(4_000))))
    wide = make_article("wide", "Wide", ("", " ".join(f"other{n}" for n in range(15_000))))
    silent = make_article("a.b:c_d-e", "The of and", ("", "… ? …"), checked_on=date(1, 1, 1))
    store = MemoryStore(long, wide, silent)
    backend.build(store, encoder)
    engine = backend.open(encoder, store)
    last = engine.passages_of("long")[-1]
    assert engine.retrieve("word3999", limit=1, correct=False).hits[0].passage == last
    assert engine.search("other77", correct=False).articles[0].article.id == "wide"
    early = Filters(date_to=date(1900, 1, 1))
    assert [hit.article.id for hit in engine.search("anything", filters=early).articles] == ["a.b:c_d-e"]


def test_an_archive_without_words_can_be_searched(backend: Backend, encoder: HashEncoder) -> None:
    store = MemoryStore(make_article("silent", "The of and", ("", "… ? …")))
    backend.build(store, encoder)
    assert backend.open(encoder, store).search("anything").total == 1
