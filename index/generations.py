"""Generations on disk: complete directories, of which one pointer names the one to serve.

::

    <index>/CURRENT                  id of the generation to serve, replaced atomically
    <index>/generations/<id>/        never changed once CURRENT has named it; one older one is kept beside the current
    <index>/embeddings.sqlite3       vectors of earlier builds, see :mod:`index.embedding_cache`
    <index>/build.lock               held while a build runs
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import BuilderBusy, CorruptIndex, IndexingError, IndexMismatch, NoIndex
from index.manifest import MANIFEST, read_manifest, verify

_CURRENT = "CURRENT"
_ID = re.compile(r"[0-9a-z]+(-[0-9]+)?")


def current_generation(directory: Path) -> str | None:
    """Id of the generation to serve, or ``None`` if none was built yet. Cheap: fit to be asked every second."""
    try:
        named = (directory / _CURRENT).read_bytes().decode("ascii", "replace").strip()
    except FileNotFoundError:
        return None
    # A damaged pointer names a generation that isn't there, which is not the same as that there is none yet.
    return named if _ID.fullmatch(named) else "unreadable"


def path_of(directory: Path, generation: str) -> Path:
    return directory / "generations" / generation


def drafts(directory: Path) -> Path:
    """Where builds that aren't finished lie; what a killed build left there is removed by the next."""
    return directory / "drafts"


def publish(directory: Path, draft: Path, generation: str) -> str:
    """Make the finished ``draft`` the generation to serve; returns its id (suffixed if the id is taken).

    Every file is on disk before the pointer changes, so a crash at any moment leaves the old or the new one.
    """
    for file in draft.iterdir():
        _sync(file)
    _sync(draft)
    (directory / "generations").mkdir(exist_ok=True)
    name, n = generation, 1
    while path_of(directory, name).exists():
        n += 1
        name = f"{generation}-{n}"
    os.rename(draft, path_of(directory, name))
    _sync(directory / "generations")
    pointer = directory / f"{_CURRENT}.next"
    pointer.write_text(name + "\n")
    _sync(pointer)
    os.replace(pointer, directory / _CURRENT)
    _sync(directory)
    return name


@contextmanager
def building(directory: Path) -> Iterator[None]:
    """The builder's lock; freed by the system when its holder dies.

    Raises :class:`BuilderBusy`, or :class:`IndexingError` if the directory can't be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        file = (directory / "build.lock").open("a")
    except OSError as error:
        raise IndexingError(f"{directory} can't be written: {error}. Check FOOTNOTE_DATA_DIR.") from error
    with file as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuilderBusy(
                f"Another process is building an index in {directory}. Wait for it, then run 'footnote index' again."
            ) from error
        yield


@contextmanager
def reading(directory: Path) -> Iterator[Path]:
    """The current generation's path, kept from removal while the context lasts. Raises :class:`NoIndex`."""
    while True:
        name = current_generation(directory)
        if name is None:
            raise NoIndex(f"There is no index in {directory} yet. Run 'footnote index' first.")
        path = path_of(directory, name)
        with holding(path):
            # Its removal may have begun between reading the pointer and taking the lock; then another one is current.
            if current_generation(directory) == name:
                yield path
                return


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Keep a generation from removal while the context lasts."""
    lock = hold(path)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def hold(path: Path) -> int | None:
    """Keep a generation from removal until the returned descriptor is closed; ``None`` if it can't be locked."""
    try:
        lock = os.open(path / MANIFEST, os.O_RDONLY)
    except FileNotFoundError:
        return None
    fcntl.flock(lock, fcntl.LOCK_SH)
    return lock


def older(directory: Path) -> list[Path]:
    """Paths of the generations that aren't current, the newest first, as far as their manifests can be read."""
    current = current_generation(directory)
    found = []
    for path in (directory / "generations").glob("*"):
        if path.name != current:
            with suppress(CorruptIndex, IndexMismatch):
                found.append((read_manifest(path).created, path.stat().st_mtime_ns, path))
    return [path for _, _, path in sorted(found, reverse=True)]


def remove_unused(directory: Path) -> list[str]:
    """Remove generations that no reader holds, and drafts; returns the removed ids.

    The current one stays, and the newest whole one beside it: what can be served if a file of the current is damaged.
    """
    shutil.rmtree(drafts(directory), ignore_errors=True)
    kept = {current_generation(directory)}
    spare = next(filter(_whole, older(directory)), None)
    if spare is not None:
        kept.add(spare.name)
    removed = []
    for path in sorted((directory / "generations").glob("*")):
        if path.name in kept or _in_use(path):
            continue
        shutil.rmtree(path, ignore_errors=True)
        removed.append(path.name)
    return removed


def _whole(path: Path) -> bool:
    try:
        verify(path, read_manifest(path))
    except (CorruptIndex, IndexMismatch):
        return False
    return True


def _in_use(path: Path) -> bool:
    try:
        # For writing: network file systems give the lock of one alone to no one else.
        lock = os.open(path / MANIFEST, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
