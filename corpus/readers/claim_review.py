"""What a page says of itself in schema.org's words: ClaimReview and Article, from JSON-LD and microdata."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree

from corpus.dates import parse_date
from corpus.readers.html_tree import Element

_ARTICLES = frozenset("Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting WebPage".split())
_TAG = re.compile(r"<[^<>]{0,300}>")
_MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Stated:
    """Facts of a page; empty where it states none. ``reviewed`` is the review's date, ``published`` the article's."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    claim: str = ""
    verdict: str = ""
    url: str = ""
    reviewed: date | None = None
    published: date | None = None


def stated_by(root: Element, source: str) -> Stated:
    """The facts that the tree ``root``, parsed from ``source``, states in JSON-LD or microdata.

    Where a page reviews several claims, no single claim is its own, and a rating only if all share it.
    """
    items = list(_items(root, source))
    reviews = [item for item in items if "ClaimReview" in _types(item)]
    articles = [item for item in items if _types(item) & _ARTICLES]
    claims = {_text(review.get("claimReviewed")) for review in reviews} - {""}
    ratings = {_rating(review) for review in reviews} - {""}
    review = reviews[0] if reviews else {}
    article = next((item for item in articles if item.get("headline")), articles[0] if articles else {})
    return Stated(
        title=_text(article.get("headline")),
        author=_names(article.get("author")),
        publisher=_names(article.get("publisher")) or _names(review.get("author")),
        claim=claims.pop() if len(claims) == 1 else "",
        verdict=ratings.pop() if len(ratings) == 1 else "",
        url=_text(article.get("url")) or (_text(review.get("url")) if len(reviews) == 1 else ""),
        reviewed=parse_date(_text(review.get("datePublished"))),
        published=parse_date(_text(article.get("datePublished"))),
    )


def _items(root: Element, source: str) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _nested(_json_ld(script), 0)
    if "schema.org/ClaimReview" in source:
        from extruct.w3cmicrodata import LxmlMicrodataExtractor

        for item in LxmlMicrodataExtractor().extract_items(root, ""):
            kind = str(item.get("type", "")).rsplit("/", 1)[-1]
            yield {"@type": kind, **_flat(item.get("properties") or {})}


def _json_ld(script: Element) -> Any:
    """The items of one script; none if its JSON can't be understood, so that one broken script spoils no other."""
    from extruct.jsonld import JsonLdExtractor

    alone = etree.Element("html")
    copy = etree.SubElement(alone, "script", type="application/ld+json")
    copy.text = script.text
    try:
        return JsonLdExtractor().extract_items(alone)
    except (ValueError, RecursionError):
        return []


def _nested(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nested(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, part in value.items():
            if key in ("@graph", "mainEntity", "review", "claimReview", "hasPart"):
                yield from _nested(part, depth + 1)


def _flat(properties: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in properties.items():
        value = value[0] if isinstance(value, list) and value else value
        flat[key] = _flat(value.get("properties") or {}) if isinstance(value, dict) else value
    return flat


def _types(item: dict[str, Any]) -> set[str]:
    types = item.get("@type")
    return {str(kind).rsplit("/", 1)[-1] for kind in (types if isinstance(types, list) else [types])}


def _rating(review: dict[str, Any]) -> str:
    rating = review.get("reviewRating")
    if isinstance(rating, list):
        rating = rating[0] if rating else None
    if not isinstance(rating, dict):
        return ""
    words = _text(rating.get("alternateName")) or _text(rating.get("name"))
    return "" if words.replace(".", "").isdigit() else words


def _names(value: Any) -> str:
    """Names of a person, an organisation, or a list of them."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for part in value[:10] if (name := _names(part))))
    if isinstance(value, dict):
        value = value.get("name")
        return _names(value) if isinstance(value, list) else _text(value)
    text = _text(value)
    return "" if text.startswith("http") else text


def _text(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return ""
    return " ".join(_TAG.sub(" ", html.unescape(html.unescape(value))).split())
