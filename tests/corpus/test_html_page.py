"""The headline of an HTML page."""

import pytest

from corpus.article import Article
from corpus.readers.html_page import read_html_page

TITLE = "Did Elm Falls close the bridge?"
BODY = "<p>The mayor of Elm Falls closed the bridge on May 1 for repairs. The harbour paid for the whole of it.</p>"


def title_of(head: str, body: str) -> str:
    (found,) = read_html_page(f"<html><head>{head}</head><body>{body}{BODY}</body></html>", "page")
    assert isinstance(found, Article)
    return found.title


@pytest.mark.parametrize(
    ("label", "site"),
    [("City Desk", "City Desk"), ("Elm Falls Post", "Elm Falls Post"), ("Fact Check", "City Desk"), ("Fact Check", "")],
)
def test_a_lone_h1_with_the_name_of_the_site_or_of_a_part_of_it_is_no_headline(label: str, site: str) -> None:
    head = f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{site}">'
    assert title_of(head, f"<header><h1>{label}</h1></header><h2>{TITLE}</h2>") == TITLE


def test_the_site_s_name_behind_the_title_tells_it_too() -> None:
    assert title_of(f"<title>{TITLE} | The Elm Falls Daily</title>", "<h1>The Elm Falls Daily</h1>") == TITLE


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Bridge closed?", "City Desk"),
        ("Closed for good?", "Did the town close its bridge for good? | City Desk"),
        ("Nobody closed any bridge in town", "What Elm Falls got wrong | City Desk"),
        ("Elm Falls closed its bridge for repairs", ""),
    ],
)
def test_any_other_lone_h1_is_the_headline(headline: str, told: str) -> None:
    assert title_of(f"<title>{told}</title>", f"<h1>{headline}</h1>") == headline
