"""Sets of questions with answer spans in one short text (SQuAD's form), for training before the real questions."""

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.sentences import spans
from qa.selector.encoding import PassageEncoder
from qa.selector.questions import read_lines
from qa.selector.training import Group, Row

_TARGET_WORDS = 100
_MAX_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class SpanQuestion:
    """``starts`` are offsets of answers in ``context``; empty for a question that it does not answer."""

    text: str
    title: str
    context: str
    starts: tuple[int, ...]


def read_span_questions(path: Path, *, titles: Collection[str] = (), titled: bool = False) -> list[SpanQuestion]:
    """Questions of a file, only those under ``titles`` if any are given. ``titled``: the titles mean something."""

    def made(record: dict[str, Any]) -> SpanQuestion:
        starts = () if record["is_impossible"] else tuple(answer["start"] for answer in record["answers"])
        title = record["title"].replace("_", " ") if titled else ""
        return SpanQuestion(record["question"], title, record["context"], starts)

    return [made(record) for _, record in read_lines(path) if not titles or record["title"] in titles]


class SpanGroups:
    """Draws groups: the part of its text that answers a question, another part, and a part of another text."""

    def __init__(self, encoder: PassageEncoder, questions: Sequence[SpanQuestion]) -> None:
        self._encoder = encoder
        self._questions = questions
        self._parts = {context: list(parts(context)) for context in dict.fromkeys(q.context for q in questions)}
        self._contexts = list(self._parts)

    def __call__(self, rng: random.Random) -> list[Group]:
        groups = []
        for question in self._questions:
            rows = [self._row(question, question.context, part) for part in self._parts[question.context]]
            answering = [row for row in rows if row.answers]
            others = [row for row in rows if not row.answers]
            rng.shuffle(others)
            if not question.starts:
                groups.append(tuple(others[:2]))
            elif answering:
                groups.append((answering[0], *others[:1], *self._stranger(question, rng)))
        return groups

    def _stranger(self, question: SpanQuestion, rng: random.Random) -> list[Row]:
        """A part of another text, if there is another."""
        drawn = rng.sample(self._contexts, min(2, len(self._contexts)))
        return [self._row(question, c, rng.choice(self._parts[c])) for c in drawn if c != question.context][:1]

    def _row(self, question: SpanQuestion, context: str, part: Sequence[tuple[int, int]]) -> Row:
        starts = question.starts if context == question.context else ()
        gold = [any(start <= at < end for at in starts) for start, end in part]
        sentences = [" ".join(context[start:end].split()) for start, end in part]
        window = self._encoder.windows(question.text, question.title, "", sentences)[0]
        return Row(window, tuple(gold[: len(window.spans)]))


def parts(text: str) -> Iterable[list[tuple[int, int]]]:
    """Sentence spans of ``text``, a few neighbours at a time: about as much as an indexed passage holds."""
    part: list[tuple[int, int]] = []
    n_words = 0
    for start, end in spans(text):
        if part and (n_words >= _TARGET_WORDS or len(part) == _MAX_SENTENCES):
            yield part
            part, n_words = [], 0
        part.append((start, end))
        n_words += len(text[start:end].split())
    if part:
        yield part
