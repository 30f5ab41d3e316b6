"""Every system in turn, over an archive that Footnote has indexed."""

import shutil
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from index.bench.comparison import Inputs, Measured, measure_system
from index.bench.peers.catalog import BY_NAME, FOOTNOTE
from index.bench.peers.environments import interpreter
from index.bench.peers.passages import Exported, article_ids, export, index_texts
from index.bench.questions import QUESTION_SETS
from index.embedded import EmbeddedEngine

# Passages to measure embedding on, spread evenly over the archive.
_SAMPLE = 512


def compare_systems(
    engine: EmbeddedEngine,
    archive: str,
    shared: Path,
    work: Path,
    *,
    systems: Sequence[str],
    questions: int,
    budget_s: float,
) -> Iterator[Measured]:
    """Footnote, then ``systems``, asked ``questions`` questions spread evenly over the archive's question set.

    What each builds is removed again. Raises :class:`~index.bench.peers.errors.PeerError`.
    """
    exported = export(engine, work / "exports")
    asked = next(one for one in QUESTION_SETS if one.archive == archive).queries(shared)
    asked = asked[:: max(len(asked) // questions, 1)][:questions]
    inputs = Inputs(exported, article_ids(exported), _sample(exported, engine.passage_count), asked, budget_s)
    folder = work / "compared"
    for peer in (FOOTNOTE, *(BY_NAME[name] for name in systems)):
        own = peer is FOOTNOTE
        store = (f"sqlite:///{(work / archive / 'footnote.sqlite3').resolve()}",) if own else ()
        shutil.rmtree(folder, ignore_errors=True)
        yield measure_system(
            peer,
            interpreter(peer, work / "environments"),
            inputs,
            folder / peer.name,
            work / "logs" / f"{peer.name}.log",
            vectors=work / archive / "index" if own else exported.vectors,
            arguments=store,
        )
    shutil.rmtree(folder, ignore_errors=True)


def _sample(exported: Exported, passages: int) -> list[str]:
    return list(islice(index_texts(exported), 0, None, max(passages // _SAMPLE, 1)))[:_SAMPLE]
