"""A system's index, built once for each export of passages."""

from pathlib import Path

from index.bench.peers.catalog import Peer
from index.bench.peers.errors import PeerError
from index.bench.peers.passages import Exported
from index.bench.peers.process import Worker
from index.model_files import locate

_MODEL = "all-MiniLM-L6-v2"
_WHOLE = "whole"


def model_folder() -> Path:
    """The folder of the embedding model that every system is given. Raises :class:`PeerError` if it isn't installed."""
    files = locate(_MODEL)
    if files is None:
        raise PeerError(f"The embedding model {_MODEL} is not installed. Install what requirements.lock names.")
    return files.directory


def built(peer: Peer, python: Path, exported: Exported, folder: Path, log: Path) -> Path:
    """The folder below ``folder`` with the index of ``exported``, built from given vectors unless it is there already.

    Raises :class:`PeerError` if it can't be built.
    """
    target = folder / exported.passages.parent.name
    marker = folder / f"{target.name}.{_WHOLE}"
    if not marker.exists():
        with Worker(peer, python, log) as worker:
            worker.build(exported.passages, model_folder(), target, exported.vectors)
        marker.touch()
    return target
