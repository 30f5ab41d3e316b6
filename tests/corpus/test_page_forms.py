"""Twenty pages, one or more for every form of header, citation and source list; what each holds stands beside them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.article import Article
from corpus.reading import read

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yaml").read_text())


@pytest.fixture(params=EXPECTED)
def page(request: pytest.FixtureRequest) -> tuple[Article, dict[str, Any]]:
    (article,) = read([str(PAGES / request.param)])
    assert isinstance(article, Article)
    return article, EXPECTED[request.param]


def test_every_page_is_described() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in PAGES.iterdir() if path.suffix != ".yaml")


def test_facts(page: tuple[Article, dict[str, Any]]) -> None:
    article, expected = page
    for name in ("title", "id", "checked_on", "verdict", "claim", "author", "publisher"):
        if name in expected:
            assert getattr(article, name) == expected[name], name
    assert "checked_on" in expected or article.checked_on is None
    assert len(article.dive_deeper) == expected.get("deeper", 0)


def test_sections(page: tuple[Article, dict[str, Any]]) -> None:
    article, expected = page
    assert [section.role.value for section in article.sections] == expected["roles"]
    assert len(article.sentences) == expected["sentences"]


def test_citations(page: tuple[Article, dict[str, Any]]) -> None:
    article, expected = page
    found = {
        article.sentence_text(n): list(article.citations_of(n))
        for n in range(len(article.sentences))
        if article.citations_of(n)
    }
    wanted = dict(expected["cites"])
    named = {next((words for words in wanted if text.startswith(words)), text): cited for text, cited in found.items()}
    assert named == wanted


def test_sources(page: tuple[Article, dict[str, Any]]) -> None:
    article, expected = page
    assert [source.number for source in article.sources] == expected["sources"]
    assert [source.number for source in article.sources if source.derived] == expected.get("derived", [])


@pytest.mark.parametrize(
    "leftover", ["[1", "](", "**", "<sup", "<a ", "\ue000", "\ue001", "Loading", "donation", "Home"]
)
def test_no_markup_reaches_the_text(page: tuple[Article, dict[str, Any]], leftover: str) -> None:
    article, _ = page
    assert leftover not in article.text
    assert all(leftover not in section.heading for section in article.sections)
