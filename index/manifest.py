"""What a generation says about itself, and the check that its files are the ones that were written."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from index.errors import CorruptIndex, IndexMismatch
from index.files import read_json
from index.model_files import sha256_of

MANIFEST = "manifest.json"
# Raised whenever files or their meaning change; an index of another format is rebuilt, never guessed at.
FORMAT = 5


@dataclass(frozen=True, slots=True)
class Manifest:
    """``files`` maps each file name to its SHA-256; ``dense`` and ``lexical`` say which kinds of index were built."""

    generation: str
    encoder: str
    dimension: int
    articles: int
    passages: int
    content: str
    created: str
    dense: dict[str, float | int | str] = field(default_factory=dict)
    lexical: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    def write(self, directory: Path) -> None:
        values = asdict(self)
        text = json.dumps({**values, "sha256": _digest(values)}, indent=1, sort_keys=True)
        (directory / MANIFEST).write_text(text + "\n")


def _digest(values: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def digests(directory: Path) -> dict[str, str]:
    """SHA-256 of every file of a generation but the manifest."""
    return {path.name: sha256_of(path) for path in sorted(directory.iterdir()) if path.name != MANIFEST}


def read_manifest(directory: Path) -> Manifest:
    """Raises :class:`CorruptIndex` or, for an index that another version built, :class:`IndexMismatch`."""
    path = directory / MANIFEST
    try:
        values = read_json(path)
        found = values["format"]
        if found != FORMAT:
            raise IndexMismatch(
                f"The index in {directory} has format {found}, this version reads {FORMAT}. Run 'footnote index'."
            )
        if values.pop("sha256") != _digest(values):
            raise ValueError("it was altered")
        return Manifest(**values)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise CorruptIndex(
            f"{path} can't be read: {error}. Run 'footnote index' to build the index anew; articles are safe."
        ) from error


def verify(directory: Path, manifest: Manifest) -> None:
    """Compare every file with its checksum; raises :class:`CorruptIndex` naming the first that differs."""
    for name, digest in manifest.files.items():
        path = directory / name
        try:
            if sha256_of(path) == digest:
                continue
            problem = "was altered or truncated"
        except OSError as error:
            problem = f"can't be read ({error.strerror})"
        raise CorruptIndex(
            f"{path} {problem}. Run 'footnote index' to build the index anew; the articles themselves are safe."
        )
