"""Archives, folders and standard input."""

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest

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
