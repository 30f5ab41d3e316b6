"""What Milvus can hold of a value. It takes longer text without a word and cuts or loses it, so length is kept here."""

import re
from collections.abc import Sequence
from datetime import date

#: Bytes of UTF-8 in the longest text field there is.
MAX_TEXT_BYTES = 65_535
#: Bytes of a publisher or verdict that filters compare.
MAX_LABEL_BYTES = 1024
#: The day of articles that don't say when they were checked.
NO_DAY = -1
# Stands where a text has no terms: a collection of nothing but empty texts can't be ranked. No query holds it.
_NO_TERMS = "-"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def label(text: str) -> str:
    """A publisher or verdict as rows and filters both write it: without control characters, and not too long."""
    plain = _CONTROL.sub(" ", text)
    return plain.encode()[:MAX_LABEL_BYTES].decode(errors="ignore")


def day(checked_on: date | None) -> int:
    return checked_on.toordinal() if checked_on else NO_DAY


def joined(terms: Sequence[str]) -> str:
    """Terms as the server's analyzer parts them again: at white space. Those that no longer fit are left out."""
    # Folding parts a few characters into a space and another one.
    text = " ".join(term.replace(" ", "_") for term in terms) or _NO_TERMS
    if len(text.encode()) <= MAX_TEXT_BYTES:
        return text
    return text.encode()[: MAX_TEXT_BYTES + 1].decode(errors="ignore").rpartition(" ")[0]
