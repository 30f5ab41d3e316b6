"""A real service over the sample archive, with the encoder that needs no model."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import corpus
from api.app import create_app
from api.services import Services
from api.settings import Settings
from corpus.ingest import ingest
from index.builder import build

SAMPLES = Path(corpus.__file__).parent / "samples"
TOKEN = "staff-token-for-tests"


def settings_for(data_dir: Path, **changes: object) -> Settings:
    """Settings over ``data_dir`` that need no model."""
    return Settings(data_dir=data_dir, model="hash", **changes)  # type: ignore[arg-type]


def build_samples(data_dir: Path) -> Settings:
    """A data folder that holds the sample archive and its index."""
    settings = settings_for(data_dir)
    services = Services(settings)
    ingest(services.store, [str(SAMPLES)])
    build(services.store, settings.index_dir, services.encoder)
    return settings


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive and its index as they were built: nothing is served from here."""
    folder = tmp_path_factory.mktemp("untouched") / "samples"
    build_samples(folder)
    return folder


@pytest.fixture(scope="session")
def data_dir(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that many tests ask: what they ask stays in its log."""
    return Path(shutil.copytree(untouched, tmp_path_factory.mktemp("shared") / "samples"))


@pytest.fixture(scope="session")
def client(data_dir: Path) -> Iterator[TestClient]:
    app = create_app(settings_for(data_dir, staff_token=TOKEN))
    app.state.footnote.services.serving()
    with TestClient(app) as client:
        yield client


@pytest.fixture
def own_data_dir(untouched: Path, tmp_path: Path) -> Path:
    """A copy of the sample archive and its index, for a test that changes them."""
    return Path(shutil.copytree(untouched, tmp_path / "own"))
