"""Settings and their origins."""

from pathlib import Path

import pytest

from api.errors import SettingsError
from api.settings import Settings, in_force, load_settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FOOTNOTE_{name.upper()}", raising=False)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "footnote.toml").write_text('model = "hash"\nrate_limit = 5\n')
    monkeypatch.setenv("FOOTNOTE_RATE_LIMIT", "7")
    settings = load_settings()
    origins = {setting.name: setting.origin for setting in in_force(settings)}
    assert (settings.model, settings.rate_limit) == ("hash", 7)
    assert (origins["model"], origins["rate_limit"], origins["data_dir"]) == ("footnote.toml", "environment", "default")


@pytest.mark.parametrize("value", ["https://a.example,https://b.example", '["https://a.example", "https://b.example"]'])
def test_origins_are_separated_by_commas(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_CORS_ORIGINS", value)
    assert load_settings().cors_origins == ("https://a.example", "https://b.example")


def test_a_wrong_value_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_RATE_LIMIT", "many")
    with pytest.raises(SettingsError, match="FOOTNOTE_RATE_LIMIT"):
        load_settings()


@pytest.mark.parametrize("text", ["rate_limit = \n", "no_such_setting = 1\n"])
def test_a_wrong_file_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "footnote.toml").write_text(text)
    with pytest.raises(SettingsError):
        load_settings()


def test_secrets_are_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_STAFF_TOKEN", "very-secret")
    assert all("very-secret" not in setting.value for setting in in_force(load_settings()))


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_staff_token_is_none(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_STAFF_TOKEN", value)
    assert load_settings().staff_token is None
