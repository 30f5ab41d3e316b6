"""Words as the lexical index knows them: case and accents folded, stemmed, numbers and section names kept.

``287(g)``, ``COVID-19``, ``$1.5``, ``1,000``, ``No. 10`` and ``U.S.`` become terms that are found however they are
typed (``287g``, ``covid 19``, ``1000``, ``#10``, ``US``).
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

_WORD = r"[^\W_][\w\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
      (?:[Nn]o\.\s?|\#)\d+(?!\w)                     # No. 10, #10
    | \d+(?:\([A-Za-z0-9]{{1,3}}\))+                 # 287(g), 501(c)(3)
    | \d+(?:[.,]\d+)*(?:%|(?!\w))                    # 1,000  1.5  40%
    | (?:[A-Za-z]\.){{2,}}[A-Za-z]?                  # U.S.
    | {_WORD}(?:['’‘.-]{_WORD})*                     # COVID-19, don't, example.com
    """,
    re.VERBOSE,
)
_BREAKS = re.compile(r"[-.]")
_POSSESSIVE = re.compile(r"['’‘]s?$|s['’‘]$")

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a about above after again against all also am an and any are as at be because been before being below between
        both but by can could did do does doing down during each few for from further had has have having he her here
        hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other
        our ours out over own same she should so some such than that the their theirs them then there these they this
        those through to too under until up us very was we were what when where which while who whom why will with
        would you your yours
        """,
    )
)

_local = threading.local()


def _stem(word: str) -> str:
    # A Snowball stemmer keeps state between calls, so each thread has its own.
    stemmer: Stemmer.Stemmer | None = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = Stemmer.Stemmer("english")
    return str(stemmer.stemWord(word))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case, without accents: ``São`` and ``sao`` are one word."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word).replace("’", "'").replace("‘", "'")
    return "".join(c for c in decomposed.casefold() if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 18)
def terms_of(token: str) -> tuple[str, ...]:
    """Terms of one token as :func:`tokens` yields it; empty for a stop word."""
    if token == "US":
        return ("u.s.",)
    word = fold(token)
    if word[0] == "#" or (word.startswith("no.") and word[-1].isdigit()):
        number = word.lstrip("#no. ")
        return (f"no.{number}", number)
    if word[0].isdigit():
        return _number_terms(word)
    if re.fullmatch(r"(?:[a-z]\.){2,}[a-z]?", word):
        return (word.rstrip(".") + ".",)
    parts = [part for part in _BREAKS.split(word) if part]
    found = [_stem(_POSSESSIVE.sub("", part)) for part in parts if part not in STOP_WORDS]
    if len(parts) > 1 and (any(c.isdigit() for c in word) or len(parts[0]) == 1):
        found.append(_stem("".join(parts)))
    return tuple(found)


def _number_terms(word: str) -> tuple[str, ...]:
    if "(" in word:
        return (re.sub(r"[()]", "", word), word.split("(")[0])
    if word.endswith("%"):
        return (word[:-1].replace(",", ""), _stem("percent"))
    if "-" in word:
        parts = word.split("-")
        return (*(_stem(part) for part in parts if part), "".join(parts))
    # A comma between digits groups thousands; in anything else the token holds none.
    return (word.replace(",", ""),)


def tokens(text: str) -> list[str]:
    """Words, numbers and names of ``text`` as they stand there, in order."""
    return _TOKEN.findall(text)


def terms(text: str) -> list[str]:
    """Terms of ``text`` in order, stop words left out."""
    return [term for token in _TOKEN.findall(text) for term in terms_of(token)]


def spans(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """``(start, end, terms)`` of every token, stop words included (without terms); offsets are code points."""
    for match in _TOKEN.finditer(text):
        yield match.start(), match.end(), terms_of(match.group())


def words(text: str) -> Iterator[str]:
    """Folded words of letters only, the parts of compounds one by one: what spelling is checked against."""
    for token in _TOKEN.findall(text):
        yield from _letters_of(token)


@lru_cache(maxsize=1 << 18)
def _letters_of(token: str) -> tuple[str, ...]:
    parts = (_POSSESSIVE.sub("", part) for part in _BREAKS.split(fold(token)))
    return tuple(part for part in parts if part.isalpha())
