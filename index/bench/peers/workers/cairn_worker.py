"""cairn-assistant: one Markdown file an article, one paragraph a passage; its own scores, answers and refusals.

It has no embedding model; its hashed character channel stays off, as shipped.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import harness
from cairn.config import Config
from cairn.engine import ask
from cairn.index import build_and_write, read_index
from cairn.retrieve import retrieve
from harness import Passage

# Whether a question is answered is decided by whoever reads its confidence, so that the threshold can be fitted to the
# archive, as its documentation asks. What it does with tables and other languages than English is not measured here.
_CONFIG = Config(threshold=1e-9, candidates=harness.DEPTH, cross_language_fallback=False, tables_enabled=False)
_LANGUAGE = "en"


class Cairn(harness.System):
    def build(self, passages: Sequence[Passage], model: str, folder: str, vectors: str | None) -> None:
        home = Path(folder)
        corpus = home / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        articles: dict[str, list[Passage]] = {}
        for passage in passages:
            articles.setdefault(passage["article_id"], []).append(passage)
        ids = {}
        for n, held in enumerate(articles.values()):
            name = f"a{n:06d}"
            (corpus / f"{name}.md").write_text(_document(name, held), encoding="utf-8")
            ids.update({f"{name}#{place}": passage["id"] for place, passage in enumerate(held, start=1)})
        (home / "ids.json").write_text(json.dumps(ids))
        build_and_write(corpus, home / "index.json")

    def open(self, folder: str, model: str) -> None:
        home = Path(folder)
        self._index = read_index(home / "index.json", home / "corpus")
        self._ids = json.loads((home / "ids.json").read_text())

    def search(self, query: str, depth: int) -> list[str]:
        found = retrieve(
            query,
            self._index,
            threshold=_CONFIG.threshold,
            candidates=depth,
            lang=_LANGUAGE,
            dense_weight=_CONFIG.dense_weight,
        )
        return [self._ids[candidate.passage.passage_id] for candidate in found.candidates]

    def ask(self, question: str, sentences: int, passages: Mapping[str, Passage]) -> dict[str, Any]:
        answer = ask(question, self._index, _CONFIG, lang=_LANGUAGE).answer
        candidates = answer.trace.candidates
        quotes = [self._ids[source.source_id] for source in answer.sources]
        return {
            "passages": [self._ids[candidate.passage.passage_id] for candidate in candidates],
            "quotes": [{"passage_id": one, "sentences": passages[one]["sentences"]} for one in quotes],
            "confidence": candidates[0].score if candidates else 0.0,
        }


def _document(name: str, passages: Sequence[Passage]) -> str:
    title = " ".join(passages[0]["title"].split()) or name
    blocks = [_block(passage) for passage in passages]
    return "\n\n".join([f"---\nid: {name}\ntitle: {title}\nlang: {_LANGUAGE}\n---", *blocks]) + "\n"


def _block(passage: Passage) -> str:
    text = " ".join(passage["text"].split())
    # A block of lines that begin with "#" would be taken for a heading and joined to the next one.
    text = f"\\{text}" if text.startswith("#") else text
    heading = " ".join(passage["heading"].split())
    return f"## {heading}\n{text}" if heading else text


if __name__ == "__main__":
    harness.serve(Cairn())
