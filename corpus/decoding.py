"""Bytes of an HTML page as text."""

import codecs
import re

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LOOKED_AT = 4096


def decoded_html(content: bytes, *, charset: str = "") -> str:
    """``content`` as UTF-8, else in ``charset`` if the host named one, else in the charset that the page declares, else
    as browsers read undeclared bytes.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = _CHARSET.search(content[:_LOOKED_AT])
        declared = charset or (found[1].decode("ascii", "replace") if found else "cp1252")
        return content.decode(_codec(declared), "replace")


def _codec(name: str) -> str:
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return "cp1252"
    # Some codecs turn bytes into bytes; and what calls itself Latin-1 is cp1252 in practice (WHATWG Encoding).
    return "cp1252" if not codec._is_text_encoding or codec.name in ("iso8859-1", "ascii") else codec.name
