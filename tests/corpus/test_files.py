"""Archives, folders and standard input."""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from corpus import reading
from corpus.article import Article
from corpus.errors import UnreadablePage
from corpus.reading import read
from tests.corpus.pages import TEXT_PAGE

HTML = "<html><head><meta charset='iso-8859-1'></head><body><article><h1>Is the café open?</h1>{}</article>"
TEXT = "<p>The café is open on every day of the week but Monday, as the sign at its door says.</p>" * 3


def titles(*paths: object) -> list[str]:
    return [found.title for found in read([str(path) for path in paths]) if isinstance(found, Article)]


def test_a_zip_is_read_member_by_member(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("a/town.txt", TEXT_PAGE)
        archive.writestr("b/lines.jsonl.gz", gzip.compress(b'{"title": "From a line", "body": "Text of it."}\n'))
        archive.writestr("c/picture.png", b"\x89PNG\0")
        archive.writestr("__MACOSX/._town.txt", b"\0")
    assert titles(tmp_path / "pages.zip") == ["Did the town of Elm Falls ban bicycles?", "From a line"]


def test_a_bad_member_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("bad.jsonl", '{"title": "A", "body": "Text."}\n{"title": \n')
    with pytest.raises(UnreadablePage, match=r"pages\.zip:bad\.jsonl, line 2"):
        titles(tmp_path / "pages.zip")


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"PK\x03\x04"])
def test_a_broken_zip_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(UnreadablePage, match="zip archive is broken"):
        titles(tmp_path / "x.zip")


def test_standard_input_is_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT_PAGE.encode())))
    assert titles("-") == ["Did the town of Elm Falls ban bicycles?"]


def test_the_format_is_told_by_the_content_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(HTML.format(TEXT), encoding="utf-8")
    (tmp_path / "lines.md").write_text('{"title": "From a line", "body": "Text of it."}\n')
    assert titles(tmp_path) == ["From a line", "Is the café open?"]


def test_html_in_its_declared_charset(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(HTML.format(TEXT).encode("iso-8859-1"))
    assert titles(tmp_path / "page.html") == ["Is the café open?"]


def test_a_zip_is_opened_once_however_many_pages_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        for n in range(5):
            archive.writestr(f"{n}.txt", TEXT_PAGE)
    opened: list[object] = []

    class Counted(zipfile.ZipFile):
        def __init__(self, *args: object, **options: object) -> None:
            opened.append(args)
            super().__init__(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(zipfile, "ZipFile", Counted)
    assert len(titles(tmp_path / "pages.zip")) == 5
    assert len(opened) == 1


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_array_is_its_records(tmp_path: Path, indent: int | None) -> None:
    records = [{"title": f"The {name} one", "body": "Text of it."} for name in ("first", "second")]
    (tmp_path / "a.json").write_text("\n" + json.dumps(records, indent=indent))
    assert titles(tmp_path / "a.json") == ["The first one", "The second one"]


def test_text_that_begins_with_a_link_is_no_array(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("[{Home}](https://x.example/)\n\n" + TEXT_PAGE)
    assert len(titles(tmp_path / "page.md")) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"title": "' + "x" * 200, "line 1"),
        ("A title\n\n" + "x" * 200, "no article"),
        ('[{"title": "' + "x" * 400, "jq -c"),
    ],
)
def test_what_is_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: str) -> None:
    monkeypatch.setattr(reading, "MAX_PAGE_BYTES", 100)
    monkeypatch.setattr(reading, "MAX_ARRAY_BYTES", 300)
    (tmp_path / "long").write_text(content)
    with pytest.raises(UnreadablePage, match=said):
        titles(tmp_path / "long")


def test_a_text_page_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(TEXT_PAGE.encode() * 20 + b"\xff")
    with pytest.raises(UnreadablePage, match=f"line {TEXT_PAGE.count(chr(10)) * 20 + 1}"):
        titles(tmp_path / "page.txt")
