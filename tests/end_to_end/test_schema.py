"""The whole OpenAPI description, held against the running service with made-up requests, right and wrong ones."""

import subprocess
import sys
from pathlib import Path

from tests.api.conftest import build_samples
from tests.api.live import TOKEN, served

# An article that is nothing but citation marks fits the description, and can't become an article.
_CONFIG = """
[[operations]]
include-path = "/v1/staff/articles/{article_id}"
checks.positive_data_acceptance.enabled = false
"""


def test_every_reply_is_as_described(tmp_path: Path) -> None:
    build_samples(tmp_path / "data")
    (tmp_path / "schemathesis.toml").write_text(_CONFIG)
    program = str(Path(sys.executable).with_name("schemathesis"))
    command = [
        program, "run", "--max-examples", "10", "--seed", "1", "--generation-database", "none",
        "--phases", "examples,coverage,fuzzing", "--header", f"Authorization: Bearer {TOKEN}",
    ]  # fmt: skip
    with served(tmp_path / "data", FOOTNOTE_QUESTION_LOG="full") as service:
        ran = subprocess.run(
            [*command, f"{service.url}/openapi.json"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        log = service.stop()
    assert ran.returncode == 0, ran.stdout
    assert "No issues found" in ran.stdout
    assert "unforeseen_error" not in log
