"""Whatever the input: an article that can be stored, or an error that names the place; and in linear time."""

# ruff: noqa: E501

import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.codec import from_json, to_json
from corpus.errors import UnreadablePage
from corpus.files import InputFile
from corpus.readers.html_page import read_html_page
from corpus.readers.json_lines import read_json_lines
from corpus.readers.site_page import read_site_page
from corpus.reading import read_bytes, read_file
from corpus.sniffing import SNIFFED_BYTES, format_of

MB = 1_000_000
# Seconds of processor time for 1 MB: 2 on a machine that does nothing else, twice that on one that does.
LIMIT_S = 4.0

fields = "id title claim verdict date author url publisher body sources inline_links dive_deeper language".split()
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["url", "text", "number"]), inner),
    max_leaves=6,
)
tags = st.sampled_from(
    "p b sup a ol ul li h1 h2 table tr td br div article main script strong section span time".split()
)
soup = st.lists(
    st.builds("<{}>".format, tags)
    | st.builds("</{}>".format, tags)
    | st.sampled_from(
        [
            '<a href="#source-3">[3]</a>', '<a href="https://x.example/a">[1, 2]</a>', '<a href="http://[bad">x</a>', "<sup>2</sup>",
            "<h2>Sources</h2>", "Want to dive deeper?", "Checked on March 3, 2024", "\ue000", "&#xD800;", "<!--", "]]>", "\x00", '<link rel="canonical" href="http://[bad">',
            '<script type="application/ld+json">{"@type": ["ClaimReview", 3], "reviewRating": [1]}</script>',
            '<div itemscope itemtype="https://schema.org/ClaimReview"><b itemprop="reviewRating" itemscope>x</b></div>',
        ]
    )
    | st.text(max_size=20),
    max_size=40,
).map("".join)  # fmt: skip


def check(found: Iterator[Article | UnreadablePage]) -> None:
    """Everything found is an error, or an article that survives storing."""
    with suppress(UnreadablePage):
        for thing in found:
            if isinstance(thing, UnreadablePage):
                assert thing.origin == "fuzz"
                continue
            to_json(thing).encode()
            assert from_json(to_json(thing)) == thing
            assert "\ue000" not in thing.text
            assert "\x00" not in thing.text


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(fields), values))
@example({"title": "A title", "body": "Half a pair \ud800 and\x00 a NUL.", "sources": [{"number": "x"}]})
@example({"title": "A title", "body": "Text.", "id": "x" * 5000, "url": "http://[bad"})
@example({"title": "A title", "body": "Text.", "sources": [{"number": -1}], "inline_links": [3]})
def test_any_record(record: dict[str, object]) -> None:
    check(read_json_lines([json.dumps(record)], "fuzz"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
@example("[" * 100_000)
@example('{"a":' * 100_000)
def test_any_line(line: str) -> None:
    check(read_json_lines([line], "fuzz"))


@settings(max_examples=150, deadline=None)
@given(soup)
def test_any_tag_soup(page: str) -> None:
    check(read_html_page("<html><body><h1>A title</h1><p>A first sentence.</p>" + page, "fuzz"))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
@example(b"<html>")
@example(b"<html><meta charset=utf-7>\xff\xfe")
@example(b"<html><meta charset=rot13>\xff")
@example(b"\xef\xbb\xbfTitle\n\nText.")
@example(b"---\na: &a [*a]\n---\nTitle\n\nText.")
@example(b"---\n? [a]\n: b\n---\nTitle\n\nText.")
@example(b"---\n- a\n---\nTitle\n\nText.")
@example(b"---\ndate: 2024-13-45\n---\nTitle\n\nText.")
def test_any_bytes(content: bytes) -> None:
    check(read_bytes(content, "fuzz", url="https://x.example/page"))


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["x.gz", "x.zip", "x.html", "x.txt"]))
def test_any_file(tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str) -> None:
    file: Path = tmp_path_factory.mktemp("fuzz") / name
    file.write_bytes((b"PK\x03\x04" if name.endswith("zip") else b"") + content)
    check(read_file(InputFile(file, "fuzz")))


def text_page(text: str) -> Iterator[Article | UnreadablePage]:
    return read_site_page("Is it so?\n\n" + text, "fuzz")


def record_line(text: str) -> Iterator[Article | UnreadablePage]:
    return read_json_lines([json.dumps({"title": "Is it so in the end?", "body": text})], "fuzz")


def html_page(text: str) -> Iterator[Article | UnreadablePage]:
    return read_html_page("<html><body><h1>Is it so?</h1>" + text, "fuzz")


@pytest.mark.parametrize(
    ("reader", "unit"),
    [
        (text_page, unit)
        for unit in (
            "[1] ", "[[1]](", "[a](", "**", "*a ", "([1]", "\n\n.", "-\n", "a\n\n", "[^1]: a\n", "Sources\n1. a — b — http://c\n",
            "Keep x independent\n", "<sup>3</sup> ", '<a href="', "A b. ", "a post claims that ",
        )
    ]
    + [(record_line, unit) for unit in ("[1, 2, 3, ", "\n\n.", "... ", "A b. ", "é", '"')]
    + [
        (html_page, unit)
        for unit in (
            "<p>a", "<div>", "<sup>1</sup>", "<a href='/x'>[1]</a> ", "<h2>Sources</h2><p>x</p>", "<time>Checked on </time>",
            "<section><h3>Sources</h3></section>", "<script type='application/ld+json'>{</script>", "<", "<!--",
            "<p>A sentence of some length that says very little about the bridge. </p>",
        )
    ],
)  # fmt: skip
def test_one_megabyte_of_anything_is_read_in_time(
    reader: Callable[[str], Iterator[Article | UnreadablePage]], unit: str
) -> None:
    content = unit * (MB // len(unit))
    began = time.process_time()
    assert len(list(reader(content))) == 1
    assert time.process_time() - began < LIMIT_S


@pytest.mark.parametrize("unit", [b"<!---->", b"<!--", b"<!-- -->\n", b"-->", b" ", b"[", b"[ {", b"<?xml"])
def test_the_format_of_anything_is_told_in_time(unit: bytes) -> None:
    head = (unit * SNIFFED_BYTES)[: SNIFFED_BYTES - 1] + b"x"
    began = time.process_time()
    format_of(head)
    assert time.process_time() - began < LIMIT_S / 10


NESTED = ["---", "a: &a [x, x, x, x, x, x, x, x, x]"]
NESTED += [f"{b}: &{b} [" + ", ".join([f"*{a}"] * 9) + "]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
NESTED += ["title: *i", "sources: [*i, {title: *i}]", "---", "Is it so?", "", "It is."]


# What repeats between other text, where a search from each place would go on to the end in vain.
@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("a", ".", "x"), ("A post ", "“a ", ""), ("# a", " ", "b"), ("<sup>", " ", "x"), ("([1]", " ", "x"),
        ("[1", " ", "-2] x"), ("\n".join(NESTED), " ", "x"),
    ],
)  # fmt: skip
def test_a_long_run_is_read_in_time(before: str, unit: str, after: str) -> None:
    content = before + unit * (MB // 10 // len(unit)) + after
    began = time.process_time()
    assert len(list(read_site_page(content if before.startswith("---") else "Is it so?\n\n" + content, "fuzz"))) == 1
    assert time.process_time() - began < LIMIT_S / 4
