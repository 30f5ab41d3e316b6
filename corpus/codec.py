"""Articles as JSON, and the hash that tells whether two are the same."""

import hashlib
import json
from dataclasses import asdict
from datetime import date
from typing import Any

from corpus.article import Article, Marker, Section, SectionRole, Sentence, Source


def to_dict(article: Article) -> dict[str, Any]:
    """JSON-ready values, field by field."""
    values = asdict(article)
    values["checked_on"] = article.checked_on.isoformat() if article.checked_on else None
    return values


def to_json(article: Article) -> str:
    """One line of JSON with stable key order."""
    return json.dumps(to_dict(article), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(line: str | bytes) -> Article:
    """The inverse of :func:`to_json`. Raises :class:`InvalidArticle` if the parts contradict each other."""
    values: dict[str, Any] = json.loads(line)
    checked_on = values.pop("checked_on")
    sections = [Section(s["heading"], SectionRole(s["role"]), s["start"], s["end"]) for s in values.pop("sections")]
    return Article(
        checked_on=date.fromisoformat(checked_on) if checked_on else None,
        sections=tuple(sections),
        sentences=tuple(Sentence(**sentence) for sentence in values.pop("sentences")),
        markers=tuple(Marker(m["position"], tuple(m["numbers"])) for m in values.pop("markers")),
        sources=tuple(Source(**source) for source in values.pop("sources")),
        dive_deeper=tuple(values.pop("dive_deeper")),
        **values,
    )


def content_hash(article: Article) -> str:
    """SHA-256 over everything a reader can see, as 64 hex digits."""
    return hashlib.sha256(to_json(article).encode()).hexdigest()
