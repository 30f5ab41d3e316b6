import json
from pathlib import Path

import pytest

from qa.errors import GoldError
from qa.evaluation.baseline import (
    BASELINE,
    GOLD,
    TOLERANCES,
    main,
    measure,
    read_baseline,
    regressions,
    write_baseline,
)
from qa.evaluation.gold import load_gold, save_gold
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.tolerance import EXIT_COULD_NOT_RUN, EXIT_WORSE
from tests.qa.evaluation.asked import GOLD as ISLAND
from tests.qa.evaluation.asked import answerer

ROOT = Path(__file__).parents[3]


def test_every_tolerance_is_of_a_metric_and_of_the_committed_baseline() -> None:
    assert read_baseline(ROOT / BASELINE).keys() == TOLERANCES.keys() <= BY_NAME.keys()


def test_the_sample_gold_asks_every_kind_and_style() -> None:
    items = load_gold(ROOT / GOLD)
    assert {item.kind for item in items} == {"single", "conversation", "unanswerable"}
    assert {item.style for item in items if item.kind == "single"} == {"question", "search", "claim"}


@pytest.mark.parametrize("name", TOLERANCES)
def test_a_loss_beyond_the_tolerance_is_a_regression(name: str) -> None:
    baseline = {metric: 0.5 for metric in TOLERANCES}
    worse = -1 if BY_NAME[name].better == "higher" else 1
    assert regressions(baseline, baseline) == []
    assert regressions(baseline, {**baseline, name: 0.5 + worse * TOLERANCES[name]}) == []
    assert [
        one.metric for one in regressions(baseline, {**baseline, name: 0.5 + worse * (TOLERANCES[name] + 0.01)})
    ] == [name]


def test_a_metric_that_the_run_lacks_has_the_worst_value() -> None:
    assert [str(one) for one in regressions({"verbatim": 1.0}, {})] == [
        "verbatim: 0.000, 1.000 in the baseline, tolerance 0"
    ]


def test_a_baseline_is_read_back(tmp_path: Path) -> None:
    write_baseline(tmp_path / "b.json", {"answer_hit": 0.75, "latency_p95": 12.0})
    assert read_baseline(tmp_path / "b.json") == {"answer_hit": 0.75}


@pytest.mark.parametrize("text", ["", "[]", '{"answer_hit": "high"}', '{"answer_hit": null}'])
def test_a_baseline_that_can_not_be_read_is_an_error(text: str, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="holds no baseline"):
        read_baseline(tmp_path / "b.json")


def test_what_could_not_run_has_an_exit_code_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--baseline", str(tmp_path / "absent.json")]) == EXIT_COULD_NOT_RUN
    assert "could not run" in capsys.readouterr().err


def test_gold_is_measured_on_the_archive_it_fits(tmp_path: Path) -> None:
    save_gold(tmp_path / "gold.jsonl", ISLAND)
    table = measure(answerer(tmp_path / "index"), tmp_path / "gold.jsonl")
    assert table["metrics"]["answer_hit"]["value"] == 1.0


def test_gold_that_does_not_fit_the_archive_is_an_error(tmp_path: Path) -> None:
    line = (ROOT / GOLD).read_text(encoding="utf-8").split("\n")[0]
    (tmp_path / "gold.jsonl").write_text(json.dumps(json.loads(line)), encoding="utf-8")
    with pytest.raises(GoldError, match="holds no article"):
        measure(answerer(tmp_path / "index"), tmp_path / "gold.jsonl")


@pytest.mark.model
def test_the_sample_archive_is_held_to_a_baseline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = [item for item in load_gold(ROOT / GOLD) if item.id in {"s-01", "s-02"}]
    save_gold(tmp_path / "gold.jsonl", few)
    asked = ["--gold", str(tmp_path / "gold.jsonl"), "--baseline", str(tmp_path / "b.json")]
    assert main([*asked, "--update"]) == 0
    assert main(asked) == 0
    kept = read_baseline(tmp_path / "b.json")
    write_baseline(tmp_path / "b.json", {**kept, "article_hit@5": 1.5})
    assert main(asked) == EXIT_WORSE
    assert "worse than the baseline: article_hit@5" in capsys.readouterr().err


@pytest.mark.model
def test_the_sample_archive_is_answered_no_worse_than_in_the_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold", str(ROOT / GOLD), "--baseline", str(ROOT / BASELINE)]) == 0, capsys.readouterr().err
