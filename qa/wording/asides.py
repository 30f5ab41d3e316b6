"""Lines that stand in an article without being part of what it says: credits, addresses, calls to read on, notices."""

import re

_BRACKETED = re.compile(r"^\W*[(\[][^()\[\]]*[)\]]\W*$")
_ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$", re.IGNORECASE)
_NOTICE = re.compile(
    r"^\W*(?:\(?read more (?:about|on|here)\b|related:|\(?screen ?shot\b|sign up\b|click here\b|"
    r"share this\b|a post shared by\b|advertisement\b|photo(?: illustration)?:|image credit\b|credit:|"
    r"(?:photo|image|video|picture) (?:courtesy|credit|via)\b|sources?:)",
    re.IGNORECASE,
)
_FLAGGED = re.compile(r"^[^\"“”]*\b(?:was|were) flagged as part of\b[^\"“”]*$", re.IGNORECASE)
# The heading of an embedded forum thread: "Gulls steal a sandwich by u/elmfalls in harbours".
_THREAD = re.compile(r"\bby u/\S+ in \S+$")
# A bracketed sentence with a full stop says something; a credit ("Harbour office / Jane Roe") is short and has none.
_CREDIT_WORDS = 12
_STOP = re.compile(r"[.!?…][^\w.!?…]*$")


def is_aside(text: str) -> bool:
    """Whether a sentence is a credit, an address, a notice or a call to read on: it answers and explains nothing."""
    if any(pattern.search(text) for pattern in (_NOTICE, _ADDRESS, _FLAGGED, _THREAD)):
        return True
    if not _BRACKETED.match(text) or len(text.split()) > _CREDIT_WORDS:
        return False
    return not _STOP.search(text) or not re.search(r"\w", text)
