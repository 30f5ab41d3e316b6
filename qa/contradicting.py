"""Questions about somebody else, made of answerable ones: they teach the confidence that another name asks another
thing.

Near misses that people write ask for another thing of the same people; hardly one has the wrong person. Without these,
a confidence answers half of the questions in which a name was exchanged.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.observing import LabelledQuestion
from qa.terms import content_stems, names

# Of three questions with a name one is taken: enough to teach, and too few to outweigh what people asked.
_EVERY = 3
_FULL_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")


def contradicted(labelled: Sequence[LabelledQuestion]) -> list[LabelledQuestion]:
    """A copy of every third answerable question that names somebody, with a full name from a question about another
    article in that name's place. Deterministic.
    """
    known = [
        (name, item.group) for item in labelled for name in names(item.question.text) if _FULL_NAME.fullmatch(name)
    ]
    found = []
    named = (item for item in labelled if item.answerable and not item.question.history and _inner_names(item))
    for n, item in enumerate(named):
        other = _other(known, item, start=n) if n % _EVERY == 0 else None
        if other is not None:
            text = item.question.text.replace(_inner_names(item)[-1], other)
            question = replace(item.question, text=text)
            found.append(LabelledQuestion(question, False, lambda groups: False, item.group, made=True))
    return found


def _inner_names(item: LabelledQuestion) -> list[str]:
    """Names that do not open the question: a capital there may be no name's."""
    return [name for name in names(item.question.text) if not item.question.text.startswith(name)]


def _other(known: Sequence[tuple[str, str]], item: LabelledQuestion, *, start: int) -> str | None:
    """The next name behind place ``start`` that comes from another group and shares no word with the question."""
    asked = content_stems(item.question.text)
    ahead = [*known[start % len(known) :], *known[: start % len(known)]] if known else []
    return next((name for name, group in ahead if group != item.group and not content_stems(name) & asked), None)
