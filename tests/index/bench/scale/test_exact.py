from pathlib import Path

import numpy as np
import pytest

from index.bench.scale import exact
from index.bench.scale.exact import nearest_passages, recall
from index.bench.scale.generated import GeneratedEncoder, articles, questions
from index.bench.scale.generated_store import GeneratedStore
from index.cutting import cut, passage_text


def test_neighbours_are_those_of_comparing_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "_PART", 24)
    encoder, store = GeneratedEncoder(), GeneratedStore.of(tmp_path, articles(20))
    queries = np.stack([encoder.encode_query(query) for query in questions(20, 4)])
    found = nearest_passages(store, lambda texts: encoder.encode(texts).astype(np.float16), queries)
    passages = [(p.id, passage_text(one, p)) for one in articles(20) for p in cut(one)]
    scores = queries @ encoder.encode([text for _, text in passages]).T
    for row, ids in zip(scores, found, strict=True):
        best = {passages[n][0] for n in np.argsort(-row)[: exact.DEPTH]}
        # Rounding to 16 bits may swap the last two.
        assert len(ids) == exact.DEPTH
        assert len(best & {*ids}) >= exact.DEPTH - 1


def test_recall_is_the_share_of_true_neighbours_found() -> None:
    assert recall([["a", "b"], ["c"]], [["b", "a"], ["d", "c"]]) == 0.75
