import sys
from pathlib import Path

import pytest

from index.bench.peers.building import built, model_folder
from index.bench.peers.catalog import Peer
from index.bench.peers.errors import PeerError
from index.bench.peers.passages import Exported

PYTHON = Path(sys.executable)
# A system whose script is not there.
BROKEN = Peer("broken", "Broken 1.0", (), "")
EXPORTED = Exported(Path("exports/abc/passages.jsonl"), Path("exports/abc/vectors.npy"))


def test_what_is_built_already_is_used_again(tmp_path: Path) -> None:
    (tmp_path / "abc.whole").touch()
    assert built(BROKEN, PYTHON, EXPORTED, tmp_path, tmp_path / "log") == tmp_path / "abc"


def test_a_build_that_fails_is_not_taken_for_whole(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(PeerError, match=r"Broken 1\.0 ended during 'build'"):
            built(BROKEN, PYTHON, EXPORTED, tmp_path, tmp_path / "log")


def test_the_model_folder_is_in_the_layout_of_sentence_transformers() -> None:
    assert (model_folder() / "model.safetensors").is_file()
