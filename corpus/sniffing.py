"""What kind of input some bytes are, told by the bytes."""

import json
import re
from enum import StrEnum

SNIFFED_BYTES = 4096


class Format(StrEnum):
    """Input formats with a reader each, and what has none."""

    JSON_LINES = "JSON lines"
    JSON_ARRAY = "JSON array"
    HTML = "HTML"
    PAGE = "text or Markdown"
    ZIP = "zip archive"
    BINARY = "binary"
    EMPTY = "empty"


_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|div|"
    rb"section|meta|title|h1|p|script|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_ARRAY = re.compile(rb'\s*\[\s*\{\s*"')
_BOM = b"\xef\xbb\xbf"


def format_of(head: bytes) -> Format:
    """The format of an input that begins with ``head`` (:data:`SNIFFED_BYTES` of it, or all)."""
    if head.startswith(b"PK\x03\x04"):
        return Format.ZIP
    if b"\0" in head:
        return Format.BINARY
    head = head.removeprefix(_BOM)
    if not head.strip():
        return Format.EMPTY
    if _HTML.match(head):
        return Format.HTML
    if _is_undecodable(head):
        return Format.BINARY
    if _JSON_ARRAY.match(head):
        return Format.JSON_ARRAY
    return Format.JSON_LINES if _is_json_lines(head) else Format.PAGE


def _is_undecodable(head: bytes) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # A character cut in two at the end of the sample is no mistake.
        return error.start < len(head) - 4 or len(head) < SNIFFED_BYTES - len(_BOM)
    return False


def _is_json_lines(head: bytes) -> bool:
    first = head.lstrip().split(b"\n", 1)[0].strip()
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return first.startswith(b'{"') or first == b"{" or len(head) >= SNIFFED_BYTES - len(_BOM)
