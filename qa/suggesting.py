"""Questions to ask next, each of them one that the archive can answer."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus import Article
from qa.terms import content_stems

MAX_SUGGESTIONS = 3
# Each check costs about a third of an answer the first time, so only the likeliest are looked at.
_MAX_CHECKS = 4
_REMEMBERED = 10_000
_SAME_QUESTION = 0.8


class Suggester:
    """Offers the dive-deeper questions of the quoted articles, then those of other near articles and titles that ask
    something.

    ``can_answer`` says whether a stand-alone question would be answered; what it said is remembered, so it must always
    say the same. Thread-safe.
    """

    def __init__(self, can_answer: Callable[[str], bool]) -> None:
        self._can_answer = can_answer
        self._known: OrderedDict[str, bool] = OrderedDict()
        self._lock = threading.Lock()

    def after(self, asked: Sequence[str], quoted: Sequence[Article], near: Sequence[Article]) -> tuple[str, ...]:
        """Up to three suggestions, none of them in ``asked`` (the conversation's questions, as typed and as
        interpreted).
        """
        seen = [content_stems(question) for question in asked]
        subject = frozenset().union(*(content_stems(article.title) for article in quoted))
        topic = subject.union(*seen)
        near = [article for article in near if topic & content_stems(article.title)]
        found: list[str] = []
        checks = 0
        for question in _candidates(quoted, near):
            stems = content_stems(question)
            if any(_same(stems, other, subject) for other in seen):
                continue
            seen.append(stems)
            if self._answered(question):
                found.append(question)
            checks += 1
            if checks == _MAX_CHECKS or len(found) == MAX_SUGGESTIONS:
                break
        return tuple(found)

    def _answered(self, question: str) -> bool:
        with self._lock:
            known = self._known.get(question)
        if known is None:
            known = self._can_answer(question)
            with self._lock:
                self._known[question] = known
                while len(self._known) > _REMEMBERED:
                    self._known.popitem(last=False)
        return known


def _candidates(quoted: Iterable[Article], near: Iterable[Article]) -> Iterator[str]:
    quoted = list(quoted)
    ids = {article.id for article in quoted}
    others = [article for article in near if article.id not in ids]
    for article in [*quoted, *others]:
        yield from article.dive_deeper
    for article in others:
        if article.title.rstrip().endswith("?"):
            yield article.title


def _same(question: frozenset[str], asked: frozenset[str], subject: frozenset[str]) -> bool:
    """Whether a question has nearly the words of one that was asked, or, but for the subject, all of its words and at
    most one more: "how tall was he?" asked "How tall was Napoleon in centimeters?".
    """
    if _overlap(question, asked) >= _SAME_QUESTION:
        return True
    told, telling = asked - subject, question - subject
    return bool(told) and told <= telling and len(telling - told) <= 1


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0
