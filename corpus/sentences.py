"""Sentence spans of running text."""

import re
from collections.abc import Iterator

# Words whose full stop never ends a sentence: a name or a number follows.
_TITLES = frozenset(
    "dr mr mrs ms prof sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj pres hon rev fr st mt vs v "
    "cf".split()
)
# Words whose full stop stands before a number, or ends a sentence.
_BEFORE_NUMBERS = frozenset("no nos fig vol art sec ch para approx p pp".split())
# Words whose full stop may end a sentence: the next word decides.
_MAYBE = frozenset(
    "ft dept est "
    "u.s u.k u.n e.u d.c n.y u.s.a p.m a.m inc corp co ltd jr sr bros ph.d m.d b.a j.d al etc e.g i.e d r jan "
    "feb mar apr jun jul aug sept sep oct nov dec ave blvd rd ariz calif colo conn del fla ga ill ind kan ky la "
    "md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.h n.j n.m n.c n.d s.c s.d "
    "r.i w.va".split()
)
_STARTERS = frozenset(
    "the a an this that these those it its he she they we you i his her their our there here in on at for from "
    "by with as but and or so yet however if when while after before although because since though what who why "
    "how where is are was were did does do has have had according both some many most several all no not once "
    "under even".split()
)
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|\Z)|(?<=[a-z\d][a-z%)])[.!?](?=[A-Z“\"][a-z’'])|\n+")
_HAS_WORD = re.compile(r"\w")
_WORD_BEFORE = re.compile(r"[\w.’'-]*\Z")
_INITIALS = re.compile(r"(?:[a-z]\.)*[a-hj-z]")
_NEXT = re.compile(r"[\s\"'“‘(\[*•–—-]*(\S+)")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of ``text``, in order, without white space at their ends.

    A line break always ends a sentence; marks without a word ("...") belong to the one beside them. Time is linear
    in the length of ``text``.
    """
    pending: tuple[int, int] | None = None
    for start, end in _pieces(text):
        joins = pending is not None and "\n" not in text[pending[1] : start]
        if pending and joins and not (_HAS_WORD.search(text, start, end) and _HAS_WORD.search(text, *pending)):
            pending = pending[0], end
            continue
        if pending:
            yield pending
        pending = start, end
    if pending:
        yield pending


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        if not text[found.start()].isspace() and not _ends(text, start, found):
            continue
        if span := _trimmed(text, start, found.end()):
            yield span
        start = found.end()
    if span := _trimmed(text, start, len(text)):
        yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    mark = found.group()
    window = text[max(start, found.start() - 40) : found.start()]
    before = _WORD_BEFORE.search(window)
    word = before.group().lower().strip("'’") if before else ""
    following = _NEXT.match(text, found.end(), found.end() + 80)
    after = following.group(1) if following else ""
    glued = found.end() < len(text) and not text[found.end()].isspace()
    if glued:
        token = _token(text, found.start())
        return "/" not in token and "@" not in token and "www" not in token
    if not after:
        return True
    if mark[0] in "!?" or mark.startswith(("..", "…")):
        return not after[0].islower()
    if len(mark) > 1 and not word:
        return not after[0].islower()
    if mark == ".":
        if word in _TITLES or (word in _BEFORE_NUMBERS and after.lstrip("$€£#")[:1].isdigit()):
            return False
        if word in _MAYBE or _INITIALS.fullmatch(word):
            return after.lower().strip(",'’\"”") in _STARTERS and after[0].isupper()
    return not after[0].islower()


def _token(text: str, at: int) -> str:
    begin = max(text.rfind(" ", max(0, at - 60), at), text.rfind("\n", max(0, at - 60), at)) + 1
    end = text.find(" ", at, at + 60)
    return text[begin : end if end > 0 else at + 60]
