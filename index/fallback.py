"""What to serve where the current generation is damaged: an older one, without what changed since."""

from dataclasses import dataclass
from pathlib import Path

from corpus.store import ArticleStore
from index.embedded import EmbeddedEngine
from index.encoder import Encoder
from index.engine import SearchEngine
from index.errors import CorruptIndex
from index.withdrawal import WithoutArticles


@dataclass(frozen=True, slots=True)
class Fallback:
    """``loaded`` is the id of the older generation, ``problem`` what happened, for whoever runs the service."""

    engine: SearchEngine
    loaded: str
    problem: str


def fall_back(directory: Path, encoder: Encoder, store: ArticleStore, damage: CorruptIndex) -> Fallback | None:
    """The newest older generation that is whole, ``None`` if there is none.

    Only articles that ``store`` holds now, word for word, are shown: one that was withdrawn or replaced since the older
    generation was built must not come back because a file was damaged.
    """
    older = EmbeddedEngine.open_older(directory, encoder)
    if older is None:
        return None
    engine = WithoutArticles(older, older.unlike(store.hashes()))
    problem = (
        f"{damage} Until then the older generation {older.generation} is served: {engine.article_count} articles, those"
        " that have not changed since."
    )
    return Fallback(engine, older.generation, problem)
