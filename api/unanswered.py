"""Refused questions put together: what readers look for and the archive lacks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from api.question_log import Asked
from index.encoder import Encoder
from index.tokens import terms

# Cosine from which two questions are of one topic. Of the questions of the sample archive's gold, the default model
# puts 62 % of the pairs about one article together, and 0.7 % of the others, most of them about two checks of one
# thing; at 0.6 it is 35 % and 0.3 %.
_LIKENESS = 0.5
# Vectors kept: more than are shown at once.
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Questions with the same words in any form and order, each as it stands alone. ``question`` is the wording used
    most.
    """

    question: str
    n: int
    reasons: dict[str, int]
    last_asked: datetime


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions about one thing: ``wordings``, the one asked most first. ``question`` is that one's."""

    wordings: tuple[Unanswered, ...]

    @property
    def question(self) -> str:
        return self.wordings[0].question

    @property
    def n(self) -> int:
        return sum(group.n for group in self.wordings)

    @property
    def reasons(self) -> dict[str, int]:
        """How often by reason of the refusal, the most frequent first."""
        counts: Counter[str] = Counter()
        for group in self.wordings:
            counts.update(group.reasons)
        return dict(counts.most_common())

    @property
    def last_asked(self) -> datetime:
        return max(group.last_asked for group in self.wordings)


def grouped(refused: Iterable[Asked], limit: int) -> list[Unanswered]:
    """The ``limit`` groups asked most, the latest first among equals."""
    groups: dict[frozenset[str], list[Asked]] = {}
    for asked in refused:
        question = asked.standalone
        groups.setdefault(frozenset(terms(question)) or frozenset([question]), []).append(asked)
    found = [_group(members) for members in groups.values()]
    return sorted(found, key=lambda group: (-group.n, -group.last_asked.timestamp()))[:limit]


class Topics:
    """Puts groups of questions together by meaning. Thread-safe."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vector = lru_cache(_REMEMBERED)(encoder.encode_query)

    def of(self, groups: Sequence[Unanswered]) -> list[Topic]:
        """The topics of ``groups``, the one asked about most first.

        Each group joins the topic whose first group it is most like, and begins one of its own where it is like none:
        so no chain of likenesses makes one topic of everything.
        """
        leaders: list[NDArray[np.float32]] = []
        members: list[list[Unanswered]] = []
        for group in groups:
            vector = self._vector(group.question)
            likeness = [float(vector @ leader) for leader in leaders]
            best = int(np.argmax(likeness)) if likeness else -1
            if best >= 0 and likeness[best] >= _LIKENESS:
                members[best].append(group)
            else:
                leaders.append(vector)
                members.append([group])
        topics = [Topic(tuple(wordings)) for wordings in members]
        return sorted(topics, key=lambda topic: (-topic.n, -topic.last_asked.timestamp()))


def _group(members: list[Asked]) -> Unanswered:
    wordings = Counter(asked.standalone for asked in members)
    return Unanswered(
        question=wordings.most_common(1)[0][0],
        n=len(members),
        reasons=dict(Counter(asked.outcome for asked in members).most_common()),
        last_asked=max(asked.asked_at for asked in members),
    )
