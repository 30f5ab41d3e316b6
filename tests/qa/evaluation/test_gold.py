import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa.evaluation.gold as gold_module
from qa.errors import GoldError
from qa.evaluation.gold import (
    STYLES,
    GoldAnswer,
    GoldItem,
    GoldTurn,
    as_line,
    load_gold,
    parse_item,
    read_gold,
    save_gold,
)

SCHEMA = json.loads(Path(gold_module.__file__).with_name("gold.schema.json").read_text(encoding="utf-8"))
TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20).filter(str.strip)
QUOTE = TEXT.map(lambda text: " ".join(text.split()))


def values(**fields: Any) -> dict[str, Any]:
    """A valid single item as JSON."""
    turn = {
        "question": "What does the toll cost?",
        "answerable": True,
        "standalone": "What does the toll cost?",
        "answers": [{"article_id": "toll", "quotes": [{"text": "Two crowns."}]}],
    }
    return {"id": "a", "kind": "single", "style": "question", "turns": [turn], **fields}


def with_turn(**fields: Any) -> dict[str, Any]:
    return values(turns=[{**values()["turns"][0], **fields}])


@st.composite
def items(draw: st.DrawFn) -> GoldItem:
    kind = draw(st.sampled_from(["single", "conversation", "unanswerable"]))
    turns = []
    for _ in range(draw(st.integers(1, 3)) if kind == "conversation" else 1):
        answerable = kind == "single" or (kind == "conversation" and draw(st.booleans()))
        answers = st.builds(GoldAnswer, TEXT, st.lists(QUOTE, min_size=1, max_size=2).map(tuple))
        given_answers = draw(st.lists(answers, min_size=1, max_size=2)) if answerable else []
        turns.append(GoldTurn(draw(TEXT), draw(TEXT), answerable, tuple(given_answers)))
    style = draw(st.sampled_from(STYLES)) if kind == "single" else ""
    return GoldItem(draw(TEXT), kind, style, tuple(turns), draft=draw(st.booleans()))  # type: ignore[arg-type]


@given(items())
def test_an_item_survives_writing_and_reading_and_fits_the_schema(item: GoldItem) -> None:
    line = as_line(item)
    assert parse_item(line, "here") == item
    jsonschema.validate(json.loads(line), SCHEMA)


def test_a_file_is_read_with_the_places_of_its_items(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\ufeff" + json.dumps(values()) + "\n\n" + json.dumps(values(id="b")) + "\n", encoding="utf-8")
    assert [(item.id, item.place) for item in load_gold(path)] == [("a", f"{path}, line 1"), ("b", f"{path}, line 3")]


def test_saved_items_are_loaded_back(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    saved = [parse_item(json.dumps(values(id=name)), "") for name in "ab"]
    save_gold(path, saved)
    assert list(load_gold(path)) == saved
    assert list(tmp_path.iterdir()) == [path]


def test_saving_where_nothing_can_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="can't be written"):
        save_gold(tmp_path / "absent" / "gold.jsonl", [])


def test_white_space_of_quotes_is_collapsed_and_a_turn_may_stand_alone() -> None:
    lean = with_turn(standalone=None, answers=[{"article_id": "toll", "quotes": [{"text": " Two\n crowns. "}]}])
    turn = parse_item(json.dumps(lean), "here").turns[0]
    assert turn.answers[0].quotes == ("Two crowns.",)
    assert turn.standalone == turn.question


BROKEN = {
    "version": values(version=2),
    "kind": values(kind="riddle"),
    "style": values(style="poem"),
    "turns": values(turns=values()["turns"] * 2),
    "no turn": values(kind="conversation", turns=[]),
    "answerable": with_turn(answerable="yes"),
    "unanswerable ones are not": values(kind="unanswerable"),
    "needs an answer": with_turn(answers=[]),
    "needs a quote": with_turn(answers=[{"article_id": "toll", "quotes": []}]),
    "article_id": with_turn(answers=[{"quotes": [{"text": "Two crowns."}]}]),
    '"text"': with_turn(answers=[{"article_id": "toll", "quotes": [{"text": "  "}]}]),
    '"id"': values(id=""),
    '"question"': with_turn(question=7),
    '"draft"': values(draft="yes"),
    "list of objects": with_turn(answers="none"),
}


@pytest.mark.parametrize("named", BROKEN)
def test_a_broken_item_is_an_error_that_names_the_line_and_what_to_mend(named: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(values()) + "\n" + json.dumps(BROKEN[named]) + "\n", encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        load_gold(path)
    assert str(raised.value).startswith(f"{path}, line 2: ")
    assert named in str(raised.value)


def test_every_malformed_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = (BROKEN["kind"], values(), BROKEN["style"], values(id="b"))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + "{", encoding="utf-8")
    items, malformed = read_gold(path)
    assert [item.id for item in items] == ["a", "b"]
    assert [text.partition(": ")[0] for text in malformed] == [f"{path}, line {n}" for n in (1, 3, 5)]
    with pytest.raises(GoldError, match=r"line 1: .*2 more"):
        load_gold(path)


@pytest.mark.parametrize("named", BROKEN)
def test_the_schema_rejects_what_the_reader_rejects(named: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(BROKEN[named], SCHEMA)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no item"),
        (b"\n\n", "holds no item"),
        (b"{broken", "line 1: not valid JSON"),
        (b"[]", "line 1: not a JSON object"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_gold_is_an_error(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=message):
        load_gold(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="can't be read"):
        load_gold(tmp_path / "absent.jsonl")
