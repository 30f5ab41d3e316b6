from dataclasses import replace

from qa.evaluation.peers.table import METRICS, side_by_side
from tests.qa.evaluation.results import quote, result

RIGHT = result(quotes=(quote(),), hit=True, ranked=("toll",))
WRONG = result(quotes=(quote("No."),), ranked=("other", "toll"), took_ms=99.0)
REFUSED = replace(result("i2", kind="unanswerable"), confidence=0.1)


def lines() -> dict[str, tuple[str, ...]]:
    found = side_by_side({"Footnote": [RIGHT, REFUSED], "Other": [WRONG, REFUSED]}, 0)
    return {name: tuple(values) for name, *values in found}


def test_each_system_has_a_column() -> None:
    table = lines()
    assert table["metric"] == ("Footnote", "Other")
    assert set(table) == {"metric", *(metric.name for metric in METRICS)}


def test_values_have_intervals_and_the_best_is_starred() -> None:
    table = lines()
    assert table["article_hit@1"] == ("1.000 (1.000–1.000) *", "0.000 (0.000–0.000)")
    assert table["mrr"] == ("1.000 (1.000–1.000) *", "0.500 (0.500–0.500)")
    assert table["latency_p95"][0].endswith("*")


def test_quoting_less_is_not_starred() -> None:
    assert not any("*" in cell for cell in lines()["quoted_sentences"])


def test_what_a_metric_does_not_apply_to_is_a_dash() -> None:
    assert lines()["answer_hit.search"] == ("–", "–")
