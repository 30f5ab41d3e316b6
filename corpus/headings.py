"""Which lines of a page are headings, and what a heading says without its layout."""

import re

from corpus.markers import visible

BULLET = re.compile(r"^\s*(?:[•▪◦‣·*–—-]\s+)")

_SUMMARY_LINE = re.compile(
    r"^\W*(?P<heading>executive summary|summary|in brief)\**\s*(?:[—–:]|-(?=\s))+\**\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = re.compile(
    r"^(?:executive summary|summary|in brief|bottom line|conclusion|background|context|introduction|overview|"
    r"(?:the )?claims?|(?:our )?(?:rating|ruling|verdict|finding)s?|if your time is short)\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?P<heading>\S.*)$")
_HASHES = re.compile(r"^#{1,6}\s+(?P<heading>\S.*)$")
_BOLD = re.compile(r"^(?:\*\*|__)(?P<heading>[^*\n]+)(?:\*\*|__)\W*$")
_MARKERS = re.compile(r"(?<!\s)\s*\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\](?:\([^)\s]*\))?")
_MAX_HEADING = 160
_MAX_BOLD = 200
_MAX_STATED = 130


def heading_of(line: str, *, stated: bool = False) -> tuple[str, str]:
    """(heading, text on the same line); the heading is empty if ``line`` is a paragraph.

    ``stated`` says that the page's own markup makes it a heading.
    """
    if found := _HASHES.match(line):
        return _bare(found["heading"].rstrip("#").rstrip()), ""
    if found := _SUMMARY_LINE.match(line):
        return found["heading"], found["text"].strip()
    if stated:
        # A standfirst set in large type is a paragraph.
        return ("", "") if len(line) > _MAX_STATED else (_bare(line), "")
    bold = _BOLD.match(line)
    if bold and len(line) <= _MAX_BOLD:
        return _bare(bold["heading"]), ""
    unbold = line.replace("**", "").strip()
    if _NAMED.match(unbold):
        return _bare(unbold), ""
    found = _NUMBERED.match(unbold)
    if found and len(unbold) <= _MAX_HEADING and unbold[-1] not in ".;,]":
        return _bare(unbold), ""
    return "", ""


def is_numbered(line: str) -> bool:
    """Whether the line starts like "1. " or "2) "."""
    return bool(_NUMBERED.match(line.lstrip("*# ")))


def is_named(heading: str) -> bool:
    """Whether ``heading`` is one that stands over a section, never over a page."""
    return bool(_NAMED.match(heading))


def _bare(heading: str) -> str:
    text = _MARKERS.sub("", visible(heading)).strip("*#_ \t")
    found = _NUMBERED.match(text)
    return (found["heading"] if found else text).rstrip(":").strip("*# ")
