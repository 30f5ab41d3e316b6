import json
import re
from html.parser import HTMLParser
from pathlib import Path

import ir_measures
import pytest

from qa.errors import GoldError
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import Run, TurnResult
from qa.evaluation.run import read_run, write_page, write_run
from qa.evaluation.runner import evaluate
from tests.qa.evaluation.asked import GOLD, answerer
from tests.qa.evaluation.results import answered, lost, quote, result, run

FILES = {"run.json", "results.jsonl", "search.trec", "search.qrels", "report.html"}
TIMES = re.compile(r'"finished": "[^"]*"|\d{4}-\d\d-\d\dT[\d:+]*')


class Requests(HTMLParser):
    """Addresses that a page would load by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in {"src", "srcset", "data"}]
        if tag == "link":
            self.found.append(tag)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return evaluate(answerer(tmp_path_factory.mktemp("index")), GOLD)


@pytest.fixture(scope="module")
def written(asked: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("runs") / "made" / "now"
    write_run(asked, out, settings={"selector": "lexical-1"})
    return out


def test_a_run_is_a_folder_of_five_files(written: Path) -> None:
    assert {path.name for path in written.iterdir()} == FILES


def test_a_run_is_read_back_as_it_was(asked: Run, written: Path) -> None:
    assert read_run(written) == asked


def test_run_json_says_what_was_run_and_on_what(asked: Run, written: Path) -> None:
    about = json.loads((written / "run.json").read_text(encoding="utf-8"))
    assert about["settings"] == {"selector": "lexical-1"}
    assert about["generation"] == asked.generation
    assert about["machine"]["cpus"] >= 1
    assert about["version"]
    assert about["metrics"]["verbatim"]["value"] == 1.0


def test_a_result_line_holds_what_is_needed_to_see_why(written: Path) -> None:
    first = json.loads((written / "results.jsonl").read_text(encoding="utf-8").split("\n")[0])
    assert first["quotes"][0]["numbers"] == [1]
    assert {"sentences", "hits", "confidence"} <= first["explanation"].keys()


def test_the_search_is_written_for_trec_eval(asked: Run, written: Path) -> None:
    ranked = list(ir_measures.read_trec_run(str(written / "search.trec")))
    qrels = list(ir_measures.read_trec_qrels(str(written / "search.qrels")))
    peer = ir_measures.calc_aggregate([ir_measures.RR], qrels, ranked)[ir_measures.RR]
    assert peer == BY_NAME["mrr"].value(asked.results)


def test_written_twice_the_files_differ_in_times_only(asked: Run, written: Path, tmp_path: Path) -> None:
    write_run(asked, tmp_path, settings={"selector": "lexical-1"})
    for name in FILES:
        texts = [(folder / name).read_text(encoding="utf-8") for folder in (written, tmp_path)]
        assert TIMES.sub("", texts[0]) == TIMES.sub("", texts[1])


def test_the_report_loads_nothing_and_shows_every_turn(asked: Run, written: Path) -> None:
    page = (written / "report.html").read_text(encoding="utf-8")
    requests = Requests()
    requests.feed(page)
    assert requests.found == []
    assert "@import" not in page
    assert "url(" not in page
    assert page.count("data-turn data-outcome") == len(asked.results)


def test_what_readers_typed_can_not_run_in_the_report(tmp_path: Path) -> None:
    typed = "<script>alert(1)</script>"
    evil = result("a", question=typed, standalone=typed, quotes=(quote(typed),))
    write_run(run(evil), tmp_path, settings={"selector": typed})
    assert typed not in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "results",
    [(lost(),), (result("c", "conversation"),), (result("u", "unanswerable"),), (answered(right=True),)],
    ids=["missing", "conversation", "unanswerable", "single"],
)
def test_a_run_of_one_turn_of_any_kind_has_a_report(results: tuple[TurnResult, ...], tmp_path: Path) -> None:
    write_run(run(*results), tmp_path, settings={})
    assert read_run(tmp_path) == run(*results)


def test_a_folder_without_a_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no run"):
        read_run(tmp_path)


@pytest.mark.parametrize("broken", ["", "{}", '{"format": 99}', "[]"])
def test_a_run_that_can_not_be_read_is_an_error(broken: str, tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "run.json").write_text(broken, encoding="utf-8")
    with pytest.raises(GoldError, match="holds no run"):
        read_run(tmp_path)


def test_where_nothing_can_be_written_is_an_error(asked: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GoldError, match="can't be written"):
        write_run(asked, tmp_path / "file" / "run", settings={})
    with pytest.raises(GoldError, match="can't be written"):
        write_page(tmp_path / "file" / "page.html", "")
