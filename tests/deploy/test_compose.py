"""The compose files: their schema, and what must hold of every container."""

import json
import shutil
import subprocess
from importlib import resources

import jsonschema
import pytest

from tests.deploy.files import COMPOSE, FOLDER, compose, services, text

OURS = ("api-1", "api-2", "indexer")


@pytest.mark.parametrize("name", COMPOSE)
def test_the_schema_of_the_compose_specification_holds(name: str) -> None:
    pytest.importorskip("check_jsonschema", reason="carries the schema of the compose specification")
    folder = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((folder / "compose-spec.json").read_text(encoding="utf-8"))
    jsonschema.validate(compose(name), schema)


def test_what_a_service_names_is_there() -> None:
    volumes = {volume for name in COMPOSE for volume in compose(name)["volumes"]}
    for service in services().values():
        assert set(service.get("depends_on", {})) <= set(services())
        assert set(service["networks"]) <= set(compose("compose.yaml")["networks"])
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            assert source in volumes or (FOLDER / source).is_file()


@pytest.mark.parametrize("name", OURS)
def test_footnote_is_not_root_and_writes_only_where_it_may(name: str) -> None:
    service = services()[name]
    assert (service["user"], service["read_only"], service["cap_drop"]) == ("10001:10001", True, ["ALL"])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert any(mount.startswith("/tmp:") for mount in service["tmpfs"])
    assert service["volumes"] == (["data:/data"] if name == "indexer" else ["data:/data:ro"])


def test_both_services_are_alike_and_the_proxy_knows_both() -> None:
    first, second = ({**services()[name], "build": None} for name in OURS[:2])
    assert first == second
    assert all(f"{name}:8000" in text("Caddyfile") for name in OURS[:2])


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, service in services().items() if "ports" in service] == ["proxy"]
    assert compose("compose.yaml")["networks"]["inside"] == {"internal": True}
    reached = {name for name, service in services().items() if "front" in service["networks"]}
    assert reached == {"proxy", "api-1", "api-2"}


def test_the_proxy_is_trusted_and_keeps_the_counters_inside() -> None:
    (network,) = compose("compose.yaml")["networks"]["front"]["ipam"]["config"]
    assert services()["api-1"]["environment"]["FOOTNOTE_TRUSTED_PROXIES"] == network["subnet"]
    assert "respond /metrics 404" in text("Caddyfile")


@pytest.mark.skipif(shutil.which("caddy") is None, reason="needs the proxy (Debian's package caddy)")
def test_the_proxy_takes_its_file() -> None:
    command = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(FOLDER / "Caddyfile")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_every_image_is_pinned() -> None:
    for name, service in services().items():
        tag = service["image"].rpartition(":")[2]
        assert name in OURS or any(letter.isdigit() for letter in tag), service["image"]
