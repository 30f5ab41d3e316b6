"""The parts put together: store, encoder, engine, selector and answerer, from the settings."""

import threading
from dataclasses import dataclass
from functools import cached_property

from api.settings import Settings
from api.withdrawals import Withdrawals
from corpus.sql_store import SqlStore, open_store
from index import SearchEngine
from index.embedded import EmbeddedEngine
from index.encoder import HASH_MODEL, Encoder, load_encoder
from index.generations import current_generation
from index.withdrawal import WithoutArticles
from qa import Selector
from qa.answerer import Answerer
from qa.calibration import Calibration
from qa.selector.catalog import LEXICAL, TRAINED, selector_for


@dataclass(frozen=True, slots=True)
class Serving:
    """One loaded generation and the answerer over it. A request keeps the one it started with.

    ``loaded`` is the id of the generation on disk; ``engine.generation`` differs where articles were withdrawn since.
    """

    loaded: str
    engine: SearchEngine
    answerer: Answerer


class Services:
    """Makes each part once, when it is first asked for. Thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._loading = threading.Lock()
        self._whole: EmbeddedEngine | None = None
        self._serving: Serving | None = None

    @cached_property
    def store(self) -> SqlStore:
        """The article store; its folder is made. Raises :class:`StoreError`."""
        if self.settings.database_url is None:
            self.settings.data_dir.mkdir(parents=True, exist_ok=True)
        return open_store(self.settings.store_url)

    @cached_property
    def encoder(self) -> Encoder:
        """Raises :class:`ModelError`."""
        return load_encoder(self.settings.model, runtime=self.settings.runtime)

    @cached_property
    def selector(self) -> Selector:
        """Raises :class:`SelectorError`."""
        name = self.settings.selector
        if name == "auto":
            name = LEXICAL if self.settings.model == HASH_MODEL else TRAINED
        return selector_for(name, self.encoder)

    @cached_property
    def _withdrawals(self) -> Withdrawals:
        return Withdrawals(self.store)

    def serving(self) -> Serving:
        """The generation being served, loaded if none is yet. Raises :class:`IndexingError` if it can't be."""
        serving = self._serving
        if serving is not None:
            return serving
        with self._loading:
            return self._serving or self._load()

    def newer_generation(self) -> str | None:
        """Id of the generation on disk, if it isn't the one being served."""
        current = current_generation(self.settings.index_dir)
        serving = self._serving
        return None if serving is not None and serving.loaded == current else current

    def reload(self) -> Serving:
        """Load the current generation and serve it from now on. If it can't be loaded, the last one goes on serving."""
        with self._loading:
            return self._load()

    def apply_withdrawals(self) -> Serving | None:
        """What is served from now on if articles were withdrawn, or came back; else ``None``.

        Raises :class:`StoreError` if the store can't be asked.
        """
        with self._loading:
            if self._whole is None or not self._withdrawals.refresh():
                return None
            return self._serve(self._whole)

    @property
    def ready(self) -> bool:
        """Whether a generation is loaded and warm."""
        return self._serving is not None

    def _load(self) -> Serving:
        engine = EmbeddedEngine.open(self.settings.index_dir, self.encoder)
        # Compiles the models' graphs, so that the first reader does not wait for it.
        engine.retrieve("warm-up", limit=1)
        self._withdrawals.refresh()
        return self._serve(engine)

    def _serve(self, whole: EmbeddedEngine) -> Serving:
        gone = self._withdrawals.ids
        engine: SearchEngine = WithoutArticles(whole, gone) if gone else whole
        calibration = Calibration.find(self.selector.name, self.settings.data_dir)
        self._whole = whole
        self._serving = Serving(whole.generation, engine, Answerer(engine, self.selector, calibration))
        return self._serving
