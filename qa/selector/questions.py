"""The question set about fact-checks, laid over the articles of an index."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import Article
from index import SearchEngine
from qa.errors import GoldError

# Questions about other articles than those of the set, some with the short form that a reader types.
OWN_QUESTIONS = Path(__file__).parent / "data" / "newsroom-questions.jsonl.gz"
OWN_PREFIX = "nq-"
# A sentence is part of an answer when at least this share of the shorter of the two lies in the other.
_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class TrainingQuestion:
    """A question, the article it was written from, and the sentences that answer it (none for a near miss).

    ``typed`` is how a reader puts it after another question about the article, if that is known.
    """

    id: str
    text: str
    split: str
    article_id: str
    answers: frozenset[int]
    near_miss: bool
    typed: str = ""


def read_questions(path: Path, bodies: Mapping[str, str], engine: SearchEngine) -> Iterator[TrainingQuestion]:
    """Questions of a ``factcheck-qa`` file, whose answers are offsets into ``bodies``; those whose article is not in
    the index, or none of whose answers is found in its text, are left out. Raises :class:`GoldError` for a bad line.
    """
    articles: dict[str, Article | None] = {}
    for number, record in read_lines(path):
        try:
            article_id, alternatives = record["article_id"], record["answers"]
            if article_id not in articles:
                articles[article_id] = engine.article(article_id)
            article = articles[article_id]
            if article is None or article_id not in bodies:
                continue
            body = bodies[article_id]
            texts = [body[start:end] for alternative in alternatives for start, end in alternative]
            answers = frozenset(n for text in texts for n in sentences_holding(article, text))
            if texts and not answers:
                continue
            yield TrainingQuestion(
                record["id"],
                record["question"],
                record["split"],
                article_id,
                answers,
                near_miss=not texts,
                typed=record.get("typed", ""),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise GoldError(f"{path}, line {number}: not a question of the set ({error!r})") from error


def sentences_holding(article: Article, text: str) -> list[int]:
    """Numbers of the sentences of ``article`` that ``text`` is made of, white space aside; empty if it isn't there."""
    squeezed, ends = [], [0]
    for n in range(len(article.sentences)):
        squeezed.append("".join(article.sentence_text(n).split()))
        ends.append(ends[-1] + len(squeezed[-1]))
    wanted = "".join(text.split())
    start = "".join(squeezed).find(wanted) if wanted else -1
    if start < 0:
        return []
    found = []
    for n in range(len(squeezed)):
        shared = min(ends[n + 1], start + len(wanted)) - max(ends[n], start)
        if shared >= _OVERLAP * min(ends[n + 1] - ends[n], len(wanted)) and shared > 0:
            found.append(n)
    return found


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers from 1 and records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise GoldError(f"{path}, line {number}: not JSON ({error})") from error
