"""Lines that wait in a temporary file until all are known to be good."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from corpus.errors import StoreError


@contextmanager
def temporary_space() -> Iterator[None]:
    """Raises :class:`StoreError` where a file in the temporary folder can't be written."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"What was read can't be kept in the temporary folder ({error}). Make room there, or set TMPDIR to a folder"
            " that has more."
        ) from error


class Spool:
    """Lines in the order they came. Every method raises :class:`StoreError` where there is no room."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def add(self, line: str) -> None:
        """Keep ``line``, which holds no line break."""
        with temporary_space():
            self._file.write(line + "\n")

    def end(self) -> int:
        """Where the next line will stand."""
        with temporary_space():
            return self._file.tell()

    def cut(self, end: int) -> None:
        """Forget what came after :meth:`end` was ``end``."""
        with temporary_space():
            self._file.seek(end)
            self._file.truncate()

    def __iter__(self) -> Iterator[str]:
        with temporary_space():
            self._file.seek(0)
        yield from self._file


@contextmanager
def spool() -> Iterator[Spool]:
    """An empty spool."""
    with temporary_space():
        file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
    try:
        yield Spool(file)
    finally:
        # Closing writes what is left.
        with temporary_space():
            file.close()
