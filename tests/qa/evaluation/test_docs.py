"""The list of metrics in the documentation is the one in the code."""

from pathlib import Path

from qa.evaluation.metrics.registry import ALL

PAGE = Path(__file__).parents[3] / "docs" / "evaluation.md"


def test_every_metric_is_documented_with_its_meaning_and_direction() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for metric in ALL:
        assert f"| `{metric.name}` | {metric.better} | {metric.meaning} |" in page


def test_no_metric_is_documented_that_does_not_exist() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Metrics")[1].split("## ")[0]
    documented = {line.split("`")[1] for line in section.splitlines() if line.startswith("| `")}
    assert documented == {metric.name for metric in ALL}
