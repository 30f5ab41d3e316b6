"""Articles from the newsroom's publishing system: stored at once, answered from after the next build."""

import json
from typing import Annotated, Any, Literal

from fastapi import HTTPException, Path
from pydantic import BaseModel, ConfigDict, Field

from api.problems import described
from api.routes.staff.access import staff_router
from api.state import StateDep
from corpus import Article, UnreadablePage
from corpus.readers.json_lines import read_json_lines

router = staff_router()

Id = Annotated[
    str,
    Path(
        max_length=200,
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]*$",
        examples=["can-you-see-the-great-wall-of-china-from-the-moon"],
    ),
]


class SourceIn(BaseModel):
    """An entry of the article's own source list."""

    model_config = ConfigDict(extra="ignore")

    number: int = Field(ge=1, le=100_000)
    title: str = Field(default="", max_length=2000)
    publisher: str = Field(default="", max_length=500)
    url: str = Field(default="", max_length=4000)
    date: str | None = Field(default=None, max_length=100)


class ArticleIn(BaseModel):
    """An article as a line of a JSON lines file has it. Fields that Footnote does not know are left aside."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={
            "examples": [
                {
                    "title": "Is the Elm Falls bridge open?",
                    "body": "The bridge was closed in May [1].\n\nIt opened again in June [2].",
                    "url": "https://news.example/checks/elm-falls-bridge",
                    "publisher": "Example News",
                    "checked_on": "2025-10-18",
                    "verdict": "Partly true",
                    "sources": [
                        {"number": 1, "title": "Notice of closure", "url": "https://roads.example/closure"},
                        {"number": 2, "title": "Notice of opening", "url": "https://roads.example/opening"},
                    ],
                }
            ]
        },
    )

    title: str = Field(min_length=1, max_length=2000)
    body: str = Field(
        min_length=1, pattern=r"\S", description='Paragraphs separated by blank lines; citations as in "[1]".'
    )
    url: str = Field(default="", max_length=4000)
    publisher: str = Field(default="", max_length=500)
    author: str = Field(default="", max_length=500)
    language: str = Field(default="en", max_length=35)
    checked_on: str | None = Field(
        default=None, max_length=100, description="The day of the check, best as 2025-10-18."
    )
    claim: str | None = Field(default=None, max_length=5000)
    verdict: str | None = Field(default=None, max_length=500)
    sources: list[SourceIn] = Field(default=[], max_length=2000)
    dive_deeper: list[Annotated[str, Field(max_length=1000)]] = Field(default=[], max_length=100)


class Stored(BaseModel):
    """``change`` says what became of it; ``building`` that the index is being brought up to it."""

    article_id: str
    change: Literal["added", "updated", "unchanged"]
    revision: int
    building: bool


class Withdrawn(BaseModel):
    """The article is in no answer, search or page from now on; its history is kept."""

    article_id: str
    withdrawn: bool = True


@router.put("/articles/{article_id}")
async def upsert(article_id: Id, given: ArticleIn, state: StateDep) -> Stored:
    """Store an article, or its new state, and bring the index up to it."""
    article = _article({**given.model_dump(), "id": article_id})
    store = state.services.store

    def stored() -> Stored:
        change = store.upsert(article)
        revision = store.revisions(article.id)[-1].number
        return Stored(article_id=article.id, change=change.value, revision=revision, building=False)

    done = await state.short.run(stored)
    # Also where nothing changed: whoever stored it before may have died before the build.
    await state.indexer.changed()
    return done.model_copy(update={"building": (await state.indexer.status()).building})


@router.delete("/articles/{article_id}", responses=described(404))
async def withdraw(article_id: Id, state: StateDep) -> Withdrawn:
    """Take an article out of every answer at once."""
    if not await state.short.run(lambda: state.services.store.withdraw(article_id)):
        raise HTTPException(404, f"The archive holds no article {article_id!r}.")
    if state.services.ready:
        await state.short.run(state.services.apply_withdrawals)
    await state.indexer.changed()
    return Withdrawn(article_id=article_id)


def _article(record: dict[str, Any]) -> Article:
    (read,) = read_json_lines([json.dumps(_without_nul(record))], "the request")
    if isinstance(read, UnreadablePage):
        raise HTTPException(422, f"This can't become an article: {read.problem}. {read.remedy}".strip())
    return read


def _without_nul(value: Any) -> Any:
    """PostgreSQL can't store NUL, and no page shows it."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, list):
        return [_without_nul(part) for part in value]
    if isinstance(value, dict):
        return {key: _without_nul(part) for key, part in value.items()}
    return value
