"""Questions to fit a system's threshold on, of those that Footnote's own confidence was fitted on."""

import random
from pathlib import Path

from qa.errors import GoldError
from qa.evaluation.gold import GoldItem
from qa.evaluation.training_gold import gold_item
from qa.selector.questions import read_lines

_QUESTIONS = "train/factcheck-qa.jsonl.gz"
_ARTICLES = "data/newsroom.jsonl.gz"


def practice(shared: Path, count: int, seed: int = 0) -> list[GoldItem]:
    """``count`` questions of the question set in the folder ``shared``, drawn at random; near misses are unanswerable.

    Raises :class:`GoldError` if the set or its articles can't be read.
    """
    try:
        records = [record for _, record in read_lines(shared / _QUESTIONS)]
        drawn = random.Random(seed).sample(records, min(count, len(records)))
        wanted = {record["article_id"] for record in drawn}
        articles = (article for _, article in read_lines(shared / _ARTICLES))
        bodies = {article["id"]: article["body"] for article in articles if article["id"] in wanted}
        return [gold_item(record, bodies[record["article_id"]]) for record in drawn]
    except (OSError, ValueError, KeyError) as error:
        raise GoldError(
            f"{shared / _QUESTIONS} can't be read with its articles: {error!r}. Check the folder."
        ) from error
