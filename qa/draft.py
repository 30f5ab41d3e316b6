"""An answer in the making: which sentences stand in it, and which rule put them there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import Article
from qa.ranking import Evidence, ScoredSentence


@dataclass(frozen=True, slots=True)
class Pick:
    """Sentence ``n`` of an article. ``of`` is the sentence it accompanies; picks that accompany none stand on their
    own.
    """

    article_id: str
    n: int
    rule: str
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule did to the draft, for staff."""

    rule: str
    action: str
    article_id: str
    n: int


@dataclass(frozen=True, slots=True)
class Draft:
    """Immutable: each rule takes a draft and returns the next one."""

    evidence: Evidence
    articles: dict[str, Article]
    max_quotes: int
    picks: tuple[Pick, ...] = ()
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(cls, evidence: Evidence, max_quotes: int) -> "Draft":
        """An empty draft over the evidence's articles."""
        return cls(evidence, {c.article.id: c.article for c in evidence.candidates}, max_quotes)

    def holds(self, article_id: str, n: int) -> bool:
        return any(pick.n == n and pick.article_id == article_id for pick in self.picks)

    def add(self, article_id: str, n: int, rule: str, *, of: int | None = None) -> "Draft":
        """With sentence ``n``, unless it already stands in the draft."""
        if self.holds(article_id, n):
            return self
        return replace(
            self,
            picks=(*self.picks, Pick(article_id, n, rule, of)),
            changes=(*self.changes, Change(rule, "added", article_id, n)),
        )

    def drop(self, article_id: str, n: int, rule: str) -> "Draft":
        """Without sentence ``n`` and without what only accompanies it."""
        gone = {n}
        while True:
            more = {p.n for p in self.picks if p.article_id == article_id and p.of in gone} - gone
            if not more:
                break
            gone |= more
        changes = tuple(Change(rule, "dropped", article_id, k) for k in sorted(gone) if self.holds(article_id, k))
        kept = tuple(p for p in self.picks if p.article_id != article_id or p.n not in gone)
        return replace(self, picks=kept, changes=(*self.changes, *changes))

    def by_article(self) -> Iterator[tuple[Article, tuple[Pick, ...]]]:
        """Articles in the order of their first pick, each with its picks."""
        for article_id in dict.fromkeys(pick.article_id for pick in self.picks):
            yield self.articles[article_id], tuple(p for p in self.picks if p.article_id == article_id)

    def scored(self, article_id: str) -> list[ScoredSentence]:
        """The article's scored sentences, best first."""
        return [sentence for sentence in self.evidence.sentences if sentence.article_id == article_id]
