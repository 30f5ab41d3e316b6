"""Files, folders and globs become articles; the format is found in the content."""

import glob
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpus.article import Article
from corpus.errors import UnreadablePage
from corpus.readers.json_lines import read_json_lines
from corpus.readers.site_page import read_site_page

#: File names that a folder is searched for.
SUFFIXES = (".txt", ".md", ".jsonl", ".ndjson", ".json")
_MAX_PAGE_BYTES = 20_000_000
_SNIFFED = 4096


def files_of(paths: Sequence[str]) -> list[Path]:
    """The files that ``paths`` (files, folders, globs) name, each once. Raises :class:`UnreadablePage` for none."""
    found: dict[Path, None] = {}
    for path in paths:
        if Path(path).is_dir():
            inside = sorted(p for p in Path(path).rglob("*") if p.is_file() and _is_page(p))
            if not inside:
                raise UnreadablePage(
                    path, "the folder holds no page", remedy=f"Footnote reads {', '.join(SUFFIXES)}, also with .gz."
                )
            found.update(dict.fromkeys(inside))
        elif Path(path).exists():
            found[Path(path)] = None
        else:
            matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
            if not matches:
                raise UnreadablePage(path, "no such file or folder", remedy="Check the path.")
            found.update(dict.fromkeys(Path(match) for match in matches if Path(match).is_file()))
    return list(found)


def read(paths: Sequence[str]) -> Iterator[Article | UnreadablePage]:
    """Every article of ``paths``; what can't become an article is yielded as the error that says why.

    Raises :class:`UnreadablePage` where a whole file can't be trusted: missing, binary, empty, broken JSON.
    """
    for file in files_of(paths):
        yield from read_file(file)


def read_file(file: Path) -> Iterator[Article | UnreadablePage]:
    """The articles of one file. Raises as :func:`read`."""
    origin = str(file)
    head = _head(file, origin)
    if not head.strip():
        raise UnreadablePage(origin, "the file is empty", remedy="Remove it or fill it.")
    if b"\0" in head or _undecodable(head):
        raise UnreadablePage(
            origin, "this is a binary file or not UTF-8", remedy="Footnote reads UTF-8 text, Markdown and JSON lines."
        )
    if _is_json_lines(head):
        yield from read_json_lines(_lines(file, origin), origin)
        return
    text = "".join(_lines(file, origin))
    if len(text) > _MAX_PAGE_BYTES:
        raise UnreadablePage(origin, f"a page of {len(text):,} characters is no article", remedy="Split the file.")
    yield from read_site_page(text, origin)


def _is_page(path: Path) -> bool:
    name = path.name.removesuffix(".gz")
    return name.endswith(SUFFIXES) and not name.startswith(".")


def _open(file: Path) -> io.BufferedIOBase:
    return gzip.open(file) if file.name.endswith(".gz") else file.open("rb")


def _head(file: Path, origin: str) -> bytes:
    try:
        with _open(file) as stream:
            return stream.read(_SNIFFED)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadablePage(origin, f"the file can't be read ({error})", remedy="Check the file.") from error


def _undecodable(head: bytes) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # A character cut in two at the end of the sample is no mistake.
        return error.start < len(head) - 4
    return False


def _is_json_lines(head: bytes) -> bool:
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].strip()
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return first.startswith(b'{"') or len(head) == _SNIFFED


def _lines(file: Path, origin: str) -> Iterable[str]:
    """Lines of the file with their ends, read as they are asked for."""
    n = 0
    try:
        with _open(file) as stream:
            for line in stream:
                n += 1
                yield line.decode("utf-8-sig" if n == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise UnreadablePage(origin, "not UTF-8", place=f"line {n}", remedy="Save the file as UTF-8.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadablePage(
            origin, f"the file ends in the middle ({error})", place=f"after line {n}", remedy="Fetch it again."
        ) from error
