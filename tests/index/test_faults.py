import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from index.errors import BuilderBusy
from index.generations import drafts
from tests.index.conftest import ARTICLES, MemoryStore


def command(what: str, directory: Path) -> list[str]:
    return [sys.executable, "-m", "tests.index.faulty_builds", what, str(directory)]


def test_a_build_killed_at_any_moment_leaves_an_index_that_serves(directory: Path) -> None:
    run = subprocess.run(command("kill", directory), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_killed_builder_frees_its_lock(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    with subprocess.Popen(command("hold", directory), stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BuilderBusy, match="Wait for it"):
            build(store, directory, encoder)
        holder.kill()
    assert build(store, directory, encoder).changed


def test_a_full_disk_leaves_the_old_index_and_says_so(
    store: MemoryStore, directory: Path, encoder: HashEncoder
) -> None:
    before = build(store, directory, encoder).generation
    run = subprocess.run(command("full", directory), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "no room" in run.stdout
    assert "goes on serving" in run.stdout
    assert not drafts(directory).exists()
    engine = EmbeddedEngine.open(directory, encoder)
    assert engine.generation == before
    assert engine.search("Aswan dam").articles[0].article.id == "dam"


def test_an_index_is_read_as_it_was_written_whatever_the_locale(
    store: MemoryStore, directory: Path, encoder: HashEncoder
) -> None:
    build(store, directory, encoder)
    ascii_only = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = subprocess.run(command("open", directory), env=ascii_only, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert ascii(ARTICLES[3].title) in run.stdout
