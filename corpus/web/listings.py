"""Sitemaps and feeds: which pages they list."""

import gzip
import io
import re
import zlib
from collections.abc import Iterable
from urllib.parse import urljoin

from lxml import etree

_SITEMAP = re.compile(rb"<(?:\w+:)?(?P<kind>urlset|sitemapindex)\b")
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b")
_LOOKED_AT = 4096
_MAX_BYTES = 50_000_000


def unpacked(content: bytes) -> bytes:
    """``content`` without its gzip layer, if it has one and holds no more than 50 MB."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            return stream.read(_MAX_BYTES)
    except (OSError, EOFError, zlib.error):
        return content


def listed_pages(content: bytes, url: str) -> tuple[list[str], list[str]] | None:
    """(pages, further sitemaps) that the sitemap or feed ``content`` of ``url`` lists; ``None`` if it is neither."""
    head = content[:_LOOKED_AT]
    if found := _SITEMAP.search(head):
        addresses = _locations(content, url)
        return ([], addresses) if found["kind"] == b"sitemapindex" else (addresses, [])
    if _FEED.search(head):
        return _entries(content, url), []
    return None


def _locations(content: bytes, url: str) -> list[str]:
    # No entities, no network, no huge trees: the file comes from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(content, parser)
    if root is None:
        return []
    found = (element.text for element in root.iter("{*}loc") if element.getparent() is not None)
    return _unique((text.strip() for text in found if text and text.strip()), url)


def _entries(content: bytes, url: str) -> list[str]:
    import feedparser

    feed = feedparser.parse(io.BytesIO(content))
    return _unique((entry.get("link") or "" for entry in feed.entries), url)


def _unique(addresses: Iterable[str], url: str) -> list[str]:
    found: dict[str, None] = {}
    for address in addresses:
        if address:
            found[urljoin(url, address)] = None
    return list(found)
