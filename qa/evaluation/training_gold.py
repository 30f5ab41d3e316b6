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

from qa.conversation.ellipsis import elliptical
from qa.conversation.salience import Shown
from qa.errors import GoldError
from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn, save_gold
from qa.selector.questions import read_lines

_SEED = 7
_ELSEWHERE = 60


def held_out(shared: Path, bodies: Mapping[str, str]) -> Iterator[GoldItem]:
    """The held-out questions, answerable ones and near misses."""
    for _, record in read_lines(shared / "train" / "factcheck-qa.jsonl.gz"):
        if record["split"] != "valid":
            continue
        article_id, question = record["article_id"], record["question"]
        answers = tuple(
            GoldAnswer(article_id, tuple(" ".join(bodies[article_id][start:end].split()) for start, end in alternative))
            for alternative in record["answers"]
        )
        turn = GoldTurn(question, question, bool(answers), answers)
        if answers:
            yield GoldItem(record["id"], "single", record["kind"], (turn,), about=article_id)
        else:
            yield GoldItem(record["id"], "unanswerable", "", (turn,), about=article_id)


def follow_ups(items: Sequence[GoldItem], titles: Mapping[str, str]) -> Iterator[GoldItem]:
    """Each question that can be shortened, behind another answered one about its article."""
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
        reading = elliptical(turn.standalone, [Shown(first.question, ((item.about, titles[item.about]),))])
        if reading is not None:
            second = GoldTurn(reading.asked, turn.standalone, turn.answerable, turn.answers)
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
        questions = list(held_out(options.shared, {record["id"]: record["body"] for record in articles}))
        short = list(follow_ups(questions, {record["id"]: record["title"] for record in articles}))
        save_gold(options.out, [*questions, *short, *elsewhere(options.shared)])
    except (OSError, GoldError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
