"""The article store."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from corpus.errors import StoreError, TakenId
from corpus.sql_store import SqlStore, open_store
from corpus.store import Change
from tests.corpus.pages import TEXT_PAGE, article_of
from tests.corpus.postgres import Postgres

ARTICLE = article_of(TEXT_PAGE)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.sqlite3"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture
def store(url: str) -> SqlStore:
    return open_store(url)


def test_upsert_tells_what_it_did(store: SqlStore) -> None:
    assert store.upsert(ARTICLE) is Change.ADDED
    assert store.upsert(ARTICLE) is Change.UNCHANGED
    assert store.upsert(replace(ARTICLE, author="A. Writer")) is Change.UPDATED
    assert [revision.number for revision in store.revisions(ARTICLE.id)] == [1, 2]
    assert store.get(ARTICLE.id) == replace(ARTICLE, author="A. Writer")


def test_withdrawal_keeps_the_history(store: SqlStore) -> None:
    store.upsert(ARTICLE)
    assert store.withdraw(ARTICLE.id)
    assert not store.withdraw(ARTICLE.id)
    assert (store.get(ARTICLE.id), len(store), dict(store.hashes())) == (None, 0, {})
    assert [revision.withdrawn for revision in store.revisions(ARTICLE.id)] == [False, True]
    assert store.upsert(ARTICLE) is Change.ADDED
    assert list(store.articles()) == [ARTICLE]


def test_articles_come_by_id_however_many(store: SqlStore) -> None:
    many = [replace(ARTICLE, id=f"a{n:04}") for n in range(450)]
    for article in many[::-1]:
        store.upsert(article)
    assert [article.id for article in store.articles()] == [article.id for article in many]
    assert set(store.hashes()) == {article.id for article in many}


def test_changes_are_numbered_and_the_newest_of_an_article_counts(store: SqlStore) -> None:
    for name in ("a", "b"):
        store.upsert(replace(ARTICLE, id=name))
    seen, changed = store.changes_since(0)
    assert changed == dict(store.hashes())
    store.withdraw("a")
    assert store.changes_since(seen) == (seen + 1, {"a": None})
    assert (store.newest_change(), store.ever_withdrawn()) == (seen + 1, (seen + 1, {"a": None}))


def test_it_is_known_whether_a_state_came_after_the_withdrawal(store: SqlStore) -> None:
    hashes = []
    for author in ("first", "second"):
        store.upsert(replace(ARTICLE, author=author))
        hashes.append(store.hashes()[ARTICLE.id])
        if author == "first":
            store.withdraw(ARTICLE.id)
    assert [store.was_withdrawn_after(ARTICLE.id, one) for one in hashes] == [True, False]
    assert [store.number_of(ARTICLE.id, one) for one in (*hashes, "another")] == [1, 3, None]
    assert store.ever_withdrawn()[1] == {ARTICLE.id: hashes[1]}
    store.upsert(replace(ARTICLE, author="first"))
    assert not store.was_withdrawn_after(ARTICLE.id, hashes[0])


def test_who_follows_the_changes_of_many_writers_misses_none(url: str) -> None:
    store, seen, done = open_store(url), set(), threading.Event()

    def write(author: str) -> None:
        own = open_store(url)
        for n in range(40):
            own.upsert(replace(ARTICLE, id=f"{author}{n}"))

    def follow() -> None:
        newest = 0
        while not done.is_set():
            newest, changed = store.changes_since(newest)
            seen.update(changed)
        seen.update(store.changes_since(newest)[1])

    writers = [threading.Thread(target=write, args=(author,)) for author in "ABCD"]
    follower = threading.Thread(target=follow)
    for thread in (follower, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    follower.join()
    assert seen == set(store.hashes())
    assert store.newest_change() == len(seen) == 160


def test_one_article_is_withdrawn_once_however_many_ask(url: str) -> None:
    store = open_store(url)
    done: list[bool] = []
    for _ in range(5):
        store.upsert(ARTICLE)
        threads = [threading.Thread(target=lambda: done.append(open_store(url).withdraw(ARTICLE.id))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert (len(done), sum(done)) == (20, 5)


def test_a_look_does_not_wait_for_a_writer(url: str) -> None:
    store = open_store(url)
    store.upsert(ARTICLE)
    with open_store(url).engine.begin() as writing:
        writing.execute(sa.text("UPDATE articles SET withdrawn = withdrawn"))
        assert (store.newest_change(), len(store)) == (1, 1)


def test_latest_goes_by_check_date(store: SqlStore) -> None:
    for name, day in (("a", 1), ("b", 3), ("c", 2)):
        store.upsert(replace(ARTICLE, id=name, checked_on=date(2024, 1, day)))
    store.upsert(replace(ARTICLE, id="undated", checked_on=None))
    assert store.latest(2) == ("b", "c")


def test_two_writers_lose_nothing(url: str) -> None:
    open_store(url)

    def write(author: str) -> None:
        store = open_store(url)
        for n in range(15):
            store.upsert(replace(ARTICLE, author=f"{author}{n}"))

    threads = [threading.Thread(target=write, args=(author,)) for author in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [revision.number for revision in open_store(url).revisions(ARTICLE.id)]
    assert numbers == list(range(1, 31))


def test_a_store_of_a_newer_footnote_is_refused(url: str) -> None:
    store = open_store(url)
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE schema_version SET version = 99"))
    with pytest.raises(StoreError, match="99"):
        open_store(url)


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////no/such/folder/x.sqlite3", "oracle9://x"])
def test_an_unusable_address_is_told(url: str) -> None:
    with pytest.raises(StoreError):
        open_store(url)


def test_a_store_that_is_damaged_is_told(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.sqlite3")
    store.upsert(ARTICLE)
    with store.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE articles"))
    for read in (store.hashes, store.newest_change, lambda: list(store.articles()), lambda: store.get(ARTICLE.id)):
        with pytest.raises(StoreError, match=r"store\.sqlite3 can't be read: .*backup"):
            read()
    with pytest.raises(StoreError, match=r"can't be changed: .*backup") as error:
        store.upsert(ARTICLE)
    assert ARTICLE.text[:20] not in str(error.value)


def test_what_is_read_takes_no_id_from_another_address_and_an_editor_may(store: SqlStore) -> None:
    moved = replace(ARTICLE, url="https://another.example/x")
    store.upsert(replace(ARTICLE, url="https://one.example/x"))
    with pytest.raises(TakenId, match=r"one\.example"):
        store.take_in(moved)
    assert store.upsert(moved) is Change.UPDATED


def test_what_is_read_stays_withdrawn_until_it_changes(store: SqlStore) -> None:
    store.upsert(ARTICLE)
    store.withdraw(ARTICLE.id)
    assert store.take_in(ARTICLE) is None
    assert store.get(ARTICLE.id) is None
    assert store.take_in(ARTICLE, restore=True) is Change.ADDED
    store.withdraw(ARTICLE.id)
    assert store.take_in(replace(ARTICLE, author="Another")) is Change.ADDED


_WRITER = """
import sys
from dataclasses import replace
from corpus.sql_store import open_store
from tests.corpus.pages import TEXT_PAGE, article_of
store = open_store(sys.argv[1])
article = article_of(TEXT_PAGE)
for n in range(10_000):
    store.upsert(replace(article, id=f"a{n}"))
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", [1, 20, 60])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, after: int) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    command = [sys.executable, "-c", _WRITER, url]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root, env=os.environ) as writer:
        assert writer.stdout is not None
        acknowledged = -1
        for line in writer.stdout:
            acknowledged = int(line)
            if acknowledged >= after:
                break
        writer.send_signal(signal.SIGKILL)
    store = open_store(url)
    assert set(store.hashes()) >= {f"a{n}" for n in range(acknowledged + 1)}
    assert all(article.text == ARTICLE.text for article in store.articles())
