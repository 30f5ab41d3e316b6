"""Write the parts of README.md that are made from code; ``tests/test_readme.py`` holds the file to them."""

import re
from pathlib import Path

from api.settings import PREFIX, Settings

README = Path(__file__).resolve().parent.parent / "README.md"
_HEAD = "| variable | default | means |\n| --- | --- | --- |\n"


def settings_table() -> str:
    """One row a setting: variable, default, what it means."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = field.default
        shown = ",".join(default) if isinstance(default, tuple) else "" if default is None else str(default)
        rows.append(f"| `{PREFIX}{name.upper()}` | {f'`{shown}`' if shown else ''} | {field.description} |\n")
    return _HEAD + "".join(rows)


def with_tables(readme: str) -> str:
    """``readme`` with its settings table made anew."""
    return re.sub(re.escape(_HEAD) + r"(?:\|.*\n)*", lambda _: settings_table(), readme)


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
