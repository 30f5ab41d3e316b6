"""What tests of more than one package need."""

from collections.abc import Iterator

import pytest

from tests.corpus.postgres import MISSING, Postgres, is_installed


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real server, for the session."""
    if not is_installed():
        pytest.skip(MISSING)
    with Postgres.started() as server:
        yield server
