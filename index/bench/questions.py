"""Question sets and the articles that answer them."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and the ids of the articles of which any is right."""

    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """``archive`` names the data set that is asked."""

    name: str
    archive: str
    path: str
    read: Callable[[Any], Iterator[Query]]

    def queries(self, shared: Path) -> list[Query]:
        """All queries; empty if the file is not there."""
        path = shared / self.path
        if not path.exists():
            return []
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
            return [query for line in lines for query in self.read(json.loads(line))]


def _development(item: Any) -> Iterator[Query]:
    if item["kind"] == "single":
        turn = item["turns"][0]
        yield Query(turn["question"], frozenset(answer["article_id"] for answer in turn["answers"]))


def _written(item: Any) -> Iterator[Query]:
    if item.get("answers"):
        yield Query(item["question"], frozenset([item["article_id"]]))


def _claim(item: Any) -> Iterator[Query]:
    yield Query(item["sentence"], frozenset(item["relevant"]))


QUESTION_SETS = (
    QuestionSet("development gold, single", "newsroom", "gold/dev.jsonl", _development),
    QuestionSet("factcheck-qa", "newsroom", "train/factcheck-qa.jsonl.gz", _written),
    QuestionSet("CheckThat 2022 2B dev", "archive", "bench/checkthat2b-dev.jsonl.gz", _claim),
    QuestionSet("CheckThat 2022 2B train", "archive", "bench/checkthat2b-train.jsonl.gz", _claim),
)
