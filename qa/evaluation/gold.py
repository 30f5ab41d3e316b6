"""Gold questions: what readers ask, and the sentences that answer."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus import Article
from qa.errors import GoldError

Kind = Literal["single", "conversation", "unanswerable"]
_KINDS = ("single", "conversation", "unanswerable")


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """One way to answer rightly: these sentences of this article, white space collapsed."""

    article_id: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldTurn:
    """A question as typed, the same question in words that need no history, and alternative answers, best first."""

    question: str
    standalone: str
    answerable: bool
    answers: tuple[GoldAnswer, ...]


@dataclass(frozen=True, slots=True)
class GoldItem:
    """``style`` is set for single items (``question``, ``search``, ``claim``); ``about`` for unanswerable ones."""

    id: str
    kind: Kind
    style: str
    turns: tuple[GoldTurn, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class GoldProblem:
    """What is wrong with an item, and what to do."""

    item_id: str
    problem: str
    remedy: str


def load_gold(path: Path) -> tuple[GoldItem, ...]:
    """The items of a gold file. Raises :class:`GoldError` naming file, line and remedy."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise GoldError(f"{path} can't be read: {error.strerror}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not UTF-8. Save it as UTF-8.") from error
    items = [_item(line, f"{path}, line {n}") for n, line in enumerate(lines, start=1) if line.strip()]
    if not items:
        raise GoldError(f"{path} holds no item. A gold file has one JSON object a line.")
    return tuple(items)


def check_gold(items: Sequence[GoldItem], article: Callable[[str], Article | None]) -> Iterator[GoldProblem]:
    """Unknown articles, quotes that aren't verbatim, questions asked twice, ids used twice."""
    ids: set[str] = set()
    questions: dict[str, str] = {}
    for item in items:
        if item.id in ids:
            yield GoldProblem(item.id, "the id stands twice", "Give one of the two another id.")
        ids.add(item.id)
        asked = " ".join(item.turns[0].question.lower().split())
        first = questions.setdefault(asked, item.id)
        if first != item.id:
            yield GoldProblem(item.id, f"asks the same as {first}", "Remove one of the two.")
        for turn in item.turns:
            for answer in turn.answers:
                yield from _check_answer(item.id, answer, article)


def _check_answer(item_id: str, answer: GoldAnswer, article: Callable[[str], Article | None]) -> Iterator[GoldProblem]:
    found = article(answer.article_id)
    if found is None:
        yield GoldProblem(item_id, f"the archive holds no article {answer.article_id}", "Mend the id or ingest it.")
        return
    text = " ".join(found.text.split())
    for quote in answer.quotes:
        if " ".join(quote.split()) not in text:
            start = " ".join(quote.split()[:8])
            yield GoldProblem(item_id, f"“{start} …” is not in {answer.article_id}", "Quote it word for word.")


def _item(line: str, place: str) -> GoldItem:
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"{place}: not valid JSON ({error.msg}). Mend the line or remove it.") from error
    try:
        kind = values["kind"]
        if kind not in _KINDS:
            raise GoldError(f"{place}: the kind {kind!r} is none of {', '.join(_KINDS)}.")
        turns = tuple(_turn(turn, place) for turn in values["turns"])
        if not turns:
            raise GoldError(f"{place}: an item needs a turn.")
        return GoldItem(values["id"], kind, values.get("style", ""), turns, values.get("about", ""))
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{place}: the field {error} is missing or of the wrong type. See the gold format.") from error


def _turn(values: dict[str, Any], place: str) -> GoldTurn:
    answers = tuple(
        GoldAnswer(answer["article_id"], tuple(quote["text"] for quote in answer["quotes"]))
        for answer in values.get("answers") or []
    )
    answerable = bool(values["answerable"])
    if answerable != bool(answers):
        problem = "an answerable turn needs an answer" if answerable else "a turn with answers is answerable"
        raise GoldError(f'{place}: {problem}. Mend "answerable" or "answers".')
    question = str(values["question"])
    return GoldTurn(question, str(values.get("standalone") or question), answerable, answers)
