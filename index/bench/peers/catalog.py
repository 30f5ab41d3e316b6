"""The systems that Footnote is measured against, each pinned, with what it is made to run."""

from dataclasses import dataclass
from pathlib import Path

# The same versions as Footnote runs, so that embedding differs in how it is done and not in the library.
_TORCH = ("torch==2.13.0", "transformers==5.24.0", "numpy==2.4.6")
_SENTENCE_TRANSFORMERS = ("sentence-transformers==6.2.0", *_TORCH)


@dataclass(frozen=True, slots=True)
class Peer:
    """``requirements`` are installed into an environment of its own; ``script`` is run by that environment.

    ``embeds`` says whether it takes the embedding model, ``setup`` in one line what is measured.
    """

    name: str
    title: str
    requirements: tuple[str, ...]
    setup: str
    embeds: bool = True

    @property
    def script(self) -> Path:
        return Path(__file__).with_name("workers") / f"{self.name}_worker.py"


PEERS = (
    Peer(
        "haystack",
        "Haystack 3.4.1",
        ("haystack-ai==3.4.1", "sentence-transformers-haystack==2.0.0", *_SENTENCE_TRANSFORMERS),
        "in-memory BM25 and embedding retrievers, reciprocal rank fusion; nearest sentences by its embedders",
    ),
    Peer(
        "txtai",
        "txtai 9.14.0",
        ("txtai==9.14.0", "faiss-cpu==1.15.1", *_TORCH),
        "hybrid index with content; nearest sentences by its similarity",
    ),
    Peer(
        "cairn",
        "cairn-assistant 0.3.0",
        ("cairn-assistant==0.3.0",),
        "as shipped: TF-IDF, one passage an answer; it has no embedding model",
        embeds=False,
    ),
    Peer(
        "glued",
        "rank-bm25 + FAISS flat",
        ("rank-bm25==0.2.2", "faiss-cpu==1.15.1", *_SENTENCE_TRANSFORMERS),
        "glued by hand, reciprocal rank fusion; nearest sentences by the same model",
    ),
)
BY_NAME = {peer.name: peer for peer in PEERS}
FOOTNOTE = Peer("footnote", "Footnote", (), "hybrid index, its own answers")
