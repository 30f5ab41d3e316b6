"""An article as an editor looks at it: what the checks find, and how it came to be what it is."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import HTTPException, Query
from fastapi.responses import Response

from api.routes.archive import MAX_QUERY
from api.routes.staff_pages.access import VisitorDep, staff_pages
from api.state import State, StateDep
from corpus import Article
from corpus.codec import content_hash
from corpus.lint import Finding, lint_article

_LISTED = 20

router = staff_pages()


@dataclass(frozen=True, slots=True)
class Linted:
    """An article with its findings, errors first."""

    article: Article
    findings: list[Finding]

    @classmethod
    def of(cls, article: Article) -> "Linted":
        return cls(article, lint_article(article))

    def place(self, finding: Finding) -> tuple[int, int] | None:
        """Offsets of the sentence that the finding is about, if it is about one."""
        if finding.start is None:
            return None
        holding = (s for s in self.article.sentences if s.start <= finding.start < s.end)
        return next(((s.start, s.end) for s in holding), None)


@router.get("/articles")
async def articles(
    visitor: VisitorDep, state: StateDep, q: Annotated[str, Query(max_length=MAX_QUERY)] = ""
) -> Response:
    query = " ".join(q.split())
    found = await (_found(state, query) if query else _latest(state))
    return visitor.show("articles.html", query=query, articles=found)


@router.get("/articles/{article_id}")
async def article(visitor: VisitorDep, state: StateDep, article_id: str) -> Response:
    store = state.services.store
    stored = await state.short.run(lambda: store.get(article_id))
    revisions = await state.short.run(lambda: store.revisions(article_id))
    if not revisions:
        raise HTTPException(404, f"The archive never held an article {article_id!r}.")
    served = (await state.serving()).engine.article(article_id) if state.services.ready else None
    return visitor.show(
        "article.html",
        article_id=article_id,
        linted=Linted.of(stored) if stored else None,
        revisions=revisions[::-1],
        served=served is not None,
        current=served is not None and stored is not None and content_hash(served) == content_hash(stored),
    )


async def _found(state: State, query: str) -> list[Linted]:
    """The stored article with that id, and what the search box finds."""
    serving = await state.serving()
    result = await state.models.run(lambda: serving.engine.search(query, limit=_LISTED))

    def linted() -> list[Linted]:
        named = state.services.store.get(query)
        others = (hit.article for hit in result.articles if named is None or hit.article.id != named.id)
        return [Linted.of(one) for one in ([named] if named else []) + list(others)]

    return await state.short.run(linted)


async def _latest(state: State) -> list[Linted]:
    """The stored articles that were checked last."""
    store = state.services.store

    def linted() -> list[Linted]:
        kept = (store.get(article_id) for article_id in store.latest(_LISTED))
        return [Linted.of(article) for article in kept if article is not None]

    return await state.short.run(linted)
