"""The passages and vectors of an index, written where every system can read them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.embedded import EmbeddedEngine


@dataclass(frozen=True, slots=True)
class Exported:
    """``passages`` is a JSON-lines file, ``vectors`` an array of shape (passages, dimension) in the same order."""

    passages: Path
    vectors: Path


def export(engine: EmbeddedEngine, folder: Path, limit: int | None = None) -> Exported:
    """Write the passages of the first ``limit`` articles (all by default), unless they are there already."""
    target = folder / (engine.generation if limit is None else f"{engine.generation}-{limit}")
    written = Exported(target / "passages.jsonl", target / "vectors.npy")
    if written.vectors.exists():
        return written
    target.mkdir(parents=True, exist_ok=True)
    count = 0
    with written.passages.open("w", encoding="utf-8") as file:
        for n, article in enumerate(engine.articles()):
            if n == limit:
                break
            for passage in engine.passages_of(article.id):
                record = {
                    "id": passage.id,
                    "article_id": article.id,
                    "title": article.title,
                    "heading": passage.heading,
                    "text": passage.text_in(article),
                    "sentences": [article.sentence_text(k) for k in range(passage.first, passage.last + 1)],
                }
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
                count += 1
    partial = target / "vectors.partial.npy"
    np.save(partial, engine.passage_vectors()[:count])
    partial.replace(written.vectors)
    return written


def index_texts(exported: Exported) -> Iterator[str]:
    """What is embedded of each passage: title, heading and its words."""
    with exported.passages.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            yield "\n".join(part for part in (record["title"], record["heading"], record["text"]) if part)


def article_ids(exported: Exported) -> dict[str, str]:
    """The article of each passage, by the passage's id."""
    with exported.passages.open(encoding="utf-8") as lines:
        return {record["id"]: record["article_id"] for record in map(json.loads, lines)}
