"""What a reader gets: an answer made of quotes, or a refusal. A wrong one can't be constructed."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus import Article, Source
from qa.errors import InvalidAnswer


class Scope(StrEnum):
    """Whether the number stands in the quoted sentence, or further on in its paragraph."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Reason(StrEnum):
    """Why there is no answer."""

    NO_MATCH = "no_match"
    WEAK_EVIDENCE = "weak_evidence"
    UNDERSPECIFIED = "underspecified"
    EMPTY_ARCHIVE = "empty_archive"
    NOT_A_QUESTION = "not_a_question"


@dataclass(frozen=True, slots=True)
class Citation:
    """The article's own number, the source it stands for (``None`` if dangling), and its scope."""

    number: int
    scope: Scope
    source: Source | None = None

    def __post_init__(self) -> None:
        if self.source is not None and self.source.number != self.number:
            raise InvalidAnswer(f"citation {self.number} carries source {self.source.number}")


@dataclass(frozen=True, slots=True)
class Quote:
    """Neighbouring sentences ``first`` to ``last`` (inclusive) of one section, word for word."""

    article_id: str
    passage_id: str
    first: int
    last: int
    start: int
    end: int
    text: str
    section: str
    section_role: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """The quotes of one article, in document order. Raises :class:`InvalidAnswer` unless every quote is verbatim.

    ``also`` are other checks of the same claim, not quoted for they say the same. ``earlier_check_of`` is the id of the
    newer article of the same answer that checks the same claim.
    """

    article: Article
    quotes: tuple[Quote, ...]
    also: tuple[Article, ...] = ()
    earlier_check_of: str | None = None

    def __post_init__(self) -> None:
        if not self.quotes:
            raise InvalidAnswer(f"an answer from {self.article.id} needs a quote")
        at = 0
        for quote in self.quotes:
            if quote.article_id != self.article.id:
                raise InvalidAnswer(f"a quote of {quote.article_id} stands under {self.article.id}")
            if not quote.text or self.article.text[quote.start : quote.end] != quote.text:
                raise InvalidAnswer(f"the quote at {quote.start} of {self.article.id} is not verbatim")
            if quote.start < at:
                raise InvalidAnswer(f"the quotes of {self.article.id} overlap or are out of order at {quote.start}")
            at = quote.end


@dataclass(frozen=True, slots=True)
class Nearest:
    """An article near a question that was refused, and why it is near (words of the question it holds)."""

    article: Article
    matched_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What each stage did, for staff: JSON-ready values by stage name, and milliseconds by stage name."""

    stages: dict[str, object] = field(default_factory=dict)
    timings_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """Status ``answered``. ``confidence`` is the calibrated probability that the quotes answer the question."""

    question: str
    interpreted_as: str
    generation: str
    confidence: float
    articles: tuple[ArticleAnswer, ...]
    suggestions: tuple[str, ...] = ()
    explanation: Explanation | None = None
    status: str = field(default="answered", init=False)

    def __post_init__(self) -> None:
        if not self.articles:
            raise InvalidAnswer("an answer without a quote can't be constructed")
        if not 0 <= self.confidence <= 1:
            raise InvalidAnswer(f"confidence {self.confidence} is no probability")
        ids = [group.article.id for group in self.articles]
        if len(set(ids)) != len(ids):
            raise InvalidAnswer(f"an article stands twice in one answer: {ids}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Status ``not_found``: a reason and what is near. It carries no citation."""

    question: str
    interpreted_as: str
    generation: str
    confidence: float
    reason: Reason
    nearest: tuple[Nearest, ...] = ()
    suggestions: tuple[str, ...] = ()
    explanation: Explanation | None = None
    status: str = field(default="not_found", init=False)
