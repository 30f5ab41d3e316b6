"""Sentence spans of running text."""

import re
from collections.abc import Iterator

# Words whose full stop never ends a sentence: a name or a number follows.
_TITLES = frozenset(
    "dr drs mr mrs messrs ms prof sen sens rep reps asm gov govs amb atty det supt gen brig lt col sgt capt cmdr cpl "
    "pfc pvt spc adm maj pres hon rev fr st mt vs v cf".split()
)
# Words whose full stop stands before a number, or ends a sentence.
_BEFORE_NUMBERS = frozenset("no nos fig vol art sec ch para approx p pp amdt res prop stat".split())
# American states: as the next set, and an opening quotation mark behind them opens a sentence.
_STATES = frozenset(
    "ala ariz ark calif colo conn d.c del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.c n.d n.h "
    "n.j n.m n.y okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo".split()
)
# Words whose full stop may end a sentence: the next word decides.
_MAYBE = _STATES | frozenset(
    "ft dept govt est u.s u.k u.n e.u u.s.a p.m a.m inc corp co ltd jr sr bros ph.d m.d b.a j.d al etc e.g i.e d r jan "
    "feb mar apr jun jul aug sept sep oct nov dec ave blvd rd rt sec reg con".split()
)
_STARTERS = frozenset(
    "the a an this that these those it its he she they we you i his her their our there here in on at for from "
    "by with as but and or so yet however if when while after before although because since though what who why "
    "how where is are was were did does do has have had according both some many most several all no not once "
    "under even of to during over out now just rather also each other my despite instead moreover therefore".split()
)
_CLOSERS = r"”»)\]"
_END = re.compile(
    r"(?=[.!?…\n])(?:"
    rf"(?<![.!?…])[.!?…]++[\"’'{_CLOSERS}]*+(?:[^\S\n]++[{_CLOSERS}]++(?!\S)|(?!\S))"
    # Without white space behind it: "late.The"; "late.)So" and "2031.“Yes" need no small letter before the mark.
    r"|(?<=[a-z\d][a-z%)])[.!?](?=[A-Z][a-z’'])"
    rf"|(?<=[\w%)][\w%)])[.!?](?=[\"“({_CLOSERS}])[{_CLOSERS}]*+(?=[\"“(]{{0,2}}[A-Z][a-z’'\s])"
    r"|\n+)"
)
# Behind a sentence's end, where the line holds an odd number of straight marks so far: else it opens the next.
_CLOSING_QUOTE = re.compile(r"\"|[^\S\n]++\"(?!\S)")
_HAS_WORD = re.compile(r"\w")
_WORD_BEFORE = re.compile(r"(\(?)([\w.’'-]*)\Z")
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
    start = counted = 0
    in_quote = False
    for found in _END.finditer(text):
        end = found.end()
        is_line_break = text[found.start()] == "\n"
        in_quote = not is_line_break and in_quote ^ (text.count('"', counted, end) % 2 == 1)
        counted = end
        if not is_line_break and not _ends(text, start, found):
            continue
        if in_quote and (closing := _CLOSING_QUOTE.match(text, end)):
            end = closing.end()
        if span := _trimmed(text, start, end):
            yield span
        start = end
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
    bracket, word = before.groups() if before else ("", "")
    word = word.lower().strip("'’")
    glued = found.end() < len(text) and not text[found.end()].isspace()
    if glued:
        token = _token(text, found.start())
        if "/" in token or "@" in token or "www" in token:
            return False
    following = _NEXT.match(text, found.end(), found.end() + 80)
    if not following:
        return True
    after = following.group(1)
    if mark[0] in "!?" or mark.startswith(("..", "…")):
        return not after[0].islower()
    if mark == "." or (mark == ".)" and bracket):
        if word in _TITLES or after[0] == "§" or (word in _BEFORE_NUMBERS and after.lstrip("$€£#")[:1].isdigit()):
            return False
        if word in _STATES and after[0].isupper() and text[following.start(1) - 1] in '"“':
            return True
        if word in _MAYBE or _INITIALS.fullmatch(word):
            return after.lower().strip(",'’\"”") in _STARTERS and after[0].isupper()
    return not after[0].islower()


def _token(text: str, at: int) -> str:
    first = max(0, at - 200)
    begin = max(text.rfind(" ", first, at) + 1, text.rfind("\n", first, at) + 1, first)
    end = text.find(" ", at, at + 60)
    return text[begin : end if end > 0 else at + 60]
