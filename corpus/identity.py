"""Stable ids, and publishers' names, from what a page says of itself."""

import hashlib
import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_MAX_LENGTH = 200
_SECOND_LEVEL = frozenset("ac co com edu gob gouv gov govt ne net nhs or org".split())
# Fewer words than this name a place of the site ("news", "fact-check"), not an article.
_MIN_NAME_WORDS = 3
_TRACKING = re.compile(
    r"utm_\w+|at_\w+|ns_\w+|\w*clid|[gw]braid|mc_[ce]id|igsh\w*|cmp(?:id)?|ocid|ref|ref_src|smid", re.IGNORECASE
)
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
    """The last meaningful path segment of ``url`` as a slug, empty if it has none.

    What tells pages of one name apart is kept with it: the numbers behind it (``/news/56901183``), else the ``id`` or
    ``p`` of the query (``/story.php?id=1``).
    """
    parts = _split(url)
    name = ""
    numbers: list[str] = []
    for segment in reversed([unquote(part) for part in parts.path.split("/") if part]):
        found = slug(re.sub(r"\.(?:html?|php|aspx?|md|txt)$", "", segment))
        if found.isdigit():
            numbers.insert(0, found)
        elif found and found != "index":
            name = found
            break
    if not numbers and len(name.split("-")) < _MIN_NAME_WORDS:
        numbers = [value for key, value in _query(parts) if key.lower() in ("id", "p") and slug(value)]
        name = name or (publisher_of(url) if numbers else "")
    return slug(" ".join([name, *numbers])) if name else ""


def is_same_address(one: str, other: str) -> bool:
    """Whether two spellings are of one address: scheme, ``www.``, closing slash, fragment and tracking don't count.

    An address that isn't known may be any.
    """
    return not one or not other or _place(one) == _place(other)


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


def _place(url: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Host, path and query of ``url``, without what leads to the same page."""
    parts = _split(url)
    host = re.sub(r"^(?:(?:www|m|amp)\.)+", "", parts.hostname or "")
    query = sorted(pair for pair in _query(parts) if not _TRACKING.fullmatch(pair[0]))
    return host, unquote(parts.path).rstrip("/"), query


def _query(parts: SplitResult) -> list[tuple[str, str]]:
    try:
        return parse_qsl(parts.query)
    except ValueError:
        return []


def _split(url: str) -> SplitResult:
    """The parts of ``url``; all empty if it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")
