"""Pages, feeds and sitemaps from a server on loopback."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.errors import StoreError, UnreadablePage
from corpus.web.fetching import Fetcher
from corpus.web.options import WebOptions
from corpus.web.visiting import read_address
from tests.corpus.web.newsroom import Newsroom, serving

OPEN = WebOptions(allow_private_addresses=True, delay_s=0, timeout_s=5, max_bytes=200_000)


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with serving() as served:
        yield served


def articles(address: str, options: WebOptions = OPEN) -> list[Article]:
    return [found for found in read_address(address, options) if isinstance(found, Article)]


def test_a_page_becomes_an_article(newsroom: Newsroom) -> None:
    (article,) = articles(f"{newsroom.root}/checks/elm-bridge")
    assert (article.id, article.title, article.publisher) == ("elm-bridge", "Is the elm bridge safe?", "Town Facts")
    assert article.url == f"{newsroom.root}/checks/elm-bridge"
    assert article.checked_on == date(2024, 3, 3)
    assert article.cited == {1}


@pytest.mark.parametrize("listing", ["feed", "sitemap.xml", "sitemaps.xml"])
def test_feeds_and_sitemaps_lead_to_their_pages(newsroom: Newsroom, listing: str) -> None:
    assert [article.id for article in articles(f"{newsroom.root}/{listing}")] == ["elm-bridge", "oak-bridge"]


def test_a_listed_page_that_fails_is_told_and_stops_no_other(newsroom: Newsroom) -> None:
    failed = [found for found in read_address(f"{newsroom.root}/sitemap.xml", OPEN) if not isinstance(found, Article)]
    assert [(error.origin, error.problem) for error in failed] == [
        (f"{newsroom.root}/missing", "the host answers with status 404")
    ]


def test_a_listed_sitemap_that_fails_is_told_and_stops_no_other(newsroom: Newsroom) -> None:
    found = list(read_address(f"{newsroom.root}/sitemaps.xml", OPEN))
    assert [thing.origin for thing in found if isinstance(thing, UnreadablePage)] == [
        f"{newsroom.root}/dead.xml",
        f"{newsroom.root}/missing",
    ]


def test_a_charset_that_only_the_host_names(newsroom: Newsroom, tmp_path: Path) -> None:
    options = WebOptions(allow_private_addresses=True, delay_s=0, memory=tmp_path / "web.sqlite3")
    (article,) = articles(f"{newsroom.root}/cyrillic", options)
    assert article.title == "Закрыт ли мост?"
    assert articles(f"{newsroom.root}/cyrillic", options) == [article]


def test_a_memory_that_can_not_be_used_is_told(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "web.sqlite3").write_text("no database at all, but a text of some length" * 100)
    options = WebOptions(allow_private_addresses=True, delay_s=0, memory=tmp_path / "web.sqlite3")
    with pytest.raises(StoreError, match=r"web\.sqlite3 .*remove the file"):
        articles(f"{newsroom.root}/feed", options)


def test_redirects_are_followed_to_the_page_itself(newsroom: Newsroom) -> None:
    (article,) = articles(f"{newsroom.root}/old")
    assert article.id == "elm-bridge"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("loop", "more than 5 redirects"),
        ("huge", "more than 200,000 bytes"),
        ("missing", "status 404"),
        ("drafts/secret", r"robots\.txt"),
    ],
)
def test_what_can_not_be_fetched_is_told(newsroom: Newsroom, path: str, problem: str) -> None:
    with pytest.raises(UnreadablePage, match=problem):
        list(read_address(f"{newsroom.root}/{path}", OPEN))


def test_forbidden_pages_are_not_asked_for(newsroom: Newsroom) -> None:
    with pytest.raises(UnreadablePage):
        list(read_address(f"{newsroom.root}/drafts/secret", OPEN))
    assert newsroom.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/checks/elm-bridge",
        "http://localhost:{port}/checks/elm-bridge",
        "http://[::1]:{port}/checks/elm-bridge",
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:127.0.0.1]:{port}/x",
        "http://0.0.0.0:{port}/x",
        "http://2130706433:{port}/x",
    ],
)
def test_private_addresses_are_refused_before_a_byte_is_sent(newsroom: Newsroom, address: str) -> None:
    port = newsroom.root.rsplit(":", 1)[1]
    with pytest.raises(UnreadablePage, match="private address"):
        list(read_address(address.format(port=port), WebOptions(delay_s=0, timeout_s=5)))
    assert newsroom.requests == []


@pytest.mark.parametrize("address", ["http://", "http://host:99999999/x", "http://[::1/x"])
def test_broken_addresses_are_told(address: str) -> None:
    with pytest.raises(UnreadablePage, match="not an http or https address"):
        list(read_address(address, OPEN))


def test_an_unchanged_page_is_not_sent_twice(newsroom: Newsroom, tmp_path: Path) -> None:
    options = WebOptions(allow_private_addresses=True, delay_s=0, memory=tmp_path / "web.sqlite3")
    address = f"{newsroom.root}/checks/elm-bridge"
    first = articles(address, options)
    assert articles(address, options) == first
    assert [(path, asked) for path, asked in newsroom.requests if path != "/robots.txt"] == [
        ("/checks/elm-bridge", False),
        ("/checks/elm-bridge", True),
    ]


def test_a_visit_that_broke_off_is_taken_up_again(newsroom: Newsroom, tmp_path: Path) -> None:
    options = WebOptions(allow_private_addresses=True, delay_s=0, memory=tmp_path / "web.sqlite3")
    visit = read_address(f"{newsroom.root}/feed", options)
    next(visit)
    visit.close()
    assert len(articles(f"{newsroom.root}/feed", options)) == 2
    assert newsroom.paths.count("/checks/elm-bridge") == 1


def test_listings_end_at_the_limit(newsroom: Newsroom) -> None:
    options = WebOptions(allow_private_addresses=True, delay_s=0, max_pages=1)
    found = list(read_address(f"{newsroom.root}/feed", options))
    assert [type(thing) for thing in found] == [Article, UnreadablePage]


def test_requests_to_one_host_keep_their_distance(newsroom: Newsroom) -> None:
    pauses: list[float] = []
    options = WebOptions(allow_private_addresses=True, delay_s=7)
    with Fetcher(options, sleep=pauses.append) as fetcher:
        fetcher.fetch(f"{newsroom.root}/checks/elm-bridge")
        fetcher.fetch(f"{newsroom.root}/checks/oak-bridge")
    assert len(pauses) == 2
    assert all(6 < pause <= 7 for pause in pauses)


@pytest.mark.parametrize(("asked_for", "pause_s"), [(12, 12), (1, 7), (86_400, 30)])
def test_a_pause_that_the_host_asks_for_is_kept(newsroom: Newsroom, asked_for: int, pause_s: int) -> None:
    newsroom.robots = f"User-agent: *\nCrawl-delay: {asked_for}\n"
    pauses: list[float] = []
    options = WebOptions(allow_private_addresses=True, delay_s=7)
    with Fetcher(options, sleep=pauses.append) as fetcher:
        fetcher.fetch(f"{newsroom.root}/checks/elm-bridge")
    assert len(pauses) == 1
    assert pause_s - 1 < pauses[0] <= pause_s


def test_a_redirect_into_a_private_network_is_refused(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    # The loopback server stands for a public host; only the rule's view of its own address is changed.
    from corpus.web import addresses

    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or real(address))
    with pytest.raises(UnreadablePage, match=r"private address 10\.0\.0\.1"):
        list(read_address(f"{newsroom.root}/inside", WebOptions(delay_s=0, timeout_s=5)))
