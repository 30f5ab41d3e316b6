"""The parts put together: store, encoder, engine, selector and answerer, from the settings."""

import threading
from dataclasses import dataclass
from functools import cached_property

from api.builds import Builds
from api.settings import Settings
from api.withdrawals import Withdrawals
from corpus.sql_store import SqlStore, open_store
from index import CorruptIndex, SearchEngine
from index.backend import Backend, EmbeddedBackend
from index.building import BuildReport, Progress
from index.encoder import HASH_MODEL, Encoder, load_encoder
from index.withdrawal import WithoutArticles
from qa import Selector
from qa.answerer import Answerer
from qa.calibration import Calibration
from qa.selector.catalog import LEXICAL, TRAINED, selector_for


@dataclass(frozen=True, slots=True)
class Serving:
    """One loaded generation and the answerer over it. A request keeps the one it started with.

    ``loaded`` is the id of the generation as built; ``engine.generation`` differs where articles were withdrawn since.
    ``problem`` says why it is an older one than it should be.
    """

    loaded: str
    engine: SearchEngine
    answerer: Answerer
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class _Whole:
    """A loaded generation before withdrawals."""

    engine: SearchEngine
    loaded: str
    problem: str | None = None


class Services:
    """Makes each part once, when it is first asked for. Thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        # Loading takes seconds; what is served may change in between.
        self._loading = threading.Lock()
        self._swapping = threading.Lock()
        self._outdated = False
        self._whole: _Whole | None = None
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
    def backend(self) -> Backend:
        """Where the index lives. Raises :class:`IndexingError` if the settings don't lead to it."""
        if self.settings.engine == "embedded":
            return EmbeddedBackend(self.settings.index_dir)
        from index.milvus.backend import MilvusBackend
        from index.milvus.server import Server

        token = self.settings.milvus_token
        server = Server(self.settings.milvus_uri, token.get_secret_value() if token else "")
        return MilvusBackend(server, self.settings.index_dir, prefix=self.settings.milvus_prefix)

    @cached_property
    def builds(self) -> Builds:
        return Builds(self.store)

    @cached_property
    def _withdrawals(self) -> Withdrawals:
        return Withdrawals(self.store)

    def bring_up(self, on_progress: Progress | None = None) -> BuildReport:
        """Bring the index up to the store. Raises :class:`IndexingError`, :class:`StoreError`."""
        encoder = self.encoder
        return self.builds.run(lambda: self.backend.build(self.store, encoder, on_progress=on_progress))

    def serving(self) -> Serving:
        """The generation being served, loaded if none is yet. Raises :class:`IndexingError` if it can't be."""
        serving = self._serving
        if serving is not None:
            return serving
        with self._loading:
            return self._serving or self._load()

    def engine(self) -> SearchEngine:
        """The current generation alone, for what a new selector's confidence is fitted with: there is no answering yet.

        Raises :class:`IndexingError` if it can't be loaded.
        """
        return self._open().engine

    def newer_generation(self) -> str | None:
        """Id of the newest generation, if it isn't the one being served.

        Raises :class:`SearchUnavailable` if the server that knows can't be asked.
        """
        current = self.backend.newest()
        serving = self._serving
        return None if serving is not None and serving.loaded == current else current

    def reload(self) -> Serving:
        """Load the current generation and serve it from now on. If it can't be loaded, the last one goes on serving."""
        with self._loading:
            return self._load()

    def apply_withdrawals(self) -> Serving | None:
        """What is served from now on if articles were withdrawn, or came back; else ``None``. Never waits for a load.

        Raises :class:`StoreError` if the store can't be asked.
        """
        with self._swapping:
            if self._whole is None:
                return None
            # Kept if serving fails: the next look finds no change any more.
            self._outdated = self._withdrawals.refresh() or self._outdated
            return self._serve(self._whole) if self._outdated else None

    @property
    def ready(self) -> bool:
        """Whether a generation is loaded and warm."""
        return self._serving is not None

    def _load(self) -> Serving:
        whole = self._open()
        # Compiles the models' graphs, so that the first reader does not wait for it.
        whole.engine.retrieve("warm-up", limit=1)
        with self._swapping:
            self._withdrawals.refresh()
            return self._serve(whole)

    def _open(self) -> _Whole:
        try:
            loaded = self.backend.open(self.encoder, self.store)
        except CorruptIndex as damage:
            # What is served already is newer than anything that could be loaded in its place.
            older = None if self.ready else self.backend.open_older(self.encoder, self.store, damage)
            if older is None:
                raise
            return _Whole(older.engine, older.loaded, older.problem)
        return _Whole(loaded, loaded.generation)

    def _serve(self, whole: _Whole) -> Serving:
        gone = self._withdrawals.hidden(whole.engine)
        engine = WithoutArticles(whole.engine, gone) if gone else whole.engine
        calibration = Calibration.find(self.selector.name, self.settings.data_dir)
        self._whole, self._outdated = whole, False
        answerer = Answerer(engine, self.selector, calibration)
        self._serving = Serving(whole.loaded, engine, answerer, problem=whole.problem)
        return self._serving
