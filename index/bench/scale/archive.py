"""What both engines are measured on: real archives by name, generated ones by their number of passages."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.store import ArticleStore
from index.bench.archives import build_archive, store_in
from index.bench.questions import QUESTION_SETS
from index.bench.scale.errors import ScaleError
from index.bench.scale.generated import PASSAGES_PER_ARTICLE, GeneratedEncoder, articles, questions
from index.bench.scale.generated_store import GeneratedStore
from index.embedding_cache import EmbeddingCache
from index.encoder import Encoder, load_encoder

QUESTIONS = 150
_EMBEDDINGS = "embeddings.sqlite3"


@dataclass(frozen=True, slots=True)
class Archive:
    """``embeddings`` is an embedding cache that holds every vector, ``None`` where vectors cost nothing."""

    name: str
    store: ArticleStore
    encoder: Encoder
    queries: Sequence[str]
    embeddings: Path | None

    def give_vectors(self, directory: Path) -> None:
        """Put the vectors where a build in ``directory`` finds them, so that it embeds nothing."""
        directory.mkdir(parents=True, exist_ok=True)
        if self.embeddings is not None:
            shutil.copyfile(self.embeddings, directory / _EMBEDDINGS)

    def cache(self, directory: Path) -> EmbeddingCache:
        """An embedding cache to read vectors from."""
        return EmbeddingCache(self.embeddings or directory / "scratch.sqlite3", self.encoder)


def is_generated(name: str) -> bool:
    return name.isdecimal()


def load(name: str, shared: Path, work: Path) -> Archive:
    """The archive ``name`` below ``work``, made first if it isn't there: embedding a real one may take an hour.

    Raises :class:`ScaleError` if there is nothing to make it from.
    """
    folder = work / name
    if is_generated(name):
        count = int(name) // PASSAGES_PER_ARTICLE
        if count < 1:
            raise ScaleError(f"{name} passages are too few: an article has {PASSAGES_PER_ARTICLE}.")
        store = GeneratedStore.of(folder, articles(count))
        return Archive(name, store, GeneratedEncoder(), questions(count, QUESTIONS), None)
    embeddings, data = folder / "index" / _EMBEDDINGS, shared / "data" / f"{name}.jsonl.gz"
    if not embeddings.exists() and not data.exists():
        raise ScaleError(f"{data} is not there, so {name} can't be measured; leave it out with --archives.")
    encoder = load_encoder()
    if not embeddings.exists():
        build_archive(data, folder, encoder)
    asked = next(one for one in QUESTION_SETS if one.archive == name).queries(shared)[:QUESTIONS]
    return Archive(name, store_in(folder), encoder, [query.text for query in asked], embeddings)
