"""What a text is about, in words: content stems, names and numbers."""

import re
import threading
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"\d+(?:\(\w{1,3}\))+|\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*\d*")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
NAME = re.compile(r"(?:[A-Z][\w’'-]*\.?|[A-Z](?:\.[A-Z])+\.?)(?:\s+(?:of\s+|the\s+|de\s+|al-)?[A-Z][\w’'-]*)*")

_STOP_LINES = """
a about above actually after again against all also am an and any anyone anything are aren't as at be because been
before being below between both but by can can't could couldn't d did didn't do does doesn't doing don't down during
each even ever exactly few for from further get gets getting give given go goes going gone got had hadn't has hasn't
have haven't having he her here hers herself him himself his how however i i'm if in into is isn't it it's its itself
just know let like ll made make makes many may me might more most much must my myself no nor not now of off ok okay on
once one only or other our ours out over own please put re really s said same say saying says see she should so some
someone something still such take tell than that that's the their theirs them themselves then there these they thing
things this those though through to too true under until up upon us use used using ve very want was wasn't way we well
went were weren't what what's when where whether which while who who's whom whose why will with won't would wouldn't yes
yet you your yours
arent cant couldnt didnt doesnt dont hadnt hasnt havent hes hows im isnt ive shes shouldnt thats theyre theyve wasnt
werent whats wheres whos wont wouldnt youre youve
"""
STOP_WORDS = frozenset(_STOP_LINES.split())
_CONTRACTED = frozenset({"s", "d", "m", "t", "ll", "re", "ve"})

_stemmer = Stemmer.Stemmer("english")
_stemmer_lock = threading.Lock()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The Snowball stem of a lower-case word; the stemmer itself is not thread-safe, hence the lock."""
    with _stemmer_lock:
        return str(_stemmer.stemWord(word.replace("’", "'").removesuffix("'s")))


def words(text: str) -> list[str]:
    """Lower-case words and numbers in order; thousands separators are dropped (``1,000`` is ``1000``)."""
    return [word.lower().replace(",", "") if word[0].isdigit() else word.lower() for word in _WORD.findall(text)]


def is_content(word: str) -> bool:
    """Whether a lower-case word carries meaning of its own."""
    plain = word.replace("’", "'")
    base, _, ending = plain.partition("'")
    stopped = plain in STOP_WORDS or (base in STOP_WORDS and ending in _CONTRACTED)
    return not stopped and (len(plain) > 1 or plain.isdigit())


@lru_cache(maxsize=16_384)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the content words of ``text``."""
    return frozenset(stem(word) for word in words(text) if is_content(word))


def content_words(text: str) -> list[str]:
    """Content words in order, each once, as first written (case kept)."""
    seen: dict[str, str] = {}
    for word in _WORD.findall(text):
        if is_content(word.lower()):
            seen.setdefault(stem(word.lower().replace(",", "")), word)
    return list(seen.values())


def numbers(text: str) -> frozenset[str]:
    """Numbers of ``text`` without thousands separators: years, amounts, shares."""
    return frozenset(number.replace(",", "") for number in _NUMBER.findall(text))


def names(text: str) -> list[str]:
    """Capitalised runs in order, each once; a capital that only opens the sentence names nothing if it is a
    stop word.
    """
    found: dict[str, None] = {}
    for match in NAME.finditer(text):
        run = match.group().rstrip(".").split()
        while run and run[0].lower() in STOP_WORDS:
            run = run[1:]
        if run and any(is_content(word.lower()) for word in run):
            found.setdefault(" ".join(run).removesuffix("'s").removesuffix("’s"))
    return list(found)


def name_stems(text: str) -> frozenset[str]:
    """Stems of the words of :func:`names`."""
    return frozenset(stem(word) for name in names(text) for word in words(name) if is_content(word))


def coverage(wanted: frozenset[str], held: frozenset[str]) -> float:
    """Share of ``wanted`` that is in ``held``; 1 where nothing is wanted."""
    return len(wanted & held) / len(wanted) if wanted else 1.0
