"""The store becomes a generation: read, cut, embed what is new, write, check, publish."""

import errno
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from corpus.store import ArticleStore
from index import catalog, dense, lexical
from index.building import BuildReport, Progress, completions, content_of, prepare, vocabulary
from index.embedding_cache import open_cache
from index.encoder import Encoder
from index.errors import CorruptIndex, IndexingError, IndexMismatch
from index.files import save_array, save_json
from index.generations import building, current_generation, drafts, path_of, publish, remove_unused
from index.manifest import FORMAT, Manifest, digests, read_manifest, verify
from index.spelling import count_words
from index.suggestions import Suggestions

# A full disk, a used up quota, or a limit on file sizes.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(slots=True)
class _Draft:
    """What is gathered while the articles stream by."""

    passage_texts: list[str] = field(default_factory=list)
    head_texts: list[str] = field(default_factory=list)
    passage_terms: list[list[str]] = field(default_factory=list)
    article_terms: list[list[str]] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)
    vocabulary: dict[str, int] = field(default_factory=dict)
    suggestions: list[str] = field(default_factory=list)


def build(
    store: ArticleStore, directory: Path, encoder: Encoder, *, on_progress: Progress | None = None
) -> BuildReport:
    """Bring the index in ``directory`` up to ``store``; the generation served so far stays until the new one is whole.

    Nothing is written when neither articles nor encoder changed and the current generation's files are intact.

    Raises :class:`BuilderBusy` if another build runs, :class:`IndexingError` when the disk is full or can't be written;
    then, and whenever the process dies, the last generation goes on serving.
    """
    began = time.monotonic()
    report = on_progress or (lambda stage, done, total: None)
    with building(directory):
        hashes = store.hashes()
        current = _current(directory)
        if current is not None and current.content == content_of(hashes, encoder, FORMAT):
            remove_unused(directory)
            rows = current.articles + current.passages
            seconds = time.monotonic() - began
            return BuildReport(current.generation, current.articles, current.passages, 0, rows, seconds, False)
        draft = drafts(directory) / "next"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        try:
            manifest, embedded = _write(store, draft, directory, encoder, report, len(hashes))
            generation = publish(directory, draft, manifest.generation)
        except OSError as error:
            full = error.errno in _NO_ROOM
            remedy = "free some space" if full else "put that right"
            problem = "There is no room for the new index" if full else "The new index can't be written"
            raise IndexingError(
                f"{problem} in {directory}: {error}. The index built before is untouched and goes on serving; {remedy}"
                " and run 'footnote index' again."
            ) from error
        finally:
            shutil.rmtree(drafts(directory), ignore_errors=True)
        remove_unused(directory)
    rows = manifest.articles + manifest.passages
    seconds = time.monotonic() - began
    return BuildReport(generation, manifest.articles, manifest.passages, embedded, rows - embedded, seconds, True)


def _current(directory: Path) -> Manifest | None:
    """The current generation's manifest, ``None`` if there is none that can be served."""
    name = current_generation(directory)
    if name is None:
        return None
    path = path_of(directory, name)
    try:
        manifest = read_manifest(path)
        verify(path, manifest)
    except (CorruptIndex, IndexMismatch):
        return None
    return manifest


def _write(
    store: ArticleStore, draft: Path, directory: Path, encoder: Encoder, report: Progress, expected: int
) -> tuple[Manifest, int]:
    gathered = _Draft()
    catalog.write(_entries(store, gathered, report, expected), draft)
    lexical_kinds = {
        "passages": lexical.write(gathered.passage_terms, draft, "passages"),
        "articles": lexical.write(gathered.article_terms, draft, "articles"),
    }
    Suggestions.of(gathered.suggestions).write(draft)
    save_json(draft / "words.json", gathered.vocabulary)
    texts = gathered.passage_texts + gathered.head_texts
    done = 0

    def embedded_some(count: int) -> None:
        nonlocal done
        done += count
        report("Embedding", done, len(texts))

    with open_cache(directory, encoder) as cache:
        vectors, embedded = cache.vectors(texts, progress=embedded_some)
        cache.forget_others(texts)
    report("Writing", 0, 1)
    save_array(draft / "vectors.npy", vectors)
    dense_kind = dense.write(vectors, draft)
    content = content_of(gathered.hashes, encoder, FORMAT)
    manifest = Manifest(
        generation=content[:12],
        encoder=encoder.name,
        dimension=encoder.dimension,
        articles=len(gathered.head_texts),
        passages=len(gathered.passage_texts),
        content=content,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        dense=dense_kind,
        lexical=lexical_kinds,
        files=digests(draft),
    )
    manifest.write(draft)
    report("Writing", 1, 1)
    return manifest, embedded


def _entries(store: ArticleStore, gathered: _Draft, report: Progress, expected: int) -> Iterator[catalog.Entry]:
    for n, article in enumerate(store.articles(), start=1):
        prepared = prepare(article)
        gathered.hashes[article.id] = prepared.hash
        gathered.suggestions += completions(article)
        count_words(vocabulary(article), gathered.vocabulary)
        gathered.head_texts.append(prepared.head)
        gathered.passage_texts += prepared.texts
        gathered.passage_terms += prepared.passage_terms
        gathered.article_terms.append(prepared.article_terms)
        yield catalog.Entry(article, prepared.passages, prepared.line)
        if n % 50 == 0 or n == expected:
            report("Reading", n, max(n, expected))
