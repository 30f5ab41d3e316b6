"""Deployment files and the service speak of the same settings."""

import re

import pytest

from api.settings import PREFIX, Settings
from tests.deploy.files import COMPOSE, FOLDER, of_kind, services, text

FILES = [*COMPOSE, "kubernetes.yaml", "Dockerfile", "Caddyfile", "README.md"]
KNOWN = {PREFIX + name.upper() for name in Settings.model_fields}


def test_every_file_is_looked_at() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*FILES, "Dockerfile.dockerignore"}


@pytest.mark.parametrize("name", FILES)
def test_every_variable_is_a_setting(name: str) -> None:
    assert set(re.findall(rf"{PREFIX}[A-Z_]+\b", text(name))) <= KNOWN


def test_plain_values_are_ones_that_the_service_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    environments = [service.get("environment", {}) for service in services().values()]
    environments.append(of_kind("ConfigMap")["footnote"]["data"])
    for environment in environments:
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                # Compose fills in "${NAME:-default}" and refuses to start without "${NAME:?what it is}".
                given = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", re.sub(r"\$\{\w+:\?[^}]*\}", "given", str(value)))
                patch.setenv(name, given)
            Settings()


def test_each_service_has_time_to_end_its_requests() -> None:
    for name in ("api-1", "api-2"):
        service = services()[name]
        assert int(service["stop_grace_period"].rstrip("s")) > int(service["environment"]["FOOTNOTE_SHUTDOWN_S"])
    pod = of_kind("Deployment")["footnote-api"]["spec"]["template"]["spec"]
    shutdown_s = int(of_kind("ConfigMap")["footnote"]["data"]["FOOTNOTE_SHUTDOWN_S"])
    before_s = int(pod["containers"][0]["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] > before_s + shutdown_s


def test_no_secret_is_written_down() -> None:
    for name in COMPOSE:
        for line in text(name).splitlines():
            if re.match(r"\s*[A-Z_]*(PASSWORD|TOKEN|SECRET_ACCESS_KEY): ", line):
                assert "${" in line, line
    assert not of_kind("Secret")
    assert "FOOTNOTE_STAFF_TOKEN" not in of_kind("ConfigMap")["footnote"]["data"]
