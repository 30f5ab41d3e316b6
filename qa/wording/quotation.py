"""Quotations that go on over several sentences: where one stands open, and which sentences are nothing else."""

import re
from collections.abc import Mapping, Sequence

from corpus import Article
from qa.wording.per_article import once_an_article

Span = tuple[int, int]

_MARK = re.compile(r"[\"“”]")
_WORD = re.compile(r"\w")
_CLOSED = re.compile(r"[\"“][^\"“”]*[\"”]")
_AFTER_CLOSING = frozenset(".,;:!?)]—–-")
_BEFORE_OPENING = frozenset("([—–-")
_OPENING = re.compile(r"[\s•*–—-]*[\"“]")


@once_an_article
def opened(article: Article) -> Mapping[int, int]:
    """:func:`opened_in` of an article."""
    return opened_in(article.text, spans_of(article))


def spans_of(article: Article) -> tuple[Span, ...]:
    """Start and end of each sentence."""
    return tuple((s.start, s.end) for s in article.sentences)


def opened_in(text: str, sentences: Sequence[Span]) -> dict[int, int]:
    """For each sentence that begins inside a quotation, the sentence in which that quotation was opened.

    A new paragraph ends a quotation unless it opens with a mark again, as running quotations do. Where a mark is
    missing the quotation reaches no further than the sentence it was opened in.
    """
    found: dict[int, int] = {}
    opener: int | None = None
    for n, (start, end) in enumerate(sentences):
        new_paragraph = bool(n) and "\n\n" in text[sentences[n - 1][1] : start]
        if opener is not None and new_paragraph and not opens_quoted(text[start:end]):
            _forget(found, opener)
            opener = None
        continued = opener is not None and new_paragraph
        if opener is not None:
            found[n] = opener
        word = _WORD.search(text, start, end)
        for mark in _MARK.finditer(text, start, end):
            at = mark.start()
            if continued and at == start:
                continue
            opens = _opens(text, at, is_open=opener is not None)
            if opens is None:
                continue
            if opens:
                if opener is not None and opener != n:
                    _forget(found, opener)
                opener = n
            else:
                opener = None
                if word is None or word.start() > at:
                    found.pop(n, None)
    if opener is not None:
        _forget(found, opener)
    return found


def opens_quoted(sentence: str) -> bool:
    """Whether a sentence begins with a quotation mark, a bullet before it aside."""
    return _OPENING.match(sentence) is not None


def is_bare(sentence: str) -> bool:
    """Whether a sentence that opens with a quotation mark has no word outside its quotation, so names no speaker."""
    if not opens_quoted(sentence):
        return False
    outside = _CLOSED.sub(" ", sentence)
    unclosed = max(outside.find('"'), outside.find("“"))
    return _WORD.search(outside if unclosed < 0 else outside[:unclosed]) is None


def _forget(found: dict[int, int], opener: int) -> None:
    for n in [n for n, k in found.items() if k == opener]:
        del found[n]


def _opens(text: str, at: int, *, is_open: bool) -> bool | None:
    """Whether the mark at ``at`` opens a quotation or closes one; ``None`` for inches."""
    if text[at] != '"':
        return text[at] == "“"
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if not is_open and before.isdigit():
        return None
    if (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and after not in _AFTER_CLOSING:
        return True
    if not before.isspace() and (after.isspace() or after in _AFTER_CLOSING):
        return False
    return not is_open
