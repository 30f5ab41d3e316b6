"""A passage: neighbouring sentences of one section, the unit that is indexed."""

from dataclasses import dataclass

from corpus import Article, SectionRole


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences ``first`` to ``last`` (inclusive, positions in ``Article.sentences``) of one section.

    ``id`` is ``<article id>#<n>``; ``[start, end)`` are offsets into the article's text.
    """

    id: str
    article_id: str
    heading: str
    role: SectionRole
    first: int
    last: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.first <= self.last or not 0 <= self.start < self.end:
            raise ValueError(
                f"passage {self.id} spans sentences {self.first}-{self.last}, text [{self.start}, {self.end})"
            )

    def text_in(self, article: Article) -> str:
        """The passage's words, from the article it was cut from."""
        return article.text[self.start : self.end]
