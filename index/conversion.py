"""A sentence-transformers model becomes an OpenVINO one, once a machine."""

import json
import logging
import os
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import openvino

from index.files import read_json
from index.model_files import ModelFiles, cache_home, sha256_of


class UnsupportedModel(Exception):
    """The model's architecture or pooling can't be converted; sentence-transformers itself can run it."""


def pooling_of(directory: Path) -> str:
    """``mean`` or ``cls``. Raises :class:`UnsupportedModel` unless the model is BERT with one of the two."""
    config = read_json(directory / "config.json")
    if config.get("model_type") != "bert":
        raise UnsupportedModel(
            f"{directory} holds a {config.get('model_type')} model; OpenVINO is set up for BERT ones."
        )
    pooling = directory / "1_Pooling" / "config.json"
    if not pooling.is_file():
        raise UnsupportedModel(f"{pooling} is missing, so its pooling is unknown.")
    modes = {mode for mode, on in read_json(pooling).items() if on is True}
    kinds = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}
    if len(modes) != 1 or not modes <= kinds.keys():
        raise UnsupportedModel(f"{pooling} asks for {sorted(modes)}; OpenVINO is set up for mean or cls pooling.")
    return kinds[modes.pop()]


def converted(files: ModelFiles, cache_directory: Path | None = None) -> Path:
    """Path of the converted model, made now if it isn't in the cache (or is damaged there)."""
    release = openvino.__version__.split("-")[0]
    home = (cache_directory or cache_home()) / f"{files.name}-{files.sha256[:12]}-openvino-{release}"
    if _intact(home):
        return home / "model.xml"
    home.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=home.parent, prefix=".converting-"))
    try:
        openvino.save_model(_convert(files.directory), draft / "model.xml", compress_to_fp16=True)
        digests = {name: sha256_of(draft / name) for name in ("model.xml", "model.bin")}
        (draft / "sha256.json").write_text(json.dumps(digests))
        if home.exists() and not _intact(home):
            shutil.rmtree(home, ignore_errors=True)
        try:
            os.rename(draft, home)
        except OSError:
            if not _intact(home):  # Another process may have been faster; anything else is a real failure.
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return home / "model.xml"


def _intact(home: Path) -> bool:
    try:
        digests = read_json(home / "sha256.json")
        return all(sha256_of(home / name) == digest for name, digest in digests.items())
    except (OSError, ValueError):
        return False


def _convert(directory: Path) -> Any:
    import torch
    from transformers import AutoModel
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    pooling = pooling_of(directory)

    class Embedder(torch.nn.Module):  # type: ignore[misc]
        """Token ids and their mask to unit vectors. The mask is given to the encoder in its final, additive form."""

        def __init__(self, model: Any) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            mask = attention_mask.to(torch.float32)
            states = self.model.encoder(
                self.model.embeddings(input_ids=input_ids), attention_mask=(1.0 - mask[:, None, None, :]) * -10000.0
            )[0]
            if pooling == "cls":
                pooled = states[:, 0]
            else:
                pooled = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1e-9)
            return torch.nn.functional.normalize(pooled, dim=1)

    chatter = logging.getLogger("transformers")
    level = chatter.level
    chatter.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            model = AutoModel.from_pretrained(str(directory), attn_implementation="eager").eval()
            example = torch.ones(2, 8, dtype=torch.int64)
            return openvino.convert_model(Embedder(model), example_input=(example, example))
    finally:
        chatter.setLevel(level)
