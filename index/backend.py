"""Where an index lives: what builds it, loads it and knows of newer ones. One for each kind of engine."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.store import ArticleStore
from index.building import BuildReport, Progress
from index.encoder import Encoder
from index.engine import SearchEngine
from index.errors import CorruptIndex
from index.generations import current_generation

if TYPE_CHECKING:
    from index.fallback import Fallback


class Backend(Protocol):
    """Thread-safe. Every method raises :class:`IndexingError`."""

    def build(self, store: ArticleStore, encoder: Encoder, *, on_progress: Progress | None = None) -> BuildReport:
        """Bring the index up to ``store``."""
        ...

    def open(self, encoder: Encoder, store: ArticleStore) -> SearchEngine:
        """The newest generation. ``store`` is where an engine that holds no articles asks for them."""
        ...

    def open_older(self, encoder: Encoder, store: ArticleStore, damage: CorruptIndex) -> "Fallback | None":
        """What can be served where the newest generation is damaged, ``None`` if nothing can."""
        ...

    def newest(self) -> str | None:
        """Id of the newest generation, ``None`` if there is none. Cheap: asked every second."""
        ...

    def check(self) -> None:
        """Raises :class:`SearchUnavailable` if a loaded engine could not be asked now."""
        ...


class EmbeddedBackend:
    """Generations in ``directory``, loaded into the process."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def build(self, store: ArticleStore, encoder: Encoder, *, on_progress: Progress | None = None) -> BuildReport:
        from index.builder import build

        return build(store, self._directory, encoder, on_progress=on_progress)

    def open(self, encoder: Encoder, store: ArticleStore) -> SearchEngine:
        from index.embedded import EmbeddedEngine

        return EmbeddedEngine.open(self._directory, encoder)

    def open_older(self, encoder: Encoder, store: ArticleStore, damage: CorruptIndex) -> "Fallback | None":
        from index.fallback import fall_back

        return fall_back(self._directory, encoder, store, damage)

    def newest(self) -> str | None:
        return current_generation(self._directory)

    def check(self) -> None:
        """A loaded generation needs nothing else."""
