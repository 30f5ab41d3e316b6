"""``GET /v1/articles/{id}``."""

from pydantic import BaseModel, Field

from corpus import Article, Source


class SourceOut(BaseModel):
    """An entry of the article's own source list; ``derived`` where the page printed no number."""

    number: int
    title: str
    publisher: str
    url: str
    date: str | None = None
    derived: bool = False

    @classmethod
    def of(cls, source: Source) -> "SourceOut":
        return cls(
            number=source.number, title=source.title, publisher=source.publisher, url=source.url, date=source.date,
            derived=source.derived,
        )  # fmt: skip


class SectionOut(BaseModel):
    heading: str
    role: str
    start: int
    end: int


class SentenceOut(BaseModel):
    """``citations`` are the numbers printed in the sentence itself."""

    start: int
    end: int
    citations: list[int]


class ArticleOut(BaseModel):
    """Offsets count Unicode code points of ``text``."""

    id: str
    title: str
    url: str
    publisher: str
    author: str
    language: str
    checked_on: str | None
    claim: str | None
    verdict: str | None
    text: str
    sections: list[SectionOut]
    sentences: list[SentenceOut]
    sources: list[SourceOut]
    dangling: list[int] = Field(description="Numbers cited in the text that no source stands for.")
    uncited: list[int] = Field(description="Sources that the text never cites.")
    dive_deeper: list[str]
    revision: int | None = Field(
        description="Number of the revision that is shown; null while the database can't be asked."
    )

    @classmethod
    def of(cls, article: Article, revision: int | None) -> "ArticleOut":
        return cls(
            id=article.id,
            title=article.title,
            url=article.url,
            publisher=article.publisher,
            author=article.author,
            language=article.language,
            checked_on=article.checked_on.isoformat() if article.checked_on else None,
            claim=article.claim,
            verdict=article.verdict,
            text=article.text,
            sections=[SectionOut(heading=s.heading, role=s.role, start=s.start, end=s.end) for s in article.sections],
            sentences=[
                SentenceOut(start=s.start, end=s.end, citations=list(article.citations_of(n)))
                for n, s in enumerate(article.sentences)
            ],
            sources=[SourceOut.of(source) for source in article.sources],
            dangling=list(article.dangling),
            uncited=list(article.uncited),
            dive_deeper=list(article.dive_deeper),
            revision=revision,
        )
