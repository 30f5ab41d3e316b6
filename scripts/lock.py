"""Resolve pyproject.toml with pip and write the exact versions to requirements.lock."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TORCH = "torch==2.13.0"  # the release that every number in README.md was measured with
HEAD = "# Exact versions of everything that `make` installs. Made by `make lock` from pyproject.toml.\n"


def resolved(requirement: str) -> list[str]:
    """``name==version`` lines of everything that installing ``requirement`` into an empty environment brings."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-"]
    report = json.loads(
        subprocess.run([*command, TORCH, "-e", requirement], check=True, capture_output=True, cwd=ROOT).stdout
    )
    found = [(item["metadata"]["name"], item["metadata"]["version"]) for item in report["install"]]
    # A local label such as "+cpu" names a build, not a release; the lock holds for every build.
    lines = [f"{name}=={version.split('+')[0]}" for name, version in found if name != "footnote-qa"]
    return sorted(lines, key=str.lower)


if __name__ == "__main__":
    (ROOT / "requirements.lock").write_text(HEAD + "\n".join(resolved(".[dev,milvus,otel,postgres]")) + "\n")
