"""Write the table of docs/settings.md from the code; ``tests/test_readme.py`` holds the file to it."""

import re
from pathlib import Path

from api.settings import PREFIX, Settings

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"
_HEAD = "| setting | default | meaning |\n| --- | --- | --- |\n"


def settings_table() -> str:
    """One row a setting: variable, default, what it means."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = field.default
        shown = ",".join(default) if isinstance(default, tuple) else "" if default is None else str(default)
        rows.append(f"| `{PREFIX}{name.upper()}` | {f'`{shown}`' if shown else ''} | {field.description} |\n")
    return _HEAD + "".join(rows)


def with_table(page: str) -> str:
    """``page`` with its settings table made anew."""
    return re.sub(re.escape(_HEAD) + r"(?:\|.*\n)*", lambda _: settings_table(), page)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
