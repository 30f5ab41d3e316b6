"""``GET /v1/search`` and ``GET /v1/suggest``."""

from pydantic import BaseModel, Field

from api.schemas.ask import ArticleCard
from api.snippets import snippet
from index import ArticleHit, SearchResult


class PieceOut(BaseModel):
    """A stretch of the snippet, and whether it is a word of the query."""

    text: str
    match: bool


class RanksOut(BaseModel):
    """Place in each of the two rankings, from 1; absent where that ranking did not bring the passage."""

    dense: int | None
    bm25: int | None


class SearchHit(ArticleCard):
    passage_id: str
    section: str
    snippet: list[PieceOut]
    ranks: RanksOut

    @classmethod
    def of(cls, found: ArticleHit, query: str) -> "SearchHit":
        hit = found.hits[0]
        start = hit.passage.start
        focus = (hit.focus[0] - start, hit.focus[1] - start) if hit.focus else None
        pieces = snippet(hit.passage.text_in(found.article), query, focus=focus)
        return cls(
            **ArticleCard.fields(found.article),
            passage_id=hit.passage.id,
            section=hit.passage.heading,
            snippet=[PieceOut(text=piece.text, match=piece.match) for piece in pieces],
            ranks=RanksOut(dense=hit.dense_rank, bm25=hit.bm25_rank),
        )


class SearchOut(BaseModel):
    """One hit an article, best first. ``corrected`` is the query after spelling correction."""

    query: str
    corrected: str | None
    generation: str
    total: int
    hits: list[SearchHit]
    facets: dict[str, dict[str, int]] = Field(description="Counts by value over all matching articles.")
    took_ms: float

    @classmethod
    def of(cls, result: SearchResult, took_ms: float) -> "SearchOut":
        return cls(
            query=result.query,
            corrected=result.corrected,
            generation=result.generation,
            total=result.total,
            hits=[SearchHit.of(found, result.corrected or result.query) for found in result.articles],
            facets={field: dict(counts) for field, counts in result.facets.items()},
            took_ms=round(took_ms, 1),
        )


class SuggestOut(BaseModel):
    """Titles and questions of the archive that complete what was typed."""

    query: str
    suggestions: list[str]
