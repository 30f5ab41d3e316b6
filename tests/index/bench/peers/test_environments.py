import sys
from pathlib import Path

import pytest

from index.bench.peers.catalog import FOOTNOTE, Peer
from index.bench.peers.environments import interpreter
from index.bench.peers.errors import PeerError


def test_footnote_runs_on_this_interpreter(tmp_path: Path) -> None:
    assert interpreter(FOOTNOTE, tmp_path) == Path(sys.executable)
    assert not list(tmp_path.iterdir())


def test_an_environment_with_the_same_pins_is_used_again(tmp_path: Path) -> None:
    python = tmp_path / "some" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / "some" / "installed.txt").write_text("a-package==1.0\n")
    assert interpreter(Peer("some", "Some", ("a-package==1.0",), ""), tmp_path) == python


def test_what_cannot_be_installed_is_named_with_a_remedy(tmp_path: Path) -> None:
    peer = Peer("some", "Some 1.0", (str(tmp_path / "missing-1.0-py3-none-any.whl"),), "")
    with pytest.raises(PeerError, match=r"Some 1\.0 can't be installed .*--systems"):
        interpreter(peer, tmp_path / "environments")
    assert not (tmp_path / "environments" / "some" / "installed.txt").exists()
