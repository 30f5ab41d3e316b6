"""The documents say what runs: settings, commands, verbs, dependencies, the printed answer."""

import re
import tomllib
from pathlib import Path

import pytest

from api.settings import as_markdown
from tests.api.test_cli import footnote
from tests.transcript import conversation, printed_conversation

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODEL = "all-MiniLM-L6-v2"


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
    extras = project["optional-dependencies"]
    named = project["dependencies"] + extras["postgres"] + extras["milvus"]
    libraries = {re.split(r"[\[>=<]", requirement)[0] for requirement in named}
    table = README.split("## Dependencies")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| ([a-z0-9-]+) \| \w", table, re.MULTILINE)) - {"library"} == libraries


def test_every_linked_file_exists() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the demo's archive, and what the demo printed."""
    folder = tmp_path_factory.mktemp("demo")
    ran = footnote(folder, "demo", "--no-serve", FOOTNOTE_MODEL=MODEL, COLUMNS="200")
    assert ran.returncode == 0, ran.stderr
    return folder, _stripped(ran.stdout)


@pytest.mark.model
def test_the_printed_answer_is_what_the_demo_prints(demo: tuple[Path, str]) -> None:
    assert README.split("<!-- demo")[1].split("```")[1].strip() in demo[1]


@pytest.mark.model
def test_the_conversation_is_what_the_chat_prints(demo: tuple[Path, str]) -> None:
    typed = "\n".join(turn.question for turn in conversation())
    ran = footnote(demo[0], "chat", typed=f"{typed}\n\n", FOOTNOTE_MODEL=MODEL, COLUMNS="130")
    assert ran.returncode == 0, ran.stderr
    assert _stripped(ran.stdout).removesuffix("\n>") == printed_conversation()


def _stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
