"""The list of sources that a page's numbers point to, whatever other lists stand around it."""

import pytest

from corpus.article import Article
from corpus.readers.html_page import read_html_page

HEADLINE = "<h1>Did the mayor close the bridge?</h1>"
BODY = "<p>The mayor closed the bridge on May 1 for repairs [1]. The harbour paid for the whole of it [2].</p>"
NOTED = BODY.replace("[1]", '<sup><a href="#n-1">1</a></sup>').replace("[2]", '<sup><a href="#n-2">2</a></sup>')
LIST = (
    '<ol><li><a href="https://town.example/m">Minutes of the council</a></li>'
    '<li><a href="https://port.example/a">Accounts of the harbour</a></li></ol>'
)
MENU = (
    '<h4>References</h4><ul><li><a href="https://desk.example/about">About us</a></li>'
    '<li><a href="https://desk.example/jobs">Jobs</a></li></ul>'
)
ADDRESSES = {1: "https://town.example/m", 2: "https://port.example/a"}


def article_of(body: str) -> Article:
    (found,) = read_html_page(f"<html><body>{body}</body></html>", "page", url="https://desk.example/bridge")
    assert isinstance(found, Article)
    return found


def addresses(article: Article) -> dict[int, str]:
    return {source.number: source.url for source in article.sources}


@pytest.mark.parametrize(
    "around",
    [
        "<footer>{}</footer>",
        "<nav>{}</nav>",
        "<aside>{}</aside>",
        '<div class="site-footer">{}</div>',
        '<div id="footer-links">{}</div>',
        '<div class="wide sidebar"><div>{}</div></div>',
        '<div role="contentinfo">{}</div>',
    ],
)
@pytest.mark.parametrize("article", ["article", "div"])
def test_a_menu_headed_references_is_no_list_of_sources(around: str, article: str) -> None:
    page = f"<{article}>{HEADLINE}{BODY}<h2>Sources</h2>{LIST}</{article}>"
    assert addresses(article_of(page + around.format(MENU))) == ADDRESSES


@pytest.mark.parametrize(
    "page",
    [
        "<article>{}{}</article><footer>{}</footer>",
        "<main>{}{}<footer>{}</footer></main>",
        "<article>{}{}<aside>{}</aside></article>",
        '<article>{}{}<div class="sidebar">{}</div></article>',
    ],
)
def test_a_menu_alone_gives_no_sources(page: str) -> None:
    article = article_of(page.format(HEADLINE, BODY, MENU))
    assert article.sources == ()
    assert article.dangling == (1, 2)


def test_the_article_s_list_goes_before_the_one_of_its_footer_and_that_before_others() -> None:
    listed, menu = f"<h2>Sources</h2>{LIST}", f"<div>{MENU}</div>"
    inside = f"<article>{HEADLINE}{BODY}{listed}<footer>{MENU}</footer></article>"
    assert addresses(article_of(inside)) == ADDRESSES
    assert addresses(article_of(f"<article>{HEADLINE}{BODY}<footer>{listed}</footer></article>{menu}")) == ADDRESSES
    assert addresses(article_of(f"<article>{HEADLINE}{BODY}</article><div>{listed}</div>")) == ADDRESSES


def test_a_page_whose_body_has_a_sidebar_is_no_sidebar() -> None:
    (found,) = read_html_page(
        f'<html><body class="sidebar right">{HEADLINE}{BODY}<h2>Sources</h2>{LIST}</body></html>', "page"
    )
    assert isinstance(found, Article)
    assert addresses(found) == ADDRESSES


@pytest.mark.parametrize(
    ("entry", "publisher", "title"),
    [
        ('<a href="#cite_ref-1">^</a> Port Authority, <a href="{}">Report</a>', "Town", "Port Authority, Report"),
        ('<b><a href="#cite_ref-1">^</a></b> <a href="{}">Report</a>', "Town", "Report"),
        ('^ <a href="#r_a"><sup>a</sup></a> <a href="#r_b"><sup>b</sup></a> <a href="{}">Report</a>', "Town", "Report"),
        ('<a href="{}">Report</a> <a href="#n-1-link">↩︎</a>', "Town", "Report"),
        ('<a href="{}">Report</a> <a href="https://desk.example/bridge#n-1-link">↩︎</a>', "Town", "Report"),
        ('<a href="#r1">[1]</a> <a href="{}">Report</a>', "Town", "Report"),
    ],
)
def test_ways_back_into_the_text_are_no_sources(entry: str, publisher: str, title: str) -> None:
    entry = entry.format(ADDRESSES[1])
    source = article_of(f"<article>{HEADLINE}{BODY}<h2>References</h2><ol><li>{entry}</li></ol></article>").sources[0]
    assert (source.number, source.publisher, source.title, source.url) == (1, publisher, title, ADDRESSES[1])


def test_a_number_that_leads_back_into_the_text_is_the_entry_s() -> None:
    entries = "".join(f'<p><a href="#r{n}">{n}</a> <a href="{ADDRESSES[n]}">Report</a></p>' for n in (2, 1))
    assert addresses(article_of(f"<article>{HEADLINE}{BODY}<h2>Sources</h2>{entries}</article>")) == ADDRESSES


@pytest.mark.parametrize(
    "notes",
    [
        LIST.replace("<ol>", '<ol class="wp-block-footnotes">'),
        LIST.replace("<ol>", '<ol class="references">'),
        f'<section class="footnotes" role="doc-endnotes"><hr>{LIST}</section>',
        f'<div class="reflist"><h2>References</h2></div><div>{LIST.replace("<ol>", "<ol class=references>")}</div>',
    ],
)
def test_notes_need_no_heading(notes: str) -> None:
    article = article_of(f"<article>{HEADLINE}{NOTED}{notes}<p>Ann Lee is a reporter for the desk.</p></article>")
    assert addresses(article) == ADDRESSES
    assert not article.dangling
    assert "Minutes" not in article.text
    assert "References" not in article.text


def test_what_follows_the_list_is_text() -> None:
    ending = "<p>Ann Lee is a reporter.</p><p>This article was updated on 5 May 2031 to say who paid.</p>"
    article = article_of(f"<article>{HEADLINE}{BODY}<h2>Sources</h2>{LIST}{ending}</article>")
    assert addresses(article) == ADDRESSES
    assert article.text.endswith("This article was updated on 5 May 2031 to say who paid.")


def test_an_item_is_one_source_whatever_its_paragraphs() -> None:
    entries = LIST.replace("<li>", "<li><p>From the archive:</p><p>").replace("</li>", "</p></li>")
    assert addresses(article_of(f"<article>{HEADLINE}{BODY}<h2>Sources</h2>{entries}</article>")) == ADDRESSES


def test_an_introduction_is_no_source_and_two_lists_are_one() -> None:
    entries = "<p>We looked at these:</p>" + LIST.replace("</li><li>", "</li></ol><ol start=2><li>")
    article = article_of(f"<article>{HEADLINE}{BODY}<h2>Sources</h2>{entries}</article>")
    assert addresses(article) == ADDRESSES
    assert "We looked" not in article.text


def test_a_menu_behind_paragraphs_with_addresses_is_no_part_of_them() -> None:
    entries = "".join(f"<p>[{number}] {address}</p>" for number, address in ADDRESSES.items())
    page = f"<article>{HEADLINE}{BODY}<h2>Sources</h2>{entries}<ul><li>Share</li><li>Print</li></ul></article>"
    assert addresses(article_of(page)) == ADDRESSES
