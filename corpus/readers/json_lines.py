"""JSON lines, or one array of the same: one article an object, its body as paragraphs separated by blank lines."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from corpus.article import Article, Source
from corpus.assembling import Block, Page, assemble
from corpus.dates import parse_date
from corpus.errors import InvalidArticle, UnreadablePage
from corpus.identity import publisher_of, slug
from corpus.markers import without_tokens
from corpus.repair import storable

_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


def read_json_lines(lines: Iterable[str], origin: str) -> Iterator[Article | UnreadablePage]:
    """An article or a rejection for each line that isn't blank.

    Raises :class:`UnreadablePage` at the first line that isn't a JSON object: the file can't be trusted.
    """
    for n, line in enumerate(lines, start=1):
        if line.strip():
            place = f"line {n}"
            yield _article(_object(_parsed(line, origin, place), origin, place), origin, place)


def read_json_array(text: str, origin: str) -> Iterator[Article | UnreadablePage]:
    """An article or a rejection for each record of the array that ``text`` is.

    Raises :class:`UnreadablePage` if it isn't an array of JSON objects.
    """
    records = _parsed(text, origin)
    for n, record in enumerate(records, start=1):
        place = f"record {n}"
        yield _article(_object(record, origin, place), origin, place)


def _parsed(text: str, origin: str, place: str = "") -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        detail, place = error.msg, place or f"line {error.lineno}"
    except RecursionError:
        detail = "nested too deeply"
    except ValueError as error:
        # A number of more digits than Python takes.
        detail = str(error)
    raise UnreadablePage(origin, f"not valid JSON ({detail})", place=place, remedy="Mend the line or remove it.")


def _object(record: Any, origin: str, place: str) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise UnreadablePage(
            origin, f"expected a JSON object, found {type(record).__name__}", place=place,
            remedy='Write one article a line: {"title": …, "body": …}.',
        )  # fmt: skip
    return record


def _article(record: dict[str, Any], origin: str, place: str) -> Article | UnreadablePage:
    try:
        return assemble(_page(record))
    except InvalidArticle as error:
        return UnreadablePage(origin, str(error), place=place, remedy='An article needs at least "title" and "body".')
    except (TypeError, ValueError, AttributeError, KeyError, OverflowError) as error:
        return UnreadablePage(
            origin, f"a field has an unexpected type ({error})", place=place, remedy="See the fields in the README."
        )


def _page(record: dict[str, Any]) -> Page:
    url = _text(record, "url")
    return Page(
        title=_text(record, "title"),
        blocks=[Block(paragraphs=[part.strip() for part in _PARAGRAPH_BREAK.split(_text(record, "body"))])],
        id=_id(_text(record, "id")),
        url=url,
        publisher=_text(record, "publisher"),
        author=_text(record, "author"),
        language=_text(record, "language") or "en",
        checked_on=parse_date(_text(record, "date") or _text(record, "checked_on")),
        claim=_text(record, "claim") or None,
        verdict=_text(record, "verdict") or None,
        sources=[_source(entry, number) for number, entry in enumerate(_list(record, "sources"), start=1)],
        links=[(_text(link, "text"), _text(link, "url")) for link in _list(record, "inline_links")],
        dive_deeper=[storable(question) for question in _list(record, "dive_deeper") if isinstance(question, str)],
    )


def _text(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(f'"{key}" must be text, not {type(value).__name__}')
    return without_tokens(storable(value)).strip()


def _list(record: dict[str, Any], key: str) -> list[Any]:
    value = record.get(key) or []
    if not isinstance(value, list):
        raise TypeError(f'"{key}" must be a list, not {type(value).__name__}')
    return value


def _id(given: str) -> str:
    """The given id where it can stand in an address, else its slug."""
    return given if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,199}", given) else slug(given)


def _source(entry: Any, number: int) -> Source:
    if isinstance(entry, str):
        entry = {"url": entry} if entry.startswith("http") else {"text": entry}
    url = _text(entry, "url")
    return Source(
        number=int(entry.get("number") or number),
        title=_text(entry, "title") or _text(entry, "text"),
        publisher=_text(entry, "publisher") or publisher_of(url),
        url=url,
        date=_text(entry, "date") or None,
    )
