"""``POST /v1/ask``."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool
from pydantic_core import PydanticCustomError

from api.links import article_page, quote_url
from api.schemas.articles import SourceOut
from corpus import Article
from qa import Answer, ArticleAnswer, Citation, Nearest, Question, Quote, Refusal, Turn

MAX_QUESTION = 2000
MAX_HISTORY = 50

Id = Annotated[str, Field(max_length=400)]


def _asking(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "The question is blank: type one.")
    return text


class TurnIn(BaseModel):
    """An earlier question and the passage ids of the quotes that were shown. Unknown ids are ignored."""

    question: str = Field(max_length=MAX_QUESTION)
    passage_ids: list[Id] = Field(default=[], max_length=100)


class AskIn(BaseModel):
    """A question; ``history`` is kept by the client, the server keeps none."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"question": "Who pays for the International Space Station?"},
                {
                    "question": "who pays for it?",
                    "history": [{"question": "What is the 287(g) program?", "passage_ids": ["287g-program#2"]}],
                    "article_id": None,
                    "max_quotes": 3,
                },
            ]
        }
    )

    question: Annotated[str, AfterValidator(_asking)] = Field(
        max_length=MAX_QUESTION, json_schema_extra={"minLength": 1, "pattern": r"\S"}
    )
    history: list[TurnIn] = Field(default=[], max_length=MAX_HISTORY)
    article_id: Id | None = Field(default=None, description="The article on whose page the reader is: a soft prior.")
    max_quotes: int = Field(default=3, ge=1, le=10, description="Most quotes of one article.")
    verbatim: StrictBool = Field(default=False, description="Take the question as typed: no history, no correction.")
    explain: StrictBool = Field(default=False, description="Say what each stage did.")

    def to_question(self) -> Question:
        return Question(
            text=self.question,
            history=tuple(Turn(turn.question, tuple(turn.passage_ids)) for turn in self.history),
            article_id=self.article_id,
            max_quotes=self.max_quotes,
            verbatim=self.verbatim,
            explain=self.explain,
        )


class CitationOut(BaseModel):
    """The number that the article prints. ``scope`` is ``paragraph`` where it stands further on in the paragraph."""

    number: int
    scope: Literal["sentence", "paragraph"]
    source: SourceOut | None = Field(description="Absent where the article lists no source for the number.")

    @classmethod
    def of(cls, citation: Citation) -> "CitationOut":
        source = SourceOut.of(citation.source) if citation.source else None
        return cls(number=citation.number, scope=citation.scope.value, source=source)


class QuoteOut(BaseModel):
    """``text`` is ``article.text[start:end]``, word for word."""

    text: str
    start: int
    end: int
    section: str
    section_role: str
    passage_id: str
    url: str
    citations: list[CitationOut]

    @classmethod
    def of(cls, article: Article, quote: Quote) -> "QuoteOut":
        return cls(
            text=quote.text,
            start=quote.start,
            end=quote.end,
            section=quote.section,
            section_role=quote.section_role,
            passage_id=quote.passage_id,
            url=quote_url(article, quote),
            citations=[CitationOut.of(citation) for citation in quote.citations],
        )


class ArticleCard(BaseModel):
    """What is shown of an article beside its quotes."""

    article_id: str
    title: str
    url: str
    publisher: str
    checked_on: str | None
    verdict: str | None

    @staticmethod
    def fields(article: Article) -> dict[str, Any]:
        return {
            "article_id": article.id,
            "title": article.title,
            "url": article.url or article_page(article.id),
            "publisher": article.publisher,
            "checked_on": article.checked_on.isoformat() if article.checked_on else None,
            "verdict": article.verdict,
        }


class AnsweredArticle(ArticleCard):
    """An article's quotes in document order; ``also`` lists other checks of the same claim that say the same."""

    quotes: list[QuoteOut]
    also: list[ArticleCard] = []
    earlier_check_of: str | None = Field(
        default=None, description="Id of the newer article of this answer that checks the same claim and differs."
    )

    @classmethod
    def of(cls, group: ArticleAnswer) -> "AnsweredArticle":
        return cls(
            **ArticleCard.fields(group.article),
            quotes=[QuoteOut.of(group.article, quote) for quote in group.quotes],
            also=[ArticleCard(**ArticleCard.fields(other)) for other in group.also],
            earlier_check_of=group.earlier_check_of,
        )


class NearArticle(ArticleCard):
    """An article near a question that was refused, and the words of the question it holds."""

    matched_terms: list[str]

    @classmethod
    def of(cls, near: Nearest) -> "NearArticle":
        return cls(**ArticleCard.fields(near.article), matched_terms=list(near.matched_terms))


class Explained(BaseModel):
    stages: dict[str, Any]
    timings_ms: dict[str, float]


class AskOut(BaseModel):
    """An answer (``answered``) or a refusal (``not_found``, with its ``reason`` and the ``nearest`` articles)."""

    answer_id: str
    generation: str
    status: Literal["answered", "not_found"]
    reason: str | None = None
    question: str
    interpreted_as: str
    confidence: float = Field(ge=0, le=1, description="Calibrated probability that the quotes answer the question.")
    articles: list[AnsweredArticle]
    nearest: list[NearArticle] = []
    suggestions: list[str]
    explanation: Explained | None = None
    took_ms: float

    @classmethod
    def of(cls, outcome: Answer | Refusal, *, answer_id: str, took_ms: float) -> "AskOut":
        explained = outcome.explanation
        answered = isinstance(outcome, Answer)
        return cls(
            answer_id=answer_id,
            generation=outcome.generation,
            status="answered" if answered else "not_found",
            reason=None if isinstance(outcome, Answer) else outcome.reason.value,
            question=outcome.question,
            interpreted_as=outcome.interpreted_as,
            confidence=round(outcome.confidence, 4),
            articles=[AnsweredArticle.of(group) for group in outcome.articles] if isinstance(outcome, Answer) else [],
            nearest=[] if isinstance(outcome, Answer) else [NearArticle.of(near) for near in outcome.nearest],
            suggestions=list(outcome.suggestions),
            explanation=Explained(stages=explained.stages, timings_ms=explained.timings_ms) if explained else None,
            took_ms=round(took_ms, 1),
        )
