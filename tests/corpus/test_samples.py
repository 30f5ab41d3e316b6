"""The sample archive shows every feature of the page format, and its gold quotes it word for word."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article, SectionRole
from corpus.errors import UnreadablePage
from corpus.reading import read

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "corpus" / "samples"
GOLD = ROOT / "tests" / "data" / "samples_gold.jsonl"

BOILERPLATE = re.compile(
    r"Loading\.\.\.|Time left|Goal:|Keep Footnote|Learn more|may be outdated|dive deeper|https?://"
)
SATURN = (
    "does-saturn-have-more-moons-than-any-other-planet",
    "is-saturn-the-planet-with-the-most-moons",
    "saturn-moon-record-2025-4be1a7",
)
INDIA = (
    "has-india-overtaken-china-as-the-most-populous-country",
    "is-india-now-the-worlds-most-populous-country",
    "does-india-still-have-more-people-than-china",
)
ICELAND = ("are-there-no-mosquitoes-in-iceland", "iceland-mosquitoes-found-2025-9c03de")


@pytest.fixture(scope="module")
def archive() -> dict[str, Article]:
    found = list(read([str(SAMPLES)]))
    rejected = [page for page in found if isinstance(page, UnreadablePage)]
    assert rejected == []
    return {page.id: page for page in found if isinstance(page, Article)}


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text().splitlines()]


def sentences(article: Article) -> list[str]:
    return [article.sentence_text(n) for n in range(len(article.sentences))]


def every_sentence(archive: dict[str, Article]) -> list[str]:
    return [sentence for article in archive.values() for sentence in sentences(article)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, n: int) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + n]) for at in range(len(said) - n + 1)}


def test_every_page_becomes_the_article_that_its_file_is_named_after(archive: dict[str, Article]) -> None:
    assert sorted(archive) == sorted(page.stem for page in SAMPLES.iterdir())
    assert len(archive) == 28


def test_both_shapes_of_page_are_there() -> None:
    assert Counter(page.suffix for page in SAMPLES.iterdir()) == {".txt": 22, ".md": 6}


def test_boilerplate_and_markers_stay_out_of_the_text(archive: dict[str, Article]) -> None:
    for article in archive.values():
        assert not BOILERPLATE.search(article.text), article.id
        assert not re.search(r"\[\d+(?:[,\s–-]+\d+)*\]", article.text), article.id


def test_pages_bring_the_boilerplate_that_cleaning_is_for() -> None:
    printed = "\n".join(page.read_text() for page in SAMPLES.iterdir())
    assert printed.count("Goal: $500") >= 4
    assert "Learn more" in printed
    assert "may be outdated" in printed


def test_every_article_has_summary_findings_and_bottom_line(archive: dict[str, Article]) -> None:
    for article in archive.values():
        roles = [section.role for section in article.sections]
        assert roles[0] is SectionRole.SUMMARY, article.id
        assert roles[-1] is SectionRole.BOTTOM_LINE, article.id
        assert len(roles) >= 4, article.id


def test_articles_cite_several_sources_in_one_place(archive: dict[str, Article]) -> None:
    for article in archive.values():
        assert any(len(article.citations_of(n)) > 1 for n in range(len(article.sentences))), article.id


def test_some_numbers_dangle_and_some_sources_are_never_cited(archive: dict[str, Article]) -> None:
    assert sum(bool(article.dangling) for article in archive.values()) >= 5
    assert sum(bool(article.uncited) for article in archive.values()) >= 4
    assert any(not article.dangling and not article.uncited for article in archive.values())


def test_sources_come_with_and_without_titles(archive: dict[str, Article]) -> None:
    sources = [source for article in archive.values() for source in article.sources]
    assert all(source.url.startswith("https://") for source in sources)
    assert {bool(source.title) for source in sources} == {True, False}


def test_verdicts_cover_true_false_and_between(archive: dict[str, Article]) -> None:
    verdicts = Counter(article.verdict for article in archive.values())
    assert {"True", "False", "Mostly true", "Mostly false", "Half true", "Contested", "Unproven"} <= set(verdicts)


def test_one_article_has_no_date(archive: dict[str, Article]) -> None:
    undated = [article.id for article in archive.values() if article.checked_on is None]
    assert undated == ["does-lightning-never-strike-the-same-place-twice"]


@pytest.mark.parametrize(
    ("series", "dates", "verdicts"),
    [
        (SATURN, [date(2023, 3, 2), date(2023, 6, 5), date(2025, 10, 6)], ["False", "True", "True"]),
        (INDIA, [date(2022, 8, 16), date(2023, 5, 3), date(2025, 9, 22)], ["False", "Mostly true", "True"]),
        (ICELAND, [date(2024, 7, 15), date(2025, 11, 4)], ["True", "False"]),
    ],
)
def test_rechecks_of_a_claim_differ(
    archive: dict[str, Article], series: tuple[str, ...], dates: list[date], verdicts: list[str]
) -> None:
    assert [archive[page].checked_on for page in series] == dates
    assert [archive[page].verdict for page in series] == verdicts


def test_opposing_frames_stand_side_by_side(archive: dict[str, Article]) -> None:
    opposed = [
        article.id
        for article in archive.values()
        if re.search(r"\bSupporters\b[^\n]*\b[Cc]ritics\b[^\n]*\bcounter", article.text)
    ]
    assert len(opposed) >= 8


def test_hedges_and_leaning_sentences_are_there(archive: dict[str, Article]) -> None:
    said = every_sentence(archive)
    assert sum(bool(re.search(r"\b(?:uncertain|probably|may|not yet known|plausible)\b", s)) for s in said) >= 20
    assert sum(s.startswith(("This ", "However, ", "Therefore, ", "They ", "Both ")) for s in said) >= 15


def test_a_restated_claim_is_followed_by_the_finding(archive: dict[str, Article]) -> None:
    wall = archive["can-you-see-the-great-wall-of-china-from-the-moon"]
    assert wall.sentences[0].restates_claim
    assert wall.sentence_text(1).startswith("It is false")
    assert not wall.sentences[1].restates_claim


@pytest.mark.parametrize("term", ["287(g)", "501(c)(3)", "[sic]", "(ICANN)", "(ICE)", "(1815–1852)"])
def test_bracketed_terms_stay(archive: dict[str, Article], term: str) -> None:
    assert any(term in article.text for article in archive.values())


def test_text_pages_ask_to_dive_deeper_and_the_questions_are_no_content(archive: dict[str, Article]) -> None:
    asking = [article for article in archive.values() if article.dive_deeper]
    assert len(asking) == 22
    for article in asking:
        assert 3 <= len(article.dive_deeper) <= 5
        assert not any(question in article.text for question in article.dive_deeper)


def test_the_site_gives_addresses_that_nobody_owns(archive: dict[str, Article]) -> None:
    addresses = [article.url for article in archive.values() if article.url]
    assert len(addresses) == 6
    pattern = r"https://footnote\.example/fact-checks/[a-z]+/[a-z0-9-]+-[0-9a-f]{6}"
    assert all(re.fullmatch(pattern, address) for address in addresses)


def test_gold_has_every_kind_of_item(gold: list[dict[str, Any]]) -> None:
    kinds = Counter(item["kind"] for item in gold)
    assert kinds["single"] >= 60
    assert kinds["conversation"] == 10
    assert kinds["unanswerable"] >= 15
    assert {item["style"] for item in gold if item["kind"] == "single"} == {"question", "search", "claim"}
    assert len({item["id"] for item in gold}) == len(gold)


def test_gold_turns_are_complete(gold: list[dict[str, Any]], archive: dict[str, Article]) -> None:
    for item in gold:
        assert len(item["turns"]) == (3 if item["kind"] == "conversation" else 1), item["id"]
        if item["kind"] == "unanswerable":
            assert item["about"] in archive, item["id"]
        for turn in item["turns"]:
            assert turn["answerable"] is (item["kind"] != "unanswerable"), item["id"]
            assert bool(turn["answers"]) is turn["answerable"], item["id"]
            assert all((turn["question"], turn["standalone"])), item["id"]


def test_gold_quotes_are_sentences_word_for_word(gold: list[dict[str, Any]], archive: dict[str, Article]) -> None:
    for item in gold:
        for turn in item["turns"]:
            for answer in turn["answers"]:
                said = set(sentences(archive[answer["article_id"]]))
                assert {quote["text"] for quote in answer["quotes"]} <= said, item["id"]


def test_gold_questions_do_not_repeat_their_answers(gold: list[dict[str, Any]]) -> None:
    for item in gold:
        for turn in item["turns"]:
            for answer in turn["answers"]:
                for quote in answer["quotes"]:
                    assert not runs(turn["question"], 6) & runs(quote["text"], 6), item["id"]


def test_gold_asks_about_every_article(gold: list[dict[str, Any]], archive: dict[str, Article]) -> None:
    asked = {answer["article_id"] for item in gold for turn in item["turns"] for answer in turn["answers"]}
    assert asked == set(archive)
