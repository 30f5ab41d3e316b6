"""What the index holds of the store, and who brings it up to it."""

import asyncio
import threading
from pathlib import Path

import pytest

from api.indexer import Indexer
from api.services import Services
from api.upkeep import keep_up
from corpus.ingest import ingest
from corpus.locks import alone
from index import BuilderBusy, IndexingError
from index.building import BuildReport
from tests.api.conftest import SAMPLES, settings_for
from tests.corpus.postgres import Postgres

WALL = "can-you-see-the-great-wall-of-china-from-the-moon"


@pytest.fixture(params=["sqlite", "postgresql"])
def services(request: pytest.FixtureRequest, tmp_path: Path) -> Services:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres").new_database()
    made = Services(settings_for(tmp_path / "data", database_url=url))
    ingest(made.store, [str(SAMPLES)])
    return made


def test_a_build_is_noted_and_a_change_puts_the_index_behind(services: Services) -> None:
    assert (services.builds.last(), services.builds.is_behind()) == (None, True)
    built = services.bring_up()
    last = services.builds.last()
    assert last is not None
    assert (last.change, last.generation, last.problem) == (28, built.generation, None)
    assert not services.builds.is_behind()
    services.store.withdraw(WALL)
    assert services.builds.is_behind()


def test_what_changes_while_a_build_runs_is_for_the_next(services: Services) -> None:
    def build() -> BuildReport:
        services.store.withdraw(WALL)
        return BuildReport("g", 28, 28, 0, 0, 0.0, True)

    services.builds.run(build)
    assert services.builds.is_behind()


def test_a_build_that_fails_is_noted_and_what_it_held_before_stays_known(services: Services) -> None:
    services.bring_up()
    before = services.builds.last()

    def build() -> BuildReport:
        raise IndexingError("There is no room.")

    with pytest.raises(IndexingError):
        services.builds.run(build)
    last = services.builds.last()
    assert before is not None
    assert last is not None
    assert (last.change, last.generation, last.problem) == (before.change, before.generation, "There is no room.")


def test_only_one_machine_builds(postgres: Postgres, tmp_path: Path) -> None:
    services = Services(settings_for(tmp_path, database_url=postgres.new_database()))
    with alone(services.store.engine, "index"), pytest.raises(BuilderBusy, match="Wait"):
        services.bring_up()
    assert services.bring_up().articles == 0


class Countdown(threading.Event):
    """Set once it was waited for ``n`` times; nobody has to wait. ``pauses`` are what was asked for."""

    def __init__(self, n: int) -> None:
        super().__init__()
        self.pauses: list[float] = []
        self._n = n

    def wait(self, timeout: float | None = None) -> bool:
        self.pauses.append(timeout or 0.0)
        if len(self.pauses) == self._n:
            self.set()
        return self.is_set()


def test_keeping_up_builds_at_once_and_after_each_change(services: Services) -> None:
    services.bring_up()
    services.store.withdraw(WALL)
    stop = Countdown(3)
    keep_up(services, stop)
    assert not services.builds.is_behind()
    assert services.serving().engine.article_count == 27
    assert max(stop.pauses) < 1.0


def test_keeping_up_survives_what_fails(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = [IndexingError("no room"), IndexingError("no room"), BuilderBusy("busy"), OSError("no disk")]
    bring_up = services.bring_up

    def failing() -> BuildReport:
        if failures:
            raise failures.pop(0)
        return bring_up()

    monkeypatch.setattr(services, "bring_up", failing)
    stop = Countdown(5)
    keep_up(services, stop)
    assert not services.builds.is_behind()
    # The dear failures are tried ever less often.
    assert stop.pauses[1] > stop.pauses[0]


def test_a_service_that_died_before_building_builds_when_it_is_back(services: Services) -> None:
    def is_wanted() -> bool:
        async def look() -> bool:
            indexer = Indexer(services)
            running = asyncio.ensure_future(indexer.run())
            while not running.done() and not (await indexer.status()).building:
                if indexer.has_looked:
                    break
                await asyncio.sleep(0.01)
            building = (await indexer.status()).building
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            return building

        return asyncio.run(look())

    # Nobody noted a build: the index may be as it is on purpose.
    assert not is_wanted()
    services.bring_up()
    assert not is_wanted()
    services.store.withdraw(WALL)
    assert is_wanted()


def test_an_article_sent_again_is_built_if_the_first_try_was_not(services: Services) -> None:
    async def changed() -> bool:
        indexer = Indexer(services)
        await indexer.changed()
        return (await indexer.status()).building

    services.bring_up()
    assert not asyncio.run(changed())
    services.store.withdraw(WALL)
    assert asyncio.run(changed())


def test_with_a_separate_indexer_the_status_is_that_of_the_database(services: Services) -> None:
    services.settings.indexer = "separate"

    async def status() -> tuple[bool, str | None]:
        indexer = Indexer(services)
        await indexer.run()
        await indexer.changed()
        indexer.want()
        found = await indexer.status()
        return found.building, found.problem

    assert asyncio.run(status()) == (True, None)
    services.bring_up()
    assert asyncio.run(status()) == (False, None)
