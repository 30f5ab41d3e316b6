"""A store's texts are embedded ahead of a build, by many workers, into the cache that every build looks in first."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus import Article
from corpus.store import ArticleStore
from index.building import Progress
from index.cutting import cut, head_text, passage_text
from index.embedding_cache import EmbeddingCache, open_cache
from index.encoder import Encoder
from index.generations import building
from index.ray_pool import RayPool

# Texts (about 600 bytes each) that are in memory and on their way at the same time.
_WAVE = 1 << 18
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class BulkReport:
    """``embedded`` counts the distinct texts that had no vector yet, ``known`` all others."""

    embedded: int
    known: int


def embed_in_bulk(
    store: ArticleStore, directory: Path, encoder: Encoder, pool: RayPool, *, on_progress: Progress | None = None
) -> BulkReport:
    """Fill the embedding cache of the index in ``directory`` with the vectors of all texts of ``store``.

    What a worker has finished is on disk before the next part is waited for, so that whatever dies, the next run embeds
    only the rest. The build afterwards, of any engine, finds every vector there.

    Raises :class:`BuilderBusy` if a build runs, :class:`ClusterError` if the workers can't be reached or fail, and
    :class:`IndexingError` if the cache can't be used.
    """
    report = on_progress or (lambda stage, done, total: None)
    seen = embedded = 0
    with building(directory), open_cache(directory, encoder) as cache:
        for read, missing in _waves(store, cache):
            done = read - len(missing)
            report("Embedding", seen + done, seen + read)
            if missing:
                with closing(pool.embed(missing)) as parts:
                    for rows, vectors in parts:
                        cache.add([missing[row] for row in rows], vectors)
                        done += len(rows)
                        report("Embedding", seen + done, seen + read)
            seen += read
            embedded += len(missing)
    return BulkReport(embedded, seen - embedded)


def _waves(store: ArticleStore, cache: EmbeddingCache) -> Iterator[tuple[int, list[str]]]:
    """(texts read, those of them that are missing, each once, longest first), a wave at a time."""
    read = 0
    missing: dict[str, None] = {}
    chunk: list[str] = []
    for article in store.articles():
        chunk += _texts(article)
        if len(chunk) >= _CHUNK:
            missing.update(dict.fromkeys(cache.missing(chunk)))
            read += len(chunk)
            chunk = []
            if len(missing) >= _WAVE:
                yield read, sorted(missing, key=len, reverse=True)
                read, missing = 0, {}
    missing.update(dict.fromkeys(cache.missing(chunk)))
    yield read + len(chunk), sorted(missing, key=len, reverse=True)


def _texts(article: Article) -> list[str]:
    """What a build asks vectors of."""
    return [*(passage_text(article, passage) for passage in cut(article)), head_text(article)]
