"""Files into the store: all or nothing where a file can't be trusted."""

import errno
import gzip
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Sentence
from corpus.errors import StoreError, UnreadablePage
from corpus.ingest import ingest
from corpus.sql_store import SqlStore, open_store
from tests.corpus.pages import MARKDOWN_PAGE, TEXT_PAGE


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    return open_store(f"sqlite:///{tmp_path}/store.sqlite3")


def lines(*bodies: str, ids: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    return "".join(
        json.dumps({"id": name, "title": "T", "body": body}) + "\n" for name, body in zip(ids, bodies, strict=False)
    )


def test_folders_globs_and_gz(store: SqlStore, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT_PAGE)
    (folder / "b.md").write_text(MARKDOWN_PAGE)
    (folder / "c.jsonl.gz").write_bytes(gzip.compress(lines("One.", "Two.").encode()))
    (folder / "ignored.png").write_bytes(b"\x89PNG\0")
    assert ingest(store, [str(folder)]).added == 4
    assert ingest(store, [str(folder / "*.txt"), str(folder / "b.md")]).unchanged == 2


def test_only_a_changed_article_is_updated(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(lines("One.", "Two."))
    ingest(store, [str(file)])
    file.write_text(lines("One.", "Three."))
    report = ingest(store, [str(file)])
    assert (report.added, report.updated, report.unchanged) == (0, 1, 1)
    assert len(store.revisions("b")) == 2


def test_an_article_that_is_read_otherwise_than_it_was_is_updated(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(lines("One. Two."))
    ingest(store, [str(file)])
    article = store.get("a")
    assert article is not None
    whole = Sentence(article.sentences[0].start, article.sentences[-1].end)
    store.upsert(replace(article, sentences=(whole,)))
    assert ingest(store, [str(file)]).updated == 1
    assert store.get("a") == article


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"\x89PNG\r\n\0\0", "binary"),
        (b"\xff\xfe\xfa not utf-8 at all", "UTF-8"),
        (b"  \n\n", "empty"),
        ((lines(*["One."] * 16) + '{"id": \n').encode(), "line 17"),
        (lines("One.", "Two.", ids="aa").encode(), "id a stands twice"),
        (gzip.compress(b"x" * 10_000)[:-20], "binary"),
        (b"A title and nothing else\n", "no text"),
    ],
)
def test_bad_input_is_named_and_leaves_the_store_untouched(
    store: SqlStore, tmp_path: Path, content: bytes | None, said: str
) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT_PAGE)
    bad = tmp_path / "bad"
    if content is not None:
        bad.write_bytes(content)
    with pytest.raises(UnreadablePage, match=said) as error:
        ingest(store, [str(good), str(bad)])
    assert "bad" in str(error.value)
    assert len(store) == 0


def test_a_truncated_archive_is_named(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(lines(*[f"Sentence number {n} is here." * 50 for n in range(26)]).encode())[:-30])
    with pytest.raises(UnreadablePage, match=r"can't be read|ends in the middle"):
        ingest(store, [str(file)])
    assert len(store) == 0


def test_keep_going_leaves_the_bad_file_out(store: SqlStore, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines("One.") + "{broken\n")
    (tmp_path / "b.jsonl").write_text(lines("Two.", ids="b"))
    report = ingest(store, [str(tmp_path / "*.jsonl")], keep_going=True)
    assert (report.added, len(report.rejected)) == (1, 1)
    assert store.get("a") is None


def test_one_record_without_text_does_not_stop_the_others(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(lines("One.", "", "Three."))
    report = ingest(store, [str(file)])
    assert (report.added, [error.place for error in report.rejected]) == (2, ["line 2"])


def test_progress_reaches_the_total(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(lines("One.", "Two."))
    seen: list[tuple[str, int, int]] = []
    ingest(store, [str(file)], on_progress=lambda *step: seen.append(step))
    assert seen == [("Reading", 1, 0), ("Reading", 2, 0), ("Storing", 1, 2), ("Storing", 2, 2)]


def pages(*addresses: str) -> str:
    records = [{"id": "a", "title": "T", "body": f"Text at {n}.", "url": url} for n, url in enumerate(addresses)]
    return "".join(json.dumps(record) + "\n" for record in records)


def test_two_pages_of_one_name_are_two_articles(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    records = [{"title": "T", "body": f"Text {n}.", "url": f"https://x.example/news/{n}"} for n in (1, 2)]
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert ingest(store, [str(file)]).added == 2


@pytest.mark.parametrize("at_once", [True, False])
def test_an_id_of_another_address_is_rejected_alone(store: SqlStore, tmp_path: Path, at_once: bool) -> None:
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    first.write_text(pages("https://x.example/a"))
    second.write_text(pages("https://y.example/a") + lines("More.", ids="b"))
    if not at_once:
        ingest(store, [str(first)])
    report = ingest(store, [str(first), str(second)])
    (error,) = report.rejected
    assert (error.origin, error.place) == (str(second), "https://y.example/a")
    assert "the id a already belongs to https://x.example/a" in str(error)
    article = store.get("a")
    assert article is not None
    assert article.url == "https://x.example/a"
    assert len(store) == 2


def test_in_one_file_too(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(pages("https://x.example/a", "https://y.example/a"))
    report = ingest(store, [str(file)])
    assert (report.added, len(report.rejected)) == (1, 1)


@pytest.mark.parametrize("address", ["http://www.x.example/a/", "https://x.example/a?utm_source=letter", ""])
def test_another_spelling_of_the_address_is_an_update(store: SqlStore, tmp_path: Path, address: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(pages("https://x.example/a"))
    ingest(store, [str(file)])
    file.write_text(pages(address))
    assert ingest(store, [str(file)]).updated == 1


def test_what_was_withdrawn_comes_back_changed_or_when_asked_for(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(lines("One.", "Two."))
    ingest(store, [str(file)])
    store.withdraw("a")
    report = ingest(store, [str(file)])
    assert (report.added, report.unchanged, report.withdrawn) == (0, 1, 1)
    assert store.get("a") is None
    report = ingest(store, [str(file)], restore=True)
    assert (report.added, report.withdrawn) == (1, 0)
    store.withdraw("a")
    file.write_text(lines("Another.", "Two."))
    assert ingest(store, [str(file)]).added == 1


@pytest.mark.parametrize("fails_at", ["write", "close"])
def test_a_full_temporary_folder_is_told(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: str
) -> None:
    real = tempfile.TemporaryFile

    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    class Full:
        def __init__(self, *args: str, **options: str) -> None:
            self._file = real(*args, **options)
            setattr(self, fails_at, full)

        def __getattr__(self, name: str) -> object:
            return getattr(self._file, name)

        def __iter__(self) -> object:
            return iter(self._file)

    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    file = tmp_path / "a.jsonl"
    file.write_text(lines("One."))
    with pytest.raises(StoreError, match=r"No space left.*TMPDIR"):
        ingest(store, [str(file)])
