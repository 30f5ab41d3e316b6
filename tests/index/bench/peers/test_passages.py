import json
from pathlib import Path

import numpy as np

from index.bench.peers.passages import article_ids, export, index_texts
from index.embedded import EmbeddedEngine


def test_passages_and_vectors_stand_in_the_same_order(engine: EmbeddedEngine, tmp_path: Path) -> None:
    exported = export(engine, tmp_path)
    records = [json.loads(line) for line in exported.passages.read_text(encoding="utf-8").splitlines()]
    assert len(records) == engine.passage_count
    np.testing.assert_array_equal(np.load(exported.vectors), engine.passage_vectors())
    for record in records:
        passage, article = engine.passage(record["id"]), engine.article(record["article_id"])
        assert passage is not None
        assert article is not None
        assert record["text"] == passage.text_in(article)
        assert all(sentence in article.text for sentence in record["sentences"])


def test_only_the_first_articles_are_written_if_so_asked(engine: EmbeddedEngine, tmp_path: Path) -> None:
    exported = export(engine, tmp_path, limit=2)
    assert set(article_ids(exported).values()) == {"bees", "cafe"}
    assert len(np.load(exported.vectors)) == len(article_ids(exported))


def test_a_second_export_of_one_generation_is_the_first(engine: EmbeddedEngine, tmp_path: Path) -> None:
    first = export(engine, tmp_path)
    first.passages.write_text("")
    assert export(engine, tmp_path) == first
    assert first.passages.read_text() == ""


def test_title_and_heading_are_indexed_with_the_words(engine: EmbeddedEngine, tmp_path: Path) -> None:
    texts = list(index_texts(export(engine, tmp_path)))
    assert any(text.startswith("Did the Aswan High Dam") and "\nCosts\nBuilding it cost" in text for text in texts)
