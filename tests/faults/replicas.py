"""Kills PostgreSQL, services and the indexer (signal 9) under load, and holds the rest to what was promised.

``python -m tests.faults.replicas --rounds 20`` kills each of the three 20 times, at a moment that the printed seed
decides, while readers ask both services and an editor stores and withdraws articles. Whatever was killed is started
again as a process manager does, and nothing else is done for it. Ends with code 1 if

- an article, or a withdrawal, that was acknowledged is lost,
- a reader is shown an article half replaced, an older version after a newer one, or one that was withdrawn,
- a request of a service that lives is answered by anything but 200, 404 or 503 with Retry-After,
- ``/readyz`` says what is not so, or questions are not answered while the database is away,
- a service does not take articles and answer from them again within a minute of the restart.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import sqlalchemy as sa

from corpus.sql_store import SqlStore, open_store
from tests.corpus.postgres import Postgres
from tests.faults.fleet import Fleet, Replica
from tests.faults.ledger import NAMES, Ledger, id_of, versions_in
from tests.faults.traffic import Traffic, whole_text

VICTIMS = ("postgres", "service", "indexer")
_PATIENCE_S = 60.0
_BEFORE_S = 1.5
_OUTAGE_S = 1.0


class Broken(Exception):
    """A promise was not kept."""


class Arena:
    """A fleet on a database of ``server``, its newsroom's ledger, and one round after another."""

    def __init__(self, server: Postgres, fleet: Fleet, url: str) -> None:
        self._server, self._fleet, self._url = server, fleet, url
        self._ledger = Ledger()

    def round(self, victim: str, seed: int) -> str:
        """Kill ``victim`` once; what happened, in one line. Raises :class:`Broken`."""
        rng = random.Random(seed)
        self._ledger.statuses.clear()
        traffic = Traffic(self._fleet, self._ledger, rng)
        wait_s = rng.uniform(0.1, _BEFORE_S)
        with traffic.running():
            time.sleep(wait_s)
            began = time.monotonic()
            {"postgres": self._kill_database, "service": self._kill_service, "indexer": self._kill_indexer}[victim](
                traffic, rng
            )
            recovered_s = time.monotonic() - began
        self._settle()
        if self._ledger.violations:
            raise Broken("; ".join(self._ledger.violations))
        counts = ", ".join(f"{n} {what}" for what, n in sorted(self._ledger.statuses.items()))
        return f"seed {seed}: {victim} killed after {wait_s:.2f} s, back {recovered_s:.1f} s later: {counts}"

    def _kill_database(self, traffic: Traffic, rng: random.Random) -> None:
        self._ledger.database_died()
        self._server.kill()
        answered = self._ledger.statuses["asked"]
        for replica in self._fleet.replicas:
            self._until(lambda replica=replica: _readiness(replica)["database"] == "unreachable", "readyz says so")
        self._until(lambda: self._ledger.statuses["asked"] >= answered + 4, "questions are answered meanwhile")
        time.sleep(rng.uniform(0.0, _OUTAGE_S))
        waiting = dict(self._ledger.answer_ids)
        self._server.start()
        for replica in self._fleet.replicas:
            self._until(lambda replica=replica: _readiness(replica)["database"] == "reachable", "readyz says so")
        self._ledger.database_is_back()
        self._until(lambda: self._are_logged(waiting), "questions asked meanwhile are logged")

    def _kill_service(self, traffic: Traffic, rng: random.Random) -> None:
        replica = rng.choice(self._fleet.replicas)
        traffic.dead.add(replica.url)
        replica.program.kill()
        time.sleep(rng.uniform(0.0, _OUTAGE_S))
        replica.start()
        traffic.dead.discard(replica.url)

    def _kill_indexer(self, traffic: Traffic, rng: random.Random) -> None:
        self._fleet.indexer.kill()
        time.sleep(rng.uniform(0.0, _OUTAGE_S))
        self._fleet.indexer.start()

    def _settle(self) -> None:
        """What was acknowledged is stored, and every service comes to show exactly that."""
        store = open_store(self._url)
        for name in NAMES:
            self._check_stored(store, name)
        store.engine.dispose()
        for replica in self._fleet.replicas:
            with replica.client() as client:
                for name in NAMES:
                    self._until(lambda client=client, name=name: self._is_shown(client, name), f"{name} is shown")

    def _check_stored(self, store: SqlStore, name: str) -> None:
        state, article = self._ledger.states[name], store.get(id_of(name))
        if state.withdrawn_at is not None:
            if article is not None:
                raise Broken(f"the withdrawal of {name} was acknowledged and is lost")
        elif state.version and (article is None or versions_in(article.text) != {state.version}):
            found = None if article is None else versions_in(article.text)
            raise Broken(f"version {state.version} of {name} was acknowledged, the store holds {found}")

    def _is_shown(self, client: httpx.Client, name: str) -> bool:
        state = self._ledger.states[name]
        reply = client.get(f"/v1/articles/{id_of(name)}")
        if state.withdrawn_at is not None or not state.version:
            return reply.status_code == 404
        return reply.status_code == 200 and versions_in(whole_text(reply.json())) == {state.version}

    def _are_logged(self, answer_ids: dict[str, str]) -> bool:
        engine = sa.create_engine(self._url)
        query = sa.text("SELECT count(*) FROM questions WHERE answer_id = ANY(:ids)")
        with engine.connect() as connection:
            n = connection.execute(query, {"ids": list(answer_ids.values())}).scalar_one()
        engine.dispose()
        return bool(n >= len(answer_ids))

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while not holds():
            if time.monotonic() > deadline:
                raise Broken(f"after {_PATIENCE_S:.0f} s it is not so that {what}")
            time.sleep(0.05)


def _readiness(replica: Replica) -> dict[str, str]:
    reply = httpx.get(f"{replica.url}/readyz", timeout=_PATIENCE_S)
    if reply.status_code != 200:
        raise Broken(f"{replica.url} lives, has an index and is not ready: {reply.text}")
    found: dict[str, str] = reply.json()
    return found


def run(rounds: int, seed: int, say: Callable[[str], object]) -> None:
    """``rounds`` of each victim, with seeds from ``seed`` on. Raises :class:`Broken`."""
    with tempfile.TemporaryDirectory(prefix="footnote-faults-") as folder, Postgres.started() as server:
        url = server.new_database()
        with Fleet.started(Path(folder) / "data", url) as fleet:
            arena = Arena(server, fleet, url)
            for n in range(rounds * len(VICTIMS)):
                say(arena.round(VICTIMS[n % len(VICTIMS)], seed + n))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, help="how often each of the three is killed")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first round; the others count on")
    arguments = parser.parse_args()
    try:
        run(arguments.rounds, arguments.seed, lambda line: sys.stdout.write(line + "\n") and sys.stdout.flush())
    except Broken as broken:
        sys.stdout.write(f"BROKEN: {broken}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
