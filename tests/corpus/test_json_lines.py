"""JSON lines become articles, or an error that names the line."""

import json
from datetime import date
from typing import Any

import pytest

from corpus.article import Article
from corpus.errors import UnreadablePage
from corpus.readers.json_lines import read_json_array, read_json_lines

RECORD: dict[str, Any] = {
    "id": "pf-1",
    "title": "Is the bridge safe?",
    "claim": "The bridge is safe.",
    "verdict": "true",
    "date": "3rd Mar 2024",
    "url": "https://www.checks.example/x/",
    "publisher": "Checks",
    "body": "The city surveyed the bridge.\n\nIt found that the report was right here. More is here.",
    "sources": [{"url": "https://a.example/survey", "text": "Survey"}, {"url": "", "text": "Interview"}],
    "inline_links": [
        {"url": "http://www.a.example/survey/", "text": "surveyed the bridge"},
        {"url": "https://b.example/", "text": "report"},
        {"url": "https://c.example/", "text": "here"},
    ],
}


def read(*records: dict[str, Any]) -> list[Article | UnreadablePage]:
    return list(read_json_lines([json.dumps(record) for record in records], "file.jsonl"))


def article_of(**changes: Any) -> Article:
    (found,) = read(RECORD | changes)
    assert isinstance(found, Article)
    return found


def test_the_fields_arrive() -> None:
    article = article_of()
    assert (article.id, article.publisher, article.verdict) == ("pf-1", "Checks", "true")
    assert article.checked_on == date(2024, 3, 3)
    assert article.text == RECORD["body"]


def test_inline_links_take_the_number_of_the_source_list_or_the_next_free_one() -> None:
    article = article_of()
    assert [article.citations_of(n) for n in range(3)] == [(1,), (3,), ()]
    derived = article.source(3)
    assert derived is not None
    assert derived.derived
    assert derived.url == "https://b.example/"


def test_a_link_whose_place_is_uncertain_cites_nothing() -> None:
    assert "https://c.example/" not in {source.url for source in article_of().sources}


def test_printed_numbers_win_over_inline_links() -> None:
    article = article_of(body="The city surveyed the bridge [2].")
    assert article.citations_of(0) == (2,)
    assert article.text == "The city surveyed the bridge."


def test_an_id_unfit_for_addresses_becomes_a_slug() -> None:
    assert article_of(id="Ä b/c").id == "a-b-c"


@pytest.mark.parametrize(
    "changes",
    [
        {"body": ""},
        {"title": ""},
        {"body": 3},
        {"sources": [3]},
        {"inline_links": ["x"]},
        {"sources": {"1": "https://a.example/"}},
        {"dive_deeper": "Why?"},
        {"sources": [{"number": float("inf")}]},
    ],
)
def test_a_record_that_is_no_article_is_rejected_alone(changes: dict[str, Any]) -> None:
    first, second = read(RECORD | changes, RECORD)
    assert isinstance(first, UnreadablePage)
    assert "line 1" in str(first)
    assert isinstance(second, Article)


@pytest.mark.parametrize("line", ['{"id": ', "[1]", "nothing", "[" * 100_000, '{"title": ' + "1" * 5_000 + "}"])
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(UnreadablePage, match="line 2"):
        list(read_json_lines([json.dumps(RECORD), line], "file.jsonl"))


def test_an_array_is_read_record_by_record() -> None:
    first, second = read_json_array(json.dumps([RECORD | {"body": ""}, RECORD], indent=2), "file.json")
    assert isinstance(first, UnreadablePage)
    assert "record 1" in str(first)
    assert second == article_of()


@pytest.mark.parametrize(("text", "place"), [('[{"id": 1},\n{"id"}]', "line 2"), ('[{"id": 1}, 3]', "record 2")])
def test_a_broken_array_is_named(text: str, place: str) -> None:
    with pytest.raises(UnreadablePage, match=place):
        list(read_json_array(text, "file.json"))
