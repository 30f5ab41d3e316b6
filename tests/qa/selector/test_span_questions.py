import gzip
import json
import random
from pathlib import Path

from qa.selector.encoding import PassageEncoder
from qa.selector.span_questions import SpanGroups, SpanQuestion, parts, read_span_questions

WALL = "Mexico did not pay. Congress paid for most of the wall. " + "The court says so in a ruling. " * 20
FENCE = "The border fence in 2019. A ruling in 2020."


def question(**changes: object) -> SpanQuestion:
    made = {"text": "who pays for the wall?", "title": "", "context": WALL, "starts": (WALL.index("Congress"),)}
    return SpanQuestion(**(made | changes))  # type: ignore[arg-type]


def test_parts_hold_every_sentence_once_and_a_few_each() -> None:
    found = list(parts(WALL))
    assert [WALL[start:end] for part in found for start, end in part][:2] == [
        "Mexico did not pay.",
        "Congress paid for most of the wall.",
    ]
    assert sum(map(len, found)) == 22
    assert max(map(len, found)) <= 6


def test_the_part_with_the_answer_stands_beside_two_without(encoder: PassageEncoder) -> None:
    other = question(context=FENCE, starts=(0,))
    group = SpanGroups(encoder, [question(), other])(random.Random(1))[0]
    assert [row.answers for row in group] == [True, False, False]
    assert group[0].gold == (False, True, *[False] * (len(group[0].gold) - 2))


def test_a_question_without_an_answer_has_its_own_text_as_negative(encoder: PassageEncoder) -> None:
    (group,) = SpanGroups(encoder, [question(starts=())])(random.Random(1))
    assert len(group) == 2
    assert not any(row.answers for row in group)


def test_one_text_alone_has_no_stranger(encoder: PassageEncoder) -> None:
    (group,) = SpanGroups(encoder, [question()])(random.Random(1))
    assert [row.answers for row in group] == [True, False]


def test_reading_keeps_chosen_titles_and_knows_what_has_no_answer(tmp_path: Path) -> None:
    records = [
        {"question": "a", "title": "A_B", "context": "A.", "is_impossible": False, "answers": [{"start": 0}]},
        {"question": "b", "title": "C", "context": "C.", "is_impossible": False, "answers": [{"start": 0}]},
        {"question": "c", "title": "A_B", "context": "A.", "is_impossible": True, "answers": [{"start": 0}]},
    ]
    path = tmp_path / "spans.jsonl.gz"
    with gzip.open(path, "wt") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)
    assert read_span_questions(path, titles={"A_B"}, titled=True) == [
        SpanQuestion("a", "A B", "A.", (0,)),
        SpanQuestion("c", "A B", "A.", ()),
    ]
    assert len(read_span_questions(path)) == 3
