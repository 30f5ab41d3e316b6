"""Questions to fit a system's threshold on, of those that Footnote's own confidence was fitted on."""

import gzip
import json
import random
from pathlib import Path

from qa.errors import GoldError
from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn

_QUESTIONS = "train/factcheck-qa.jsonl.gz"
_ARTICLES = "data/newsroom.jsonl.gz"


def practice(shared: Path, count: int, seed: int = 0) -> list[GoldItem]:
    """``count`` questions of the question set in the folder ``shared``, drawn at random; near misses are unanswerable.

    Raises :class:`GoldError` if the set or its articles can't be read.
    """
    try:
        with gzip.open(shared / _QUESTIONS, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        drawn = random.Random(seed).sample(records, min(count, len(records)))
        wanted = {record["article_id"] for record in drawn}
        with gzip.open(shared / _ARTICLES, "rt", encoding="utf-8") as lines:
            articles = (json.loads(line) for line in lines)
            bodies = {article["id"]: article["body"] for article in articles if article["id"] in wanted}
        return [_item(record, bodies[record["article_id"]]) for record in drawn]
    except (OSError, ValueError, KeyError) as error:
        raise GoldError(
            f"{shared / _QUESTIONS} can't be read with its articles: {error!r}. Check the folder."
        ) from error


def _item(record: dict[str, object], body: str) -> GoldItem:
    question, article_id = str(record["question"]), str(record["article_id"])
    spans: list[list[tuple[int, int]]] = record["answers"]  # type: ignore[assignment]
    answers = tuple(
        GoldAnswer(article_id, tuple(" ".join(body[start:end].split()) for start, end in alternative))
        for alternative in spans
    )
    turn = GoldTurn(question, question, bool(answers), answers)
    kind, style = ("single", "question") if answers else ("unanswerable", "")
    return GoldItem(str(record["id"]), kind, style, (turn,), about=article_id)  # type: ignore[arg-type]
