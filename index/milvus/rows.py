"""An article as rows of the two collections."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.building import Prepared
from index.milvus.keys import Key
from index.milvus.server import Row
from index.milvus.values import day, joined, label


def passage_rows(prepared: Prepared, revision: int, vectors: NDArray[np.float32]) -> list[Row]:
    """One row a passage; ``vectors`` are those of ``prepared.texts``."""
    return [
        {
            "id": str(Key(prepared.article.id, revision, n)),
            "text": joined(terms),
            "dense": vector,
            **_shared(prepared, revision),
        }
        for n, (terms, vector) in enumerate(zip(prepared.passage_terms, vectors, strict=True))
    ]


def article_row(prepared: Prepared, revision: int, vector: NDArray[np.float32]) -> Row:
    """``vector`` is that of ``prepared.head``. Of very long articles the first 65,535 bytes of words are kept: all of
    their passages are found whole.
    """
    return {
        "id": str(Key(prepared.article.id, revision)),
        "text": joined(prepared.article_terms),
        "dense": vector,
        **_shared(prepared, revision),
    }


def texts_of(prepared: Sequence[Prepared]) -> list[str]:
    """What the encoder reads: of each article the passages, then the head."""
    return [text for one in prepared for text in (*one.texts, one.head)]


def _shared(prepared: Prepared, revision: int) -> Row:
    article = prepared.article
    return {
        "article_id": article.id,
        "rev": revision,
        "checked_on": day(article.checked_on),
        "publisher": label(article.publisher),
        "verdict": label(article.verdict or ""),
        "lang": label(article.language),
    }
