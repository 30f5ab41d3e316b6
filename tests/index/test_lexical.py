from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index import lexical
from index.lexical import EPSILON, K1, B, RankBm25Index, SparseIndex, precompute

WORDS = ["dam", "nile", "flood", "bee", "wall", "moon"]
row = st.lists(st.sampled_from(WORDS), max_size=12)


def sparse(rows: list[list[str]]) -> SparseIndex:
    return SparseIndex(*precompute(rows), len(rows))


@given(st.lists(row, min_size=1, max_size=12).filter(any), row)
def test_both_kinds_score_as_rank_bm25_does(rows: list[list[str]], query: list[str]) -> None:
    expected = BM25Okapi(rows, k1=K1, b=B, epsilon=EPSILON).get_scores(query)
    assert np.allclose(sparse(rows).scores(query), expected, atol=1e-4)
    assert np.allclose(RankBm25Index(rows).scores(query), expected, atol=1e-4)


@given(st.lists(row, min_size=1, max_size=8), st.sampled_from(WORDS))
def test_both_kinds_know_which_row_holds_a_term(rows: list[list[str]], term: str) -> None:
    for index in (sparse(rows), RankBm25Index(rows)):
        assert index.holds(np.arange(len(rows)), term).tolist() == [term in one for one in rows]
        assert index.knows(term) == any(term in one for one in rows)


@pytest.mark.parametrize(("count", "kind"), [(0, "rank-bm25"), (3, "rank-bm25"), (lexical.SPARSE_FROM, "sparse")])
def test_what_is_written_is_read_back(count: int, kind: str, tmp_path: Path) -> None:
    rows = [[WORDS[n % 5], "common"] for n in range(count)]
    assert lexical.write(rows, tmp_path, "passages") == kind
    index = lexical.read(tmp_path, "passages", count, kind)
    assert index.scores(["nile"]).shape == (count,)
    assert np.flatnonzero(index.scores(["nile"]) > 0).tolist() == [n for n in range(count) if n % 5 == 1]


def test_rows_without_terms_score_nothing() -> None:
    assert RankBm25Index([[], []]).scores(["nile"]).tolist() == [0, 0]
    assert sparse([[], []]).scores(["nile"]).tolist() == [0, 0]
