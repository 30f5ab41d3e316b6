"""Groups to train on: passages that answer a question, and those that retrieval would show beside them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from index import Passage, SearchEngine
from qa.selector.encoding import PassageEncoder
from qa.selector.questions import TrainingQuestion
from qa.selector.training import Group, Row

# How deep retrieval is looked at for negatives, and how many of its first ones are twice as likely to be drawn.
_DEPTH = 16
_LIKELY = 5


@dataclass(slots=True)
class QuestionGroups:
    """Draws an epoch's groups. Per question: the passages with its answer that retrieval ranks best, ``n_retrieved``
    others that retrieval brings and ``n_own`` others of its own article. A near miss has negatives alone.
    """

    engine: SearchEngine
    encoder: PassageEncoder
    questions: Sequence[TrainingQuestion]
    n_retrieved: int = 2
    n_own: int = 1
    _rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    _retrieved: dict[str, list[Passage]] = field(default_factory=dict)

    def __call__(self, rng: random.Random) -> list[Group]:
        groups = [self._group(question, rng) for question in self.questions]
        return [group for group in groups if group]

    def _group(self, question: TrainingQuestion, rng: random.Random) -> Group:
        own = self.engine.passages_of(question.article_id)
        retrieved = self._retrieve(question)
        ranks = {passage.id: rank for rank, passage in enumerate(retrieved)}
        answering = [passage for passage in own if self._row(question, passage).answers]
        answering.sort(key=lambda passage: ranks.get(passage.id, _DEPTH))
        if not answering and not question.near_miss:
            return ()
        chosen = answering[:1] if rng.random() < 0.7 else rng.sample(answering, min(1, len(answering)))
        others = [passage for passage in answering if passage not in chosen]
        if others and rng.random() < 0.5:
            chosen.append(rng.choice(others))
        known = {passage.id for passage in answering}
        wanted = self.n_retrieved + question.near_miss
        chosen += _draw([passage for passage in retrieved if passage.id not in known], wanted, rng)
        known |= {passage.id for passage in chosen}
        rest = [passage for passage in own if passage.id not in known]
        chosen += rng.sample(rest, min(self.n_own, len(rest)))
        return tuple(self._row(question, passage) for passage in chosen)

    def _retrieve(self, question: TrainingQuestion) -> list[Passage]:
        if question.id not in self._retrieved:
            hits = self.engine.retrieve(question.text, limit=_DEPTH).hits
            self._retrieved[question.id] = [hit.passage for hit in hits]
        return self._retrieved[question.id]

    def _row(self, question: TrainingQuestion, passage: Passage) -> Row:
        key = (question.id, passage.id)
        if key not in self._rows:
            article = self.engine.article(passage.article_id)
            if article is None:
                raise LookupError(f"the index has a passage {passage.id} of no article")
            numbers = range(passage.first, passage.last + 1)
            sentences = [" ".join(article.sentence_text(n).split()) for n in numbers]
            windows = self.encoder.windows(question.text, article.title, passage.heading, sentences)
            own = passage.article_id == question.article_id
            gold = iter([own and n in question.answers for n in numbers])
            rows = [Row(window, tuple(next(gold) for _ in window.spans)) for window in windows]
            # A passage longer than a window is stood for by the part with the answer.
            self._rows[key] = next((row for row in rows if row.answers), rows[0])
        return self._rows[key]


def _draw(passages: Sequence[Passage], n: int, rng: random.Random) -> list[Passage]:
    """``n`` different ones, the first few twice as likely as the others."""
    urn = [*passages[:_LIKELY], *passages]
    drawn: list[Passage] = []
    while urn and len(drawn) < n:
        passage = rng.choice(urn)
        urn = [other for other in urn if other is not passage]
        drawn.append(passage)
    return drawn
