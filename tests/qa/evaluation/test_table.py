import pytest

from qa.evaluation.slices import slices
from qa.evaluation.table import as_json, rows
from tests.qa.evaluation.results import answered, lost, result, run

RUN = run(
    answered("a", right=True),
    answered("b", right=False, publisher="Skarvik News"),
    result("c", "unanswerable"),
    answered("d", "conversation", right=True, turn=2, standalone_hit=True),
)


def test_each_metric_that_applies_has_a_row_with_its_turns_and_interval() -> None:
    table = {row.metric.name: row for row in rows(RUN)}
    assert (table["answer_hit"].value, table["answer_hit"].n) == (0.5, 2)
    assert table["refusal_recall"].n == 3
    assert "answer_hit.search" not in table
    assert all(row.low <= row.value <= row.high for name, row in table.items() if name.startswith("answer_hit"))


def test_the_json_says_which_way_is_better() -> None:
    values = as_json(RUN)
    assert (values["generation"], values["turns"]) == ("g1", 4)
    assert values["metrics"]["answer_hit"]["better"] == "higher"
    assert values["metrics"]["ece"]["better"] == "lower"
    assert values["metrics"]["follow_up_gap"]["value"] == 0.0


def test_a_run_of_nothing_but_missing_results_still_has_its_rows() -> None:
    table = {row.metric.name: row.value for row in rows(run(lost(), lost("unanswerable")))}
    assert table["answer_hit"] == table["refusal_recall"] == table["auroc"] == 0.0


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("kind", {"conversation": 1, "single": 2, "unanswerable": 1}),
        ("style", {"question": 2}),
        ("publisher", {"Skarvik News": 1, "Tarn Post": 3}),
        ("turn", {"2": 1}),
    ],
)
def test_a_run_is_cut_by_kind_style_publisher_and_turn(dimension: str, expected: dict[str, int]) -> None:
    assert {one.value: one.n for one in slices(RUN) if one.dimension == dimension} == expected


def test_a_slice_measures_its_own_turns() -> None:
    found = {one.value: one.rows["answer_hit"].value for one in slices(RUN) if one.dimension == "publisher"}
    assert found == {"Skarvik News": 0.0, "Tarn Post": 1.0}


def test_refusing_is_not_measured_where_nothing_should_be_refused() -> None:
    [single] = [one for one in slices(RUN) if one.value == "single"]
    assert "refusal_recall" not in single.rows
