"""A small archive, written for these tests, and an index of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from corpus import Article, Section, SectionRole, Sentence
from corpus.codec import content_hash
from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder


class MemoryStore:
    """Articles in memory: as much of a store as builders and engines read."""

    def __init__(self, *articles: Article) -> None:
        self._articles: dict[str, Article] = {}
        self._versions: dict[tuple[str, str], Article] = {}
        for article in articles:
            self.put(article)

    def put(self, article: Article) -> None:
        self._articles[article.id] = article
        self._versions[article.id, content_hash(article)] = article

    def get(self, article_id: str) -> Article | None:
        return self._articles.get(article_id)

    def version(self, article_id: str, content_hash: str) -> Article | None:
        return self._versions.get((article_id, content_hash))

    def remove(self, article_id: str) -> None:
        del self._articles[article_id]

    def articles(self) -> Iterator[Article]:
        yield from (self._articles[article_id] for article_id in sorted(self._articles))

    def hashes(self) -> Mapping[str, str]:
        return {article_id: content_hash(article) for article_id, article in self._articles.items()}


def make_article(
    article_id: str,
    title: str,
    *sections: tuple[str, str],
    publisher: str = "Bureau",
    verdict: str | None = None,
    checked_on: date | None = None,
    claim: str | None = None,
    language: str = "en",
    dive_deeper: tuple[str, ...] = (),
) -> Article:
    """An article of ``(heading, text)`` sections; a sentence ends at a full stop, a paragraph at ``|``."""
    text = ""
    sentences: list[Sentence] = []
    made: list[Section] = []
    for heading, words in sections:
        text += "\n\n" if text else ""
        begin = len(text)
        for n, paragraph in enumerate(words.split("|")):
            text += "\n\n" if n else ""
            for k, sentence in enumerate(part.strip() + "." for part in paragraph.split(".") if part.strip()):
                text += " " if k else ""
                sentences.append(Sentence(len(text), len(text) + len(sentence)))
                text += sentence
        made.append(Section(heading, SectionRole.FINDING, begin, len(text)))
    return Article(
        id=article_id,
        title=title,
        text=text,
        sections=tuple(made),
        sentences=tuple(sentences),
        publisher=publisher,
        verdict=verdict,
        checked_on=checked_on,
        claim=claim,
        language=language,
        dive_deeper=dive_deeper,
    )


ARTICLES = (
    make_article(
        "dam",
        "Did the Aswan High Dam end the yearly Nile flood?",
        ("", "The dam was finished in 1970. Since then the flood has been held in Lake Nasser."),
        ("Costs", "Building it cost about $1 billion. A third of that was lent by the Soviet Union."),
        verdict="True",
        checked_on=date(2024, 3, 1),
        claim="The Nile no longer floods Egypt.",
        dive_deeper=("How much silt does Lake Nasser hold?",),
    ),
    make_article(
        "bees",
        "No, honey bees do not die out within four years of mankind",
        ("", "The saying was never Einstein's. Hives in North America rose to 2.7 million in 2021."),
        publisher="Daily Check",
        verdict="False",
        checked_on=date(2023, 6, 5),
    ),
    make_article(
        "wall",
        "The Great Wall can't be seen from the Moon",
        ("", "Astronauts of Apollo 12 saw no building at all. From low orbit the wall is hard to make out."),
        publisher="Daily Check",
        verdict="False",
        checked_on=date(2025, 1, 9),
        claim="The Great Wall of China is visible from the Moon.",
    ),
    make_article(
        "cafe",
        "Le café rend-il nerveux ?",
        ("", "Une tasse contient environ 95 milligrammes de caféine. Cela suffit rarement."),
        language="fr",
    ),
)


@pytest.fixture
def encoder() -> HashEncoder:
    return HashEncoder()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(*ARTICLES)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(store: MemoryStore, directory: Path, encoder: HashEncoder) -> EmbeddedEngine:
    build(store, directory, encoder)
    return EmbeddedEngine.open(directory, encoder)
