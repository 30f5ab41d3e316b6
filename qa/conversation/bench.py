"""How much of what readers leave out is put back: resolved against raw and human-rewritten questions.

``python -m qa.conversation.bench FILE... [--index DIR]`` reads CANARD (Elgohary et al. 2019) or TREC CAsT 2019 (Dalton
et al. 2020) as JSON lines, plain or gzipped. Only turns whose human rewrite adds content words are counted. Columns:
share of the human's added words that the resolved question holds; how many words it adds that the human did not; and,
with ``--index``, the share of the human rewrite's first ten articles that the question brings as well.
"""

import argparse
import gzip
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index import SearchEngine
from qa.conversation.history import MAX_QUESTION_CHARS, MAX_TURNS, current_topic
from qa.conversation.resolving import read
from qa.conversation.salience import Shown
from qa.conversation.small_talk import is_small_talk
from qa.terms import content_stems

_DEPTH = 10


@dataclass(frozen=True, slots=True)
class BenchTurn:
    """A question as asked, what came before it, and the human's stand-alone rewrite."""

    question: str
    history: tuple[Shown, ...]
    rewrite: str

    @property
    def added(self) -> frozenset[str]:
        """Stems of the content words that the human added."""
        return content_stems(self.rewrite) - content_stems(self.question)


def turns(path: Path) -> Iterator[BenchTurn]:
    """The turns of a CANARD or CAsT file that have a history and a rewrite that adds words."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            turn = _canard(item) if "Rewrite" in item else _cast(item)
            if turn.history and turn.added:
                yield turn


def _canard(item: dict[str, Any]) -> BenchTurn:
    """CANARD's history opens with the page's title and section; questions and answers follow in turn."""
    said = [str(text) for text in item["History"]]
    page = Shown(" ".join(said[:2]), (("page", said[0]),))
    pairs = zip(said[2::2], [*said[3::2], ""], strict=False)
    return BenchTurn(
        str(item["Question"]),
        (page, *(Shown(asked, (("page", said[0]),), (answer,)) for asked, answer in pairs)),
        str(item["Rewrite"]),
    )


def _cast(item: dict[str, Any]) -> BenchTurn:
    history = tuple(Shown(turn["question"]) for turn in item["history"])
    return BenchTurn(str(item["utterance"]), history, str(item["manual_rewrite"]))


def resolved(turn: BenchTurn) -> str:
    """The query of the turn's follow-up reading, as answering would search for it."""
    history = [shown for shown in turn.history[-MAX_TURNS:] if not is_small_talk(shown.question)]
    resolution = read(turn.question[:MAX_QUESTION_CHARS], current_topic(history))
    if not resolution.readings:
        return turn.question
    return max(resolution.readings, key=lambda reading: bool(reading.context)).query


def agreement(engine: SearchEngine, query: str, rewrite: str) -> float:
    """Share of the first ten articles for ``rewrite`` that are among the first ten for ``query``."""
    wanted = {hit.article.id for hit in engine.search(rewrite, limit=_DEPTH).articles}
    found = {hit.article.id for hit in engine.search(query, limit=_DEPTH).articles}
    return len(wanted & found) / len(wanted) if wanted else 1.0


def row(name: str, asked: Sequence[BenchTurn], query: Callable[[BenchTurn], str], engine: SearchEngine | None) -> str:
    """One line of the table."""
    stems = [content_stems(query(turn)) for turn in asked]
    recall = statistics.fmean(len(t.added & s) / len(t.added) for t, s in zip(asked, stems, strict=True))
    extra = statistics.fmean(len(s - content_stems(t.rewrite)) for t, s in zip(asked, stems, strict=True))
    agree = ""
    if engine is not None:
        agree = f"{statistics.fmean(agreement(engine, query(turn), turn.rewrite) for turn in asked):.3f}"
    return f"{name:<10}{recall:>12.3f}{extra:>12.2f}{agree:>12}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table a file."""
    parser = argparse.ArgumentParser(prog="python -m qa.conversation.bench", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, help="an index directory, for retrieval agreement")
    parser.add_argument("--limit", type=int, default=None, help="read only so many turns of each file")
    options = parser.parse_args(arguments)
    engine = _engine(options.index) if options.index else None
    for path in options.files:
        asked = list(turns(path))[: options.limit]
        sys.stdout.write(f"{path.name}: {len(asked)} turns\n{'':<10}{'recall':>12}{'extra':>12}{'agreement':>12}\n")
        for name, query in (("raw", _raw), ("resolved", resolved), ("human", _human)):
            sys.stdout.write(row(name, asked, query, engine))
    return 0


def _raw(turn: BenchTurn) -> str:
    return turn.question


def _human(turn: BenchTurn) -> str:
    return turn.rewrite


def _engine(directory: Path) -> SearchEngine:
    from index.embedded import EmbeddedEngine
    from index.encoder import load_encoder

    return EmbeddedEngine.open(directory, load_encoder())


if __name__ == "__main__":
    raise SystemExit(main())
