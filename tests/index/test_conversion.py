import json
from pathlib import Path

import pytest

from index.conversion import UnsupportedModel, converted, pooling_of
from index.model_files import locate


def model(directory: Path, kind: str = "bert", **modes: bool) -> Path:
    (directory / "1_Pooling").mkdir()
    (directory / "config.json").write_text(json.dumps({"model_type": kind}))
    (directory / "1_Pooling" / "config.json").write_text(json.dumps({"word_embedding_dimension": 1, **modes}))
    return directory


def test_pooling_is_read_from_the_model(tmp_path: Path) -> None:
    assert pooling_of(model(tmp_path, pooling_mode_mean_tokens=True, pooling_mode_cls_token=False)) == "mean"


def test_other_architectures_are_left_to_torch(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedModel, match="mpnet"):
        pooling_of(model(tmp_path, "mpnet", pooling_mode_mean_tokens=True))


def test_other_poolings_are_left_to_torch(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedModel, match="max"):
        pooling_of(model(tmp_path, pooling_mode_max_tokens=True))


@pytest.mark.model
def test_a_damaged_conversion_is_made_anew(tmp_path: Path) -> None:
    files = locate("all-MiniLM-L6-v2")
    assert files is not None
    path = converted(files, tmp_path)
    weights = path.with_suffix(".bin")
    whole = weights.read_bytes()
    assert converted(files, tmp_path) == path
    weights.write_bytes(whole[:100])
    assert converted(files, tmp_path) == path
    assert weights.read_bytes() == whole
    assert [one.name for one in tmp_path.iterdir()] == [path.parent.name]
