"""The site's pages in both shapes."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, SectionRole
from corpus.errors import UnreadablePage
from corpus.readers.site_page import read_site_page
from tests.corpus.pages import MARKDOWN_PAGE, TEXT_PAGE, article_of, citations_by_sentence

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"


@pytest.fixture(scope="module")
def town() -> Article:
    return article_of(TEXT_PAGE)


@pytest.fixture(scope="module")
def bridge() -> Article:
    return article_of(MARKDOWN_PAGE)


def test_the_head_of_a_text_page_is_read(town: Article) -> None:
    assert town.title == "Did the town of Elm Falls ban bicycles?"
    assert town.id == "did-the-town-of-elm-falls-ban-bicycles"
    assert town.checked_on == date(2024, 3, 3)
    assert town.verdict == "False"


def test_sections_have_roles(town: Article) -> None:
    assert [(section.heading, section.role) for section in town.sections] == [
        ("Executive Summary", SectionRole.SUMMARY),
        ("What the council decided", SectionRole.FINDING),
        ("Conflicting views", SectionRole.CONTEXT),
        ("Bottom line", SectionRole.BOTTOM_LINE),
    ]


def test_numbers_belong_to_the_sentence_they_stand_in(town: Article) -> None:
    assert citations_by_sentence(town) == {
        "A message says that": (),
        "The town has not": (1, 2),
        "The council closed the": (1, 3),
        "It reopened in May.": (2, 3, 4),
        "Section 287(g) and [sic]": (),
        "Supporters say the closing": (),
        "Critics counter that shops": (),
        "The council kept no": (5,),
        "Bicycles are allowed in": (1,),
    }


def test_markers_leave_the_text_and_other_brackets_stay(town: Article) -> None:
    assert "[1" not in town.text
    assert "[2-4]" not in town.text
    assert "Section 287(g) and [sic] stay in the text, and so does the year [2024]." in town.text


def test_boilerplate_and_questions_never_reach_the_text(town: Article, bridge: Article) -> None:
    for article in (town, bridge):
        for words in ("Loading", "Time left", "Goal", "independent", "gifts", "Learn more", "outdated", "Who paid"):
            assert words not in article.text
    assert town.dive_deeper == ("Who paid for the bridge?", "When did the bridge reopen?")


def test_sources_keep_their_numbers(town: Article) -> None:
    assert [(s.number, s.publisher, s.title, s.url) for s in town.sources] == [
        (1, "Elm Falls Council", "Minutes", "https://elmfalls.example/minutes"),
        (2, "News", "", "https://www.news.example/bridge"),
        (3, "Budget office", "", "https://elmfalls.example/budget"),
        (4, "River Weekly", "", ""),
        (6, "Never cited", "", "https://unused.example/"),
    ]
    assert town.dangling == (5,)
    assert town.uncited == (6,)


def test_displaced_links_belong_to_the_end_of_the_paragraph_before(bridge: Article) -> None:
    assert citations_by_sentence(bridge) == {
        "Inspectors found cracks in": (1,),
        "They called the bridge": (2, 3),
        "The survey covered both": (),
        "A second survey is": (1,),
        "The bridge is safe,": (),
    }
    assert {s.number: s.url for s in bridge.sources} == {
        1: "https://city.example/survey",
        2: "https://inspect.example/report",
        3: "https://news.example/a(b)",
    }


def test_a_torn_sentence_is_joined_again(bridge: Article) -> None:
    assert "They called the bridge safe for bicycles." in bridge.text
    assert "both piers and the deck. A second survey is planned." in bridge.text


def test_identity_comes_from_the_address(bridge: Article) -> None:
    assert (bridge.id, bridge.publisher) == ("elm-falls-bridge-0a1b2c", "Footnote")
    assert bridge.title == "Is the Elm Falls bridge safe?"


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Executive summary — The bridge is safe.", SectionRole.SUMMARY),
        ("**Executive Summary**\n\nThe bridge is safe.", SectionRole.SUMMARY),
        ("1. Summary of the results\n\nThe bridge is safe.", SectionRole.SUMMARY),
        ("2. Missing context/alternative viewpoints\n\nThe bridge is safe.", SectionRole.CONTEXT),
        ("3. Potential misinformation/bias in the original statement\n\nThe bridge is safe.", SectionRole.CONTEXT),
        ("## Bottom Line: A Bridge\n\nThe bridge is safe.", SectionRole.BOTTOM_LINE),
    ],
)
def test_header_forms(head: str, role: SectionRole) -> None:
    article = article_of(f"Is the bridge safe?\n\n{head}\n")
    assert (article.sections[0].role, article.text) == (role, "The bridge is safe.")


@pytest.mark.parametrize(
    "page", ["Only a title\n", "---\nurl: https://a.example/x\n---\n", "Want to dive deeper?\nWhy?\n"]
)
def test_a_page_without_text_is_rejected_by_name(page: str) -> None:
    (found,) = read_site_page(page, "empty.txt")
    assert isinstance(found, UnreadablePage)
    assert "empty.txt" in str(found)


def test_broken_front_matter_is_told() -> None:
    with pytest.raises(UnreadablePage, match="front matter"):
        list(read_site_page("---\nurl: [\n---\ntext", "page.md"))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .[1]2,\n*#-_()<>/!?\"'“”é:;&"), max_size=400))
def test_any_text_becomes_an_article_or_an_error(text: str) -> None:
    try:
        for found in read_site_page("Title here\n" + text, "fuzz"):
            assert isinstance(found, Article | UnreadablePage)
    except UnreadablePage:
        pass


@pytest.mark.skipif(not SEED.is_dir(), reason="the real pages are not on this machine")
def test_real_pages_are_cited_sentence_by_sentence() -> None:
    (path,) = SEED.glob("*287g*.txt")
    article = article_of(path.read_text())
    found = citations_by_sentence(article)
    assert found["The DHS reported in"] == (1,)
    assert found["Local agencies that join"] == (1, 3)
    assert article.checked_on == date(2025, 10, 18)
    assert len(article.sections) == 8
    assert len(article.dive_deeper) == 5
    assert article.dangling == (1, 2, 3, 4)


@pytest.mark.skipif(not SEED.is_dir(), reason="the real pages are not on this machine")
@pytest.mark.parametrize(("name", "numbers"), [("can-*", range(1, 3)), ("duckduckgo-ip*", range(1, 15))])
def test_real_extracted_pages_keep_every_source(name: str, numbers: range) -> None:
    (path,) = SEED.glob(name)
    article = article_of(path.read_text())
    assert {source.number for source in article.sources} <= set(numbers)
    assert article.cited == set(numbers)
    assert "](" not in article.text
    assert "**" not in article.text


def test_lines_broken_in_a_sentence_are_joined_and_headings_are_not() -> None:
    article = article_of(
        "Is the bridge of Elm Falls safe for bicycles and for people on foot\n"
        "Checked on March 3, 2024\n"
        "1. What the inspectors of the county found at the bridge in March\n"
        "Inspectors found the bridge safe for bicycles, and for people\non foot, in the spring of 2024 [1].\n"
        "They will look at it again.\n"
    )
    assert article.title == "Is the bridge of Elm Falls safe for bicycles and for people on foot"
    assert [section.heading for section in article.sections] == [
        "What the inspectors of the county found at the bridge in March"
    ]
    assert article.text.startswith(
        "Inspectors found the bridge safe for bicycles, and for people on foot, in the spring"
    )
    assert len(article.sentences) == 2


def test_front_matter_gives_plain_values_and_flat_lists() -> None:
    article = article_of(
        "---\nauthor: [Ann Lee, Bo Ray]\nverdict: 4.5\nclaim: {said: [It is so.]}\ndate: 2031-05-05\n"
        "sources: [{title: Minutes of the whole council, by: [Ann, Bo], url: 'https://x.example/a'}]\n---\n"
        "# Is it so in the end?\n\nIt is so, the minutes say [1].\n"
    )
    assert (article.author, article.verdict, article.claim) == ("Ann Lee, Bo Ray", "4.5", None)
    assert str(article.checked_on) == "2031-05-05"
    assert article.sources[0].url == "https://x.example/a"
