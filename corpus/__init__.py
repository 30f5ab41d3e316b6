"""Pages become articles."""

from corpus.article import Article, Marker, Section, SectionRole, Sentence, Source
from corpus.errors import CorpusError, InvalidArticle, StoreError, UnreadablePage

__all__ = [
    "Article",
    "CorpusError",
    "InvalidArticle",
    "Marker",
    "Section",
    "SectionRole",
    "Sentence",
    "Source",
    "StoreError",
    "UnreadablePage",
]
