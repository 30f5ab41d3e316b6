from pathlib import Path

import pytest

from index.bench.scale.__main__ import main


def test_an_archive_is_measured_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [str(tmp_path), "--work", str(tmp_path / "work"), "--markdown"]
    assert main([*given, "--archives", "80", "--engines", "embedded"]) == 0
    first = capsys.readouterr().out
    assert "| 80 (generated) | embedded |" in first
    assert not (tmp_path / "work" / "engines" / "80" / "embedded").exists()
    assert main(given) == 0
    assert "| 80 (generated) | embedded |" in capsys.readouterr().out


def test_an_unknown_archive_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--archives", "elsewhere"])
    assert "neither newsroom nor archive nor a number" in capsys.readouterr().err
