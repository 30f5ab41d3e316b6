"""The documents say what runs: settings, commands, verbs, dependencies, the printed answer."""

import re
import tomllib
from pathlib import Path

import pytest

from api.settings import as_markdown
from tests.api.test_cli import footnote

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_settings_is_current() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert as_markdown().strip() in page, "paste what 'footnote config --markdown' prints"


def test_every_command_is_listed(tmp_path: Path) -> None:
    listed = set(re.findall(r"^\| `footnote (\w+)", README, re.MULTILINE))
    helped = footnote(tmp_path, "--help", TERM="dumb").stdout
    commands = set(re.findall(r"^│ (\w+)\s", helped.split("Commands")[1], re.MULTILINE))
    assert listed == commands


def test_every_verb_exists() -> None:
    verbs = set(re.findall(r"`make ([a-z-]+)", README)) | set(re.findall(r"^make ([a-z-]+)", README, re.MULTILINE))
    assert verbs <= set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_every_dependency_says_what_it_is_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = project["dependencies"] + project["optional-dependencies"]["postgres"]
    libraries = {re.split(r"[\[>=<]", requirement)[0] for requirement in named}
    table = README.split("## Dependencies")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| ([a-z0-9-]+) \| \w", table, re.MULTILINE)) - {"library"} == libraries


def test_every_linked_file_exists() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


@pytest.mark.model
def test_the_printed_answer_is_what_the_demo_prints(tmp_path: Path) -> None:
    shown = README.split("<!-- demo")[1].split("```")[1].strip()
    ran = footnote(tmp_path, "demo", "--no-serve", FOOTNOTE_MODEL="all-MiniLM-L6-v2", COLUMNS="200")
    assert ran.returncode == 0, ran.stderr
    assert shown in "\n".join(line.rstrip() for line in ran.stdout.splitlines())
