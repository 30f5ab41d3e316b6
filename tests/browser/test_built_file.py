"""The committed ``footnote.js`` is built from the committed sources, and small."""

import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "api" / "web"
BUILT = WEB.parent / "static" / "footnote.js"
LIMIT_BYTES = 30_000


def sources_hash() -> str:
    """The hash that ``build.mjs`` writes into the first line."""
    files = [path.relative_to(WEB).as_posix() for path in (WEB / "src").rglob("*") if path.is_file()]
    digest = hashlib.sha256()
    for name in sorted([*files, "build.mjs", "package-lock.json", "tsconfig.json"]):
        digest.update(f"{name}\0".encode() + (WEB / name).read_bytes() + b"\0")
    return digest.hexdigest()


def test_the_built_file_is_of_these_sources() -> None:
    first_line = BUILT.read_text().splitlines()[0]
    stated = re.search(r"sha256:([0-9a-f]{64})", first_line)
    assert stated is not None
    assert stated[1] == sources_hash(), "api/static/footnote.js is stale: run `make web`"


def test_building_again_gives_the_same_file(tmp_path: Path) -> None:
    if shutil.which("node") is None:
        pytest.skip("needs Node.js")
    if not (WEB / "node_modules" / "esbuild").is_dir():
        pytest.skip("needs the packages of api/web: run `make web` once")
    again = tmp_path / "footnote.js"
    subprocess.run(["node", "build.mjs", str(again)], cwd=WEB, check=True, capture_output=True)
    assert again.read_bytes() == BUILT.read_bytes(), "api/static/footnote.js was edited by hand: run `make web`"


def test_the_built_file_is_small() -> None:
    assert len(gzip.compress(BUILT.read_bytes())) <= LIMIT_BYTES


def test_the_built_file_names_no_other_host() -> None:
    hosts = set(re.findall(r"https?://([\w.-]+)", BUILT.read_text()))
    assert hosts <= {"www.w3.org"}
