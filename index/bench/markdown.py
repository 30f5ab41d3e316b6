"""Tables for documents."""

from collections.abc import Sequence


def markdown(lines: Sequence[Sequence[str]]) -> str:
    """Lines as a Markdown table, the first as its header; all columns but the first are numbers."""
    header, *body = lines
    rule = ("---", *("---:" for _ in header[1:]))
    return "\n".join("| " + " | ".join(line) + " |" for line in (header, rule, *body))
