"""The store becomes a generation in Milvus: only articles that changed are embedded and written.

Rows are inserted under the number of the build, where no reader looks yet; one inserted pointer shows them all; rows of
replaced revisions go once no reader can have a generation loaded that shows them. Dying in between costs nothing but
the work: what the dead one wrote is removed first of all.
"""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus import Article
from corpus.store import ArticleStore
from index.building import BuildReport, Prepared, Progress, content_of, prepare, vocabulary
from index.embedding_cache import EmbeddingCache, open_cache
from index.encoder import Encoder
from index.errors import CorruptIndex
from index.generations import building
from index.milvus.contents import Contents, Entry, to_bytes
from index.milvus.expressions import older
from index.milvus.generations import GRACE_S, Generation, Generations, Manifest, Pointer, Stale, in_use
from index.milvus.rows import article_row, passage_rows, texts_of
from index.milvus.schema import FORMAT, Schema, space_of
from index.spelling import count_words

# Passages that are embedded and written together.
_BATCH = 1000
# Articles named in one deletion.
_DELETED = 200


class Builder:
    """Brings one index up to a store. ``directory`` holds the embedding cache and the lock of this machine's builders.

    ``grace_s`` is how long rows of a replaced revision are kept for readers of the generation before.
    """

    def __init__(self, schema: Schema, directory: Path, encoder: Encoder, *, grace_s: float = GRACE_S) -> None:
        self._schema, self._directory, self._encoder, self._grace_s = schema, directory, encoder, grace_s
        self._space = space_of(encoder)
        self._passages, self._articles = schema.passages(self._space), schema.articles(self._space)
        self._generations = Generations(schema.generations)

    def build(self, store: ArticleStore, *, on_progress: Progress | None = None) -> BuildReport:
        """Nothing is written when neither articles nor encoder changed and no row is missing.

        Raises :class:`BuilderBusy` if another build runs on this machine, :class:`SearchUnavailable` if the server
        stops answering, :class:`IndexingError` if the embedding cache can't be used; then, and whenever the process
        dies, the last generation goes on serving.
        """
        began = time.monotonic()
        report = on_progress or (lambda stage, done, total: None)
        with building(self._directory):
            self._schema.make_generations()
            self._schema.make_space(self._space, self._encoder.dimension)
            pointers = self._generations.pointers()
            current = self._current(pointers)
            stale = self._clean(pointers, current)
            hashes = store.hashes()
            if current is not None and current.manifest.content == content_of(hashes, self._encoder, FORMAT):
                pointer, contents, embedded = current.pointer, current.contents, 0
            else:
                # Never a number that a killed build used: its rows may still be on their way out.
                build = max(time.time_ns() // 1_000_000, pointers[0].build + 1 if pointers else 0)
                with open_cache(self._directory, self._encoder) as cache:
                    draft = _Draft(store, hashes, current, build)
                    embedded = self._write(draft, cache, report, len(draft.changed))
                contents = Contents(draft.entries)
                stale.append(Stale(build, time.time(), draft.replaced if current else None))
                report("Publishing", 0, 1)
                pointer = self._publish(contents, draft.words(), build, current, pointers, stale)
                report("Publishing", 1, 1)
                pointers.insert(0, pointer)
            self._generations.forget(in_use(pointers, self._grace_s))
        rows = len(contents.entries) + contents.passages
        changed = current is None or pointer is not current.pointer
        return BuildReport(
            generation=pointer.generation,
            articles=len(contents.entries),
            passages=contents.passages,
            embedded=embedded,
            reused=rows - embedded,
            seconds=time.monotonic() - began,
            changed=changed,
        )

    def _current(self, pointers: list[Pointer]) -> Generation | None:
        """The generation to build upon, ``None`` if there is none that can be."""
        if not pointers or pointers[0].format != FORMAT or pointers[0].space != self._space:
            return None
        try:
            found = self._generations.load(pointers[0])
        except CorruptIndex:
            return None
        # Rows of older revisions may be there as well, but never fewer than are shown.
        whole = (self._passages.count() >= found.contents.passages) and (
            self._articles.count() >= len(found.contents.entries)
        )
        return found if whole else None

    def _clean(self, pointers: list[Pointer], current: Generation | None) -> list[Stale]:
        """Remove what no reader needs any more; returns what has to stay for now."""
        latest = pointers[0].build if pointers else 0
        for collection in (self._passages, self._articles):
            collection.delete(f"rev > {latest}")
        spaces = {self._space, *(pointer.space for pointer in in_use(pointers, self._grace_s))}
        for collection in self._schema.other_spaces(frozenset(spaces)):
            collection.drop()
        stale = current.manifest.stale if current else []
        due = [one for one in stale if one.published <= time.time() - self._grace_s]
        for one in due:
            for where in _rows_of(one):
                self._passages.delete(where)
                self._articles.delete(where)
        return [one for one in stale if one not in due]

    def _write(self, draft: "_Draft", cache: EmbeddingCache, report: Progress, expected: int) -> int:
        """Embed and insert what changed; returns how many vectors had to be computed."""
        embedded = done = 0
        for batch in _batches(draft.read()):
            vectors, computed = cache.vectors(texts_of(batch))
            embedded += computed
            rows, heads, at = [], [], 0
            for prepared in batch:
                own = vectors[at : at + len(prepared.texts) + 1].astype(np.float32)
                at += len(own)
                rows += passage_rows(prepared, draft.build, own[:-1])
                heads.append(article_row(prepared, draft.build, own[-1]))
            self._passages.insert(rows)
            self._articles.insert(heads)
            done += len(batch)
            report("Indexing", done, max(done, expected))
        return embedded

    def _publish(
        self,
        contents: Contents,
        words: dict[str, int],
        build: int,
        current: Generation | None,
        pointers: list[Pointer],
        stale: list[Stale],
    ) -> Pointer:
        buckets = contents.buckets()
        blobs = [json.dumps(words, ensure_ascii=False, sort_keys=True).encode(), *map(to_bytes, buckets.values())]
        # Where none could be built upon, none is relied on to have its texts.
        kept = in_use(pointers, self._grace_s) if current else []
        words_name, *names = self._generations.write(blobs, kept)
        content = content_of(contents.hashes(), self._encoder, FORMAT)
        manifest = Manifest(
            encoder=self._encoder.name,
            dimension=self._encoder.dimension,
            content=content,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            words=words_name,
            buckets={str(n): name for n, name in zip(buckets, names, strict=True)},
            stale=stale,
        )
        (name,) = self._generations.write([manifest.to_bytes()], kept)
        # Content that was there before is another generation: its rows are others.
        taken = any(one.generation.partition("-")[0] == content[:12] for one in pointers)
        generation = f"{content[:12]}-{build}" if taken else content[:12]
        pointer = Pointer(build, generation, self._space, name, time.time())
        self._generations.publish(pointer)
        return pointer


class _Draft:
    """What is gathered while changed articles stream by."""

    def __init__(self, store: ArticleStore, hashes: Mapping[str, str], current: Generation | None, build: int) -> None:
        self._store, self.build = store, build
        before = current.contents.entries if current else {}
        self.changed = {i for i, digest in hashes.items() if i not in before or before[i].hash != digest}
        self.entries: dict[str, Entry] = {i: one for i, one in before.items() if i in hashes and i not in self.changed}
        #: Articles whose rows of earlier builds are not shown any more.
        self.replaced = [i for i in before if i not in self.entries]
        self._words: dict[str, int] | None = dict(current.words) if current else {}
        for article_id in self.replaced:
            self._take_back(article_id, before[article_id].hash)

    def read(self) -> Iterator[Prepared]:
        """The changed articles as they are now; those withdrawn in the meantime are left out."""
        for article in self._articles():
            prepared = prepare(article)
            self.entries[article.id] = Entry.of(prepared, self.build)
            if self._words is not None:
                count_words(vocabulary(article), self._words)
            yield prepared

    def words(self) -> dict[str, int]:
        if self._words is None:
            self._words = {}
            for article in self._store.articles():
                count_words(vocabulary(article), self._words)
        return self._words

    def _articles(self) -> Iterable[Article]:
        # One by one takes a query each: worth it only for few.
        if len(self.changed) > (len(self.entries) + len(self.changed)) // 10:
            return (article for article in self._store.articles() if article.id in self.changed)
        found = (self._store.get(article_id) for article_id in sorted(self.changed))
        return (article for article in found if article is not None)

    def _take_back(self, article_id: str, content_hash: str) -> None:
        """Words of a replaced revision; if the store no longer knows it, all words are counted anew."""
        article = self._store.version(article_id, content_hash) if self._words is not None else None
        if article is None or self._words is None:
            self._words = None
        else:
            count_words(vocabulary(article), self._words, by=-1)


def _rows_of(stale: Stale) -> Iterator[str]:
    ids = stale.article_ids
    if ids is None:
        yield f"rev < {stale.revision}"
        return
    for at in range(0, len(ids), _DELETED):
        yield older(ids[at : at + _DELETED], stale.revision)


def _batches(articles: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    batch: list[Prepared] = []
    passages = 0
    for prepared in articles:
        batch.append(prepared)
        passages += len(prepared.passages)
        if passages >= _BATCH:
            yield batch
            batch, passages = [], 0
    if batch:
        yield batch
