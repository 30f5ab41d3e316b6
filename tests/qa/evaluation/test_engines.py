"""The comparison of engines, over results made up for it."""

from pathlib import Path

import pytest

from qa.evaluation.engines import Measured, differences, main, overlap
from qa.evaluation.result import Run
from tests.qa.evaluation.results import quote, result


def run_of(*ranked: tuple[str, ...], hit: bool = True) -> Run:
    quotes = (quote(),) if hit else ()
    found = tuple(
        result(f"i{n}", ranked=articles, quotes=quotes, hit=hit, confidence=0.9) for n, articles in enumerate(ranked)
    )
    return Run("generation", 0, found)


def test_a_metric_differs_by_second_less_first() -> None:
    first = Measured(run_of(("toll", "ferry"), ("ferry", "toll")), ())
    second = Measured(run_of(("toll", "ferry"), ("toll", "ferry"), hit=False), ())
    assert differences(first, second) == {"article_hit@1": 0.5, "article_hit@5": 0.0, "answer_hit": -1.0}


def test_overlap_counts_first_articles_and_tens() -> None:
    assert overlap(run_of(("a", "b"), ("c", "d")), run_of(("b", "a"), ("c", "e"))) == (0.5, 0.75)
    assert overlap(run_of(("a",)), run_of(())) == (1.0, 1.0)


def test_a_folder_without_gold_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nothing.jsonl"), "--data", str(tmp_path), "--limit", "0"]) == 2
    assert "nothing.jsonl" in capsys.readouterr().err
