"""Gold to calibrate a selector on, of the training set: ``python -m qa.evaluation.training_gold SHARED OUT``.

Three kinds, none of which the selector was trained on: the held-out questions; conversations made of them, the second
question in the short form of a follow-up; and questions about something else altogether, which no archive of
fact-checks answers. ``footnote calibrate SHARED/gold/dev.jsonl OUT`` then fits the confidence.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from qa.conversation.ellipsis import elliptical
from qa.conversation.salience import Shown
from qa.errors import GoldError
from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn, save_gold
from qa.selector.questions import OWN_QUESTIONS, read_lines

_SEED = 7
_ELSEWHERE = 60


def held_out_records(shared: Path, bodies: Mapping[str, str]) -> list[dict[str, Any]]:
    """The held-out questions, as they stand in their files, that are about articles of ``bodies``."""
    files = (shared / "train" / "factcheck-qa.jsonl.gz", OWN_QUESTIONS)
    records = [record for path in files for _, record in read_lines(path)]
    return [record for record in records if record["split"] == "valid" and record["article_id"] in bodies]


def gold_item(record: Mapping[str, Any], body: str) -> GoldItem:
    """The item of a record of a question set about an article with ``body``: answerable, or a near miss."""
    article_id, question, kind = record["article_id"], record["question"], record["kind"]
    answers = tuple(
        GoldAnswer(article_id, tuple(" ".join(body[start:end].split()) for start, end in alternative))
        for alternative in record["answers"]
    )
    turn = GoldTurn(question, question, bool(answers), answers)
    if answers:
        style = "question" if kind == "follow_up" else kind
        return GoldItem(record["id"], "single", style, (turn,), about=article_id)
    return GoldItem(record["id"], "unanswerable", "", (turn,), about=article_id)


def follow_ups(items: Sequence[GoldItem], titles: Mapping[str, str], typed: Mapping[str, str]) -> Iterator[GoldItem]:
    """Each question that can be shortened, behind another answered one about its article; as ``typed``, by item, where
    that is known.
    """
    rng = random.Random(_SEED)
    answered: dict[str, list[GoldItem]] = defaultdict(list)
    for item in items:
        if item.turns[0].answerable:
            answered[item.about].append(item)
    for item in items:
        turn = item.turns[0]
        earlier = [other.turns[0] for other in answered[item.about] if other is not item]
        if not earlier:
            continue
        first = rng.choice(earlier)
        short = typed.get(item.id)
        if short is None:
            reading = elliptical(turn.standalone, [Shown(first.question, ((item.about, titles[item.about]),))])
            short = reading.asked if reading else None
        if short is not None:
            second = GoldTurn(short, turn.standalone, turn.answerable, turn.answers)
            yield GoldItem(f"{item.id}-follow-up", "conversation", "", (first, second), about=item.about)


def elsewhere(shared: Path) -> Iterator[GoldItem]:
    """Requests to an assistant, first questions of conversations, questions about encyclopedia articles."""
    rng = random.Random(_SEED)
    for name, field in (("offtopic", "text"), ("cast2019", "utterance"), ("squad2", "question")):
        texts = [record[field] for _, record in read_lines(shared / "bench" / f"{name}.jsonl.gz")
                 if record.get("turn_id", 1) == 1]  # fmt: skip
        for n, text in enumerate(rng.sample(texts, min(_ELSEWHERE, len(texts)))):
            yield GoldItem(f"{name}-{n}", "unanswerable", "", (GoldTurn(text, text, False, ()),))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m qa.evaluation.training_gold", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with train/, bench/ and data/")
    parser.add_argument("out", type=Path, help="the gold file to write")
    options = parser.parse_args(arguments)
    try:
        articles = [record for _, record in read_lines(options.shared / "data" / "newsroom.jsonl.gz")]
        bodies = {record["id"]: record["body"] for record in articles}
        records = held_out_records(options.shared, bodies)
        questions = [gold_item(record, bodies[record["article_id"]]) for record in records]
        typed = {record["id"]: record["typed"] for record in records if "typed" in record}
        short = list(follow_ups(questions, {record["id"]: record["title"] for record in articles}, typed))
        save_gold(options.out, [*questions, *short, *elsewhere(options.shared)])
    except (OSError, GoldError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
