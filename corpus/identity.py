"""Stable ids, and publishers' names, from what a page says of itself."""

import hashlib
import re
import unicodedata
from urllib.parse import SplitResult, unquote, urlsplit

_MAX_LENGTH = 200
_SECOND_LEVEL = frozenset("ac co com edu gob gouv gov govt ne net nhs or org".split())
_PREFIX = re.compile(r"^\s*fact[\s-]*check\s*[:–—-]\s*", re.IGNORECASE)


def without_prefix(title: str) -> str:
    """``title`` without a leading "Fact check:"."""
    return _PREFIX.sub("", title).strip()


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits joined by ``-``, at most 200 characters, cut between words."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’.](?=[a-z0-9])", "", plain)
    words = re.findall(r"[a-z0-9]+", re.sub(r"[()\[\]]", "", plain))
    found = "-".join(words)
    return found if len(found) <= _MAX_LENGTH else found[: _MAX_LENGTH + 1].rsplit("-", 1)[0][:_MAX_LENGTH]


def from_url(url: str) -> str:
    """The last meaningful path segment of ``url`` as a slug, empty if it has none."""
    segments = [unquote(part) for part in _split(url).path.split("/") if part]
    for segment in reversed(segments):
        name = slug(re.sub(r"\.(?:html?|php|aspx?|md|txt)$", "", segment))
        if name and not name.isdigit() and name != "index":
            return name
    return ""


def publisher_of(url: str) -> str:
    """The name in a URL's host: ``https://www.footnote.example/x`` is of ``Footnote``; empty without a host."""
    labels = [label for label in (_split(url).hostname or "").split(".") if label not in {"www", "m", "amp"}]
    if len(labels) < 2:
        return labels[0].capitalize() if labels else ""
    second_level = labels[-2] in _SECOND_LEVEL and len(labels) > 2 and len(labels[-1]) == 2
    return labels[-3 if second_level else -2].capitalize()


def fallback_id(publisher: str, title: str) -> str:
    """An id for a page without address: slug of publisher and title, or a hash of them where no letter is Latin."""
    words = f"{publisher} {title}"
    return slug(words) or "article-" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12]


def _split(url: str) -> SplitResult:
    """The parts of ``url``; all empty if it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")
