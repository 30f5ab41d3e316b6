"""What stands in deploy/."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "deploy"
COMPOSE = ("compose.yaml", "compose.milvus.yaml")


def text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def compose(name: str) -> dict[str, Any]:
    """A compose file as a mapping."""
    loaded: dict[str, Any] = yaml.safe_load(text(name))
    return loaded


def services() -> dict[str, dict[str, Any]]:
    """All services, by name, with what the file for Milvus adds to each."""
    found: dict[str, dict[str, Any]] = {}
    for name in COMPOSE:
        for service, values in compose(name)["services"].items():
            for key, value in values.items():
                known = found.setdefault(service, {}).get(key)
                found[service][key] = {**known, **value} if isinstance(known, dict) else value
    return found


def kubernetes() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(text("kubernetes.yaml")))


def of_kind(kind: str) -> dict[str, dict[str, Any]]:
    """The Kubernetes objects of ``kind`` by name."""
    return {one["metadata"]["name"]: one for one in kubernetes() if one["kind"] == kind}


def instructions() -> list[tuple[str, str]]:
    """(instruction, arguments) of the Dockerfile, continued lines joined."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^\s*#.*\n", "", text("Dockerfile")))
    lines = (line.split(None, 1) for line in joined.splitlines() if line.strip())
    return [(name, arguments) for name, arguments in lines]
