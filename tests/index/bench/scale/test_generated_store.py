from pathlib import Path

import pytest

from corpus import StoreError
from corpus.codec import content_hash
from index.bench.scale.generated import article, articles
from index.bench.scale.generated_store import GeneratedStore


@pytest.fixture
def store(tmp_path: Path) -> GeneratedStore:
    return GeneratedStore.of(tmp_path / "generated", articles(5))


def test_articles_are_read_as_they_were_written(store: GeneratedStore) -> None:
    assert list(store.articles()) == list(articles(5))
    assert len(store) == 5


def test_an_article_is_found_by_id_and_by_revision(store: GeneratedStore) -> None:
    wanted = article(2)
    assert store.get(wanted.id) == wanted
    assert store.version(wanted.id, content_hash(wanted)) == wanted
    assert store.version(wanted.id, "another") is None
    assert store.get("nobody") is None


def test_hashes_are_those_of_the_articles(store: GeneratedStore) -> None:
    assert store.hashes() == {one.id: content_hash(one) for one in articles(5)}


def test_what_was_written_is_not_written_again(store: GeneratedStore, tmp_path: Path) -> None:
    assert len(GeneratedStore.of(tmp_path / "generated", articles(9))) == 5


def test_it_cannot_be_changed(store: GeneratedStore) -> None:
    with pytest.raises(StoreError):
        store.upsert(article(1))
    with pytest.raises(StoreError):
        store.withdraw(article(1).id)
