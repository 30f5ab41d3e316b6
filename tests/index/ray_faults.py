"""Bulk embedding that goes wrong for real. Run as ``python -m tests.index.ray_faults kills`` or ``... dies``.

``kills``: again and again, one of two workers is killed (signal 9) in the middle of an index build, at a moment that a
seed decides; the index must hold every vector, the same as one that was built without Ray. ``dies``: embeds on the
cluster at an address, and kills itself when a part is kept.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
from pathlib import Path

import numpy as np

from index.builder import build
from index.bulk import embed_in_bulk
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from index.ray_pool import RayPool
from tests.index.conftest import MemoryStore, make_article
from tests.index.ray_workers import Noting, two_nodes

_ARTICLES = 3000
# Makes a block of texts last long enough that a worker dies in the middle of one.
_EFFORT = 10


def numbers(n_articles: int) -> MemoryStore:
    """A store of articles of one passage each."""
    return MemoryStore(
        *(
            make_article(f"a{n:05}", f"Is number {n} odd?", ("", f"The number {n} is {'odd' if n % 2 else 'even'}."))
            for n in range(n_articles)
        )
    )


def kills(address: str, folder: Path, seed: int) -> str:
    """One build in which a worker is killed; what was seen."""
    chance = random.Random(seed)
    store, encoder, noting = numbers(_ARTICLES), HashEncoder(), Noting(folder / "notes", together=2, effort=_EFFORT)
    due = chance.randrange(1, _ARTICLES)
    killed: list[int] = []

    def kill(_: str, done: int, total: int) -> None:
        if not killed and due <= done < total:
            killed.append(chance.choice(noting.pids()))
            os.kill(killed[0], signal.SIGKILL)

    bulk = embed_in_bulk(store, folder / "ray", encoder, RayPool(noting, encoder.name, address), on_progress=kill)
    build(store, folder / "plain", encoder)
    report = build(store, folder / "ray", encoder)
    found, expected = (EmbeddedEngine.open(folder / name, encoder).passage_vectors() for name in ("ray", "plain"))
    if not killed or report.embedded or not np.array_equal(found, expected):
        raise SystemExit(f"seed {seed}: killed {killed}, {bulk}, {report}")
    return f"worker {killed[0]} of {noting.pids()} killed after {due} texts; all {bulk.embedded} vectors are there"


def dies(address: str, directory: Path, notes: Path, n_articles: int) -> None:
    """Embed until a part is kept, then die."""

    def die(_: str, done: int, total: int) -> None:
        if 0 < done < total:
            os.kill(os.getpid(), signal.SIGKILL)

    encoder = HashEncoder()
    embed_in_bulk(
        numbers(n_articles), directory, encoder, RayPool(Noting(notes), encoder.name, address), on_progress=die
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="what", required=True)
    killing = commands.add_parser("kills")
    killing.add_argument("--times", type=int, default=20)
    killing.add_argument("--seed", type=int, default=1, help="of the first time; each time counts one up")
    dying = commands.add_parser("dies")
    dying.add_argument("address")
    dying.add_argument("directory", type=Path)
    dying.add_argument("notes", type=Path)
    dying.add_argument("n_articles", type=int)
    given = parser.parse_args()
    if given.what == "dies":
        dies(given.address, given.directory, given.notes, given.n_articles)
        return
    with two_nodes() as address:
        for seed in range(given.seed, given.seed + given.times):
            with tempfile.TemporaryDirectory() as folder:
                sys.stdout.write(f"seed {seed}: {kills(address, Path(folder), seed)}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
