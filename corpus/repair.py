"""Mojibake: text that was decoded with the wrong encoding on its way here."""

import re

import ftfy
from ftfy.badness import is_bad

# ftfy's test is slow; text with no other characters than these was not wrongly decoded.
_HARMLESS_ALONE = re.compile(r"[\x00-\x7f‘’“”–—…•\xa0€£]*")


# Half of a surrogate pair is no character, and databases refuse it and NUL.
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """``text`` without the code points that can't be encoded or stored."""
    return _UNSTORABLE.sub("", text)


def is_garbled(text: str) -> bool:
    """Whether ``text`` holds runs of characters that only a wrong decoding leaves behind."""
    return not _HARMLESS_ALONE.fullmatch(text) and bool(is_bad(text))


def repaired(text: str) -> str:
    """``text`` with its mojibake undone where that leaves none behind; else unchanged, for the lint to flag."""
    if not is_garbled(text):
        return text
    mended = ftfy.fix_encoding(text)
    return text if is_bad(mended) else mended
