"""Refused questions that ask the same, put together: what readers look for and the archive lacks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from api.question_log import Asked
from index.tokens import terms


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Questions with the same words in any form and order. ``question`` is the wording used most."""

    question: str
    n: int
    reasons: dict[str, int]
    last_asked: datetime


def grouped(refused: Iterable[Asked], limit: int) -> list[Unanswered]:
    """The ``limit`` groups asked most, the latest first among equals."""
    groups: dict[frozenset[str], list[Asked]] = {}
    for asked in refused:
        groups.setdefault(frozenset(terms(asked.question)) or frozenset([asked.question]), []).append(asked)
    found = [_group(members) for members in groups.values()]
    return sorted(found, key=lambda group: (-group.n, -group.last_asked.timestamp()))[:limit]


def _group(members: list[Asked]) -> Unanswered:
    wordings = Counter(asked.question for asked in members)
    return Unanswered(
        question=wordings.most_common(1)[0][0],
        n=len(members),
        reasons=dict(Counter(asked.outcome for asked in members).most_common()),
        last_asked=max(asked.asked_at for asked in members),
    )
