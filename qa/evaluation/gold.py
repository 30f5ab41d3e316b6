"""Gold questions: what readers ask, and the sentences that answer. ``gold.schema.json`` describes the format."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from qa.errors import GoldError

Kind = Literal["single", "conversation", "unanswerable"]
VERSION = 1
KINDS: tuple[str, ...] = get_args(Kind)
STYLES = ("question", "search", "claim")


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
    """``style`` is set for single items (``question``, ``search``, ``claim``); ``about`` for unanswerable ones.

    A ``draft`` waits to be read by a person; ``note`` says what for. ``place`` is the file and line it was read from.
    """

    id: str
    kind: Kind
    style: str
    turns: tuple[GoldTurn, ...]
    about: str = ""
    draft: bool = False
    note: str = ""
    place: str = field(default="", compare=False)


def load_gold(path: Path) -> tuple[GoldItem, ...]:
    """The items of a gold file. Raises :class:`GoldError` naming file, line and remedy of the first malformed one."""
    items, malformed = read_gold(path)
    if malformed:
        more = f" ({len(malformed) - 1} more: see 'footnote gold check')" if len(malformed) > 1 else ""
        raise GoldError(malformed[0] + more)
    return items


def read_gold(path: Path) -> tuple[tuple[GoldItem, ...], tuple[str, ...]]:
    """The items of a gold file, and file, line, fault and remedy of every line that holds none.

    Raises :class:`GoldError` if the file can't be read.
    """
    try:
        # Not splitlines(): it also breaks at U+2028 and the like, which JSON allows inside a string.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise GoldError(f"{path} can't be read: {error.strerror}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    items, malformed = [], []
    for n, line in enumerate(lines, start=1):
        try:
            if line.strip():
                items.append(parse_item(line, f"{path}, line {n}"))
        except GoldError as error:
            malformed.append(str(error))
    if not items and not malformed:
        malformed.append(f"{path} holds no item. A gold file has one JSON object a line.")
    return tuple(items), tuple(malformed)


def parse_item(line: str, place: str) -> GoldItem:
    """One line of a gold file. Raises :class:`GoldError` that begins with ``place``."""
    try:
        values = json.loads(line)
    except ValueError as error:
        problem = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise GoldError(f"{place}: not valid JSON ({problem}). Mend the line or remove it.") from error
    if not isinstance(values, dict):
        raise GoldError(f"{place}: not a JSON object. An item is written in braces.")
    try:
        return _item(values, place)
    except _Malformed as error:
        raise GoldError(f"{place}: {error}") from error


def as_line(item: GoldItem) -> str:
    """The item as a line of a gold file, without the line break: the inverse of :func:`parse_item`."""
    values: dict[str, Any] = {"id": item.id, "kind": item.kind}
    for name in ("style", "about", "draft", "note"):
        if getattr(item, name):
            values[name] = getattr(item, name)
    values["turns"] = [
        {
            "question": turn.question,
            "answerable": turn.answerable,
            "standalone": turn.standalone,
            "answers": [
                {"article_id": answer.article_id, "quotes": [{"text": text} for text in answer.quotes]}
                for answer in turn.answers
            ],
        }
        for turn in item.turns
    ]
    return json.dumps(values, ensure_ascii=False)


def save_gold(path: Path, items: Sequence[GoldItem]) -> None:
    """Write the items atomically. Raises :class:`GoldError` if ``path`` can't be written."""
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_text("".join(as_line(item) + "\n" for item in items), encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise GoldError(f"{path} can't be written: {error.strerror}. Choose another path.") from error


class _Malformed(ValueError):
    """What is wrong with an item, and what to do."""


def _item(values: Mapping[str, Any], place: str) -> GoldItem:
    version = values.get("version", VERSION)
    if version != VERSION or isinstance(version, bool):
        raise _Malformed(f"format version {version!r}, this program reads {VERSION}. Convert the file.")
    kind = _text(values, "kind")
    if kind not in KINDS:
        raise _Malformed(f'the "kind" {kind!r} is none of {", ".join(KINDS)}. Use one of them.')
    turns = tuple(_turn(turn) for turn in _objects(values, "turns"))
    if not turns or (kind != "conversation" and len(turns) != 1):
        raise _Malformed(
            f"a {kind} item with {len(turns)} turns. Only a conversation has several, and none has no turn."
        )
    if kind != "conversation" and turns[0].answerable != (kind == "single"):
        raise _Malformed('single items are answerable, unanswerable ones are not. Mend "kind" or "answerable".')
    style = _text(values, "style") if kind == "single" else str(values.get("style", ""))
    if kind == "single" and style not in STYLES:
        raise _Malformed(f'the "style" {style!r} is none of {", ".join(STYLES)}. Use one of them.')
    about, note, draft = values.get("about", ""), values.get("note", ""), values.get("draft", False)
    if not isinstance(about, str) or not isinstance(note, str) or not isinstance(draft, bool):
        raise _Malformed('"about" and "note" are texts, "draft" is true or false. Mend the field.')
    return GoldItem(_text(values, "id"), kind, style, turns, about, draft, note, place)  # type: ignore[arg-type]


def _turn(values: Mapping[str, Any]) -> GoldTurn:
    answerable = values.get("answerable")
    if not isinstance(answerable, bool):
        raise _Malformed('a turn needs "answerable", true or false. Add the field.')
    answers = tuple(_answer(answer) for answer in _objects(values, "answers", needed=False))
    if answerable != bool(answers):
        problem = "an answerable turn needs an answer" if answerable else "a turn with answers is answerable"
        raise _Malformed(f'{problem}. Mend "answerable" or "answers".')
    question = _text(values, "question")
    return GoldTurn(
        question, _text(values, "standalone") if values.get("standalone") else question, answerable, answers
    )


def _answer(values: Mapping[str, Any]) -> GoldAnswer:
    quotes = tuple(" ".join(_text(quote, "text").split()) for quote in _objects(values, "quotes"))
    if not quotes:
        raise _Malformed("an answer needs a quote. Add one or remove the answer.")
    return GoldAnswer(_text(values, "article_id"), quotes)


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _Malformed(f'"{name}" is missing, empty or not a text. Add it as a text.')
    return value


def _objects(values: Mapping[str, Any], name: str, *, needed: bool = True) -> list[Mapping[str, Any]]:
    value = values.get(name, None if needed else [])
    if value is None and not needed:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _Malformed(f'"{name}" is missing or not a list of objects. Write it as a list of objects in braces.')
    return value
