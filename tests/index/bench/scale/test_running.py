from pathlib import Path

import pytest

from index.bench.scale.errors import ScaleError
from index.bench.scale.running import Outcome, Results, run_step


def test_a_step_runs_in_its_own_process(tmp_path: Path) -> None:
    outcome = run_step("prepare", "80", "-", shared=tmp_path, work=tmp_path, limit_s=60)
    assert outcome == Outcome()
    assert (tmp_path / "80" / "neighbours.json").exists()


def test_a_step_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    outcome = run_step("prepare", "8000000", "-", shared=tmp_path, work=tmp_path, limit_s=0.01)
    assert outcome.problem == "not finished in 0 min"


def test_a_step_that_fails_says_why(tmp_path: Path) -> None:
    outcome = run_step("prepare", "newsroom", "-", shared=tmp_path, work=tmp_path, limit_s=60)
    assert "leave it out with --archives" in outcome.problem


def test_results_are_kept(tmp_path: Path) -> None:
    results = Results.read(tmp_path / "results.json")
    results.put("80", "embedded", "build", Outcome({"build_s": 1.5, "passages": 80}))
    again = Results.read(tmp_path / "results.json")
    assert again.outcomes == results.outcomes
    assert again.pairs() == [("80", "embedded")]


def test_a_file_that_is_no_result_is_named(tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text("[")
    with pytest.raises(ScaleError, match=r"results\.json"):
        Results.read(tmp_path / "results.json")
