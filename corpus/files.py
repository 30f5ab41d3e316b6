"""Files, folders, globs, standard input and archives as streams of bytes."""

import glob
import gzip
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from corpus.errors import UnreadablePage
from corpus.spool import temporary_space

#: File names that a folder or a zip archive is searched for; each may also end in ``.gz``.
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson", ".json")
#: The path that stands for standard input.
STDIN = "-"
READ_ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to be read; ``member`` names a part of the zip ``archive`` that it is."""

    path: Path
    origin: str
    member: str = ""
    archive: zipfile.ZipFile | None = None

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The unpacked bytes. Raises one of :data:`READ_ERRORS`."""
        if self.archive is not None:
            with self.archive.open(self.member) as packed, _unpacked(packed, self.member) as stream:
                yield stream
        else:
            with self.path.open("rb") as packed, _unpacked(packed, self.path.name) as stream:
                yield stream


@contextmanager
def input_files(paths: Sequence[str]) -> Iterator[list[InputFile]]:
    """The files that ``paths`` (files, folders, globs, ``-``) name, each once.

    Standard input is kept in a temporary file while the context lasts. Raises :class:`UnreadablePage` where a path
    names none.
    """
    with tempfile.TemporaryDirectory(prefix="footnote-") as folder:
        found: dict[Path, InputFile] = {}
        for path in paths:
            if path == STDIN:
                kept = Path(folder) / "stdin"
                with temporary_space(), kept.open("wb") as file:
                    shutil.copyfileobj(sys.stdin.buffer, file)
                found[kept] = InputFile(kept, "standard input")
            else:
                found.update((file, InputFile(file, str(file))) for file in _matches(path))
        yield list(found.values())


def members_of(file: InputFile) -> Iterator[InputFile]:
    """The pages of a zip archive, each to be read before the next is asked for: the archive is opened once.

    Raises :class:`UnreadablePage` if there are none or it is broken.
    """
    try:
        archive = zipfile.ZipFile(file.path)
    except READ_ERRORS as error:
        raise UnreadablePage(
            file.origin, f"the zip archive is broken ({error})", remedy="Pack or fetch it again."
        ) from error
    with archive:
        names = sorted(info.filename for info in archive.infolist() if not info.is_dir() and is_page(info.filename))
        if not names:
            raise UnreadablePage(
                file.origin, "the zip archive holds no page",
                remedy=f"Footnote reads {', '.join(SUFFIXES)}, also with .gz.",
            )  # fmt: skip
        for name in names:
            yield InputFile(file.path, f"{file.origin}:{name}", name, archive)


def is_page(name: str) -> bool:
    """Whether a folder or an archive is read for a file of this name."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return last.lower().removesuffix(".gz").endswith(SUFFIXES) and not last.startswith((".", "__MACOSX"))


def _matches(path: str) -> list[Path]:
    if Path(path).is_dir():
        inside = sorted(p for p in Path(path).rglob("*") if p.is_file() and is_page(p.name))
        if not inside:
            raise UnreadablePage(
                path, "the folder holds no page", remedy=f"Footnote reads {', '.join(SUFFIXES)}, also with .gz."
            )
        return inside
    if Path(path).exists():
        return [Path(path)]
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
    files = [Path(match) for match in matches if Path(match).is_file()]
    if not files:
        raise UnreadablePage(path, "no such file or folder", remedy="Check the path.")
    return files


@contextmanager
def _unpacked(packed: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    if name.lower().endswith(".gz"):
        with gzip.GzipFile(fileobj=packed) as stream:
            yield cast(IO[bytes], stream)
    else:
        yield packed
