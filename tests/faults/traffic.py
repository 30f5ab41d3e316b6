"""Readers of every service, and an editor who sends articles to any of them until they are acknowledged."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.faults.fleet import Fleet, Replica
from tests.faults.ledger import NAMES, Ledger, article, id_of

_PAUSE_S = 0.02
_WITHDRAWS = 0.2


@dataclass(slots=True)
class Traffic:
    """Runs in threads while :meth:`running` lasts. ``dead`` names services that were killed and are not ready again."""

    fleet: Fleet
    ledger: Ledger
    rng: random.Random
    dead: set[str] = field(default_factory=set)
    _stop: threading.Event = field(default_factory=threading.Event)
    _is_abandoned: bool = False

    @contextmanager
    def running(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._read, args=(replica,)) for replica in self.fleet.replicas]
        threads.append(threading.Thread(target=self._edit))
        self._stop.clear()
        for thread in threads:
            thread.start()
        try:
            yield
        except BaseException:
            self._is_abandoned = True
            raise
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()

    def _read(self, replica: Replica) -> None:
        rng = random.Random(self.rng.random())
        with replica.client() as client:
            while not self._stop.wait(_PAUSE_S):
                name = rng.choice(NAMES)
                asked_at = time.monotonic()
                try:
                    if rng.random() < 0.5:
                        self._ask(client, replica, name, asked_at)
                    else:
                        self._look(client, replica, name, asked_at)
                except httpx.TransportError as error:
                    if replica.url not in self.dead:
                        self.ledger.broken(f"{replica.url} broke off without having been killed: {error!r}")

    def _ask(self, client: httpx.Client, replica: Replica, name: str, asked_at: float) -> None:
        reply = client.post("/v1/ask", json={"question": f"Is the {name} bridge open?"})
        if not self._is_answered(reply, "asked"):
            return
        self.ledger.answer_ids[replica.url] = reply.json()["answer_id"]
        for group in reply.json()["articles"]:
            known = {id_of(one): one for one in NAMES}
            text = " ".join(quote["text"] for quote in group["quotes"])
            self.ledger.shown(replica.url, known[group["article_id"]], text, asked_at)

    def _look(self, client: httpx.Client, replica: Replica, name: str, asked_at: float) -> None:
        reply = client.get(f"/v1/articles/{id_of(name)}")
        if reply.status_code == 404:
            # Not indexed yet, or withdrawn.
            self.ledger.count("absent")
        elif self._is_answered(reply, "read"):
            self.ledger.shown(replica.url, name, whole_text(reply.json()), asked_at)

    def _is_answered(self, reply: httpx.Response, what: str) -> bool:
        if reply.status_code == 200:
            self.ledger.count(what)
            return True
        if reply.status_code == 503 and "retry-after" in reply.headers:
            self.ledger.count("turned away")
        else:
            self.ledger.broken(f"{reply.request.url} answered {reply.status_code}: {reply.text[:200]}")
        return False

    def _edit(self) -> None:
        rng = random.Random(self.rng.random())
        while not self._stop.wait(_PAUSE_S):
            name = rng.choice(NAMES)
            state = self.ledger.states[name]
            if state.version and state.withdrawn_at is None and rng.random() < _WITHDRAWS:
                if self._until_done(rng, "DELETE", name, None):
                    self.ledger.withdrawn(name)
                    self.ledger.count("withdrawn")
            else:
                version = self.ledger.trying(name)
                if self._until_done(rng, "PUT", name, article(name, version)):
                    self.ledger.acknowledged(name, version)
                    self.ledger.count("stored")

    def _until_done(self, rng: random.Random, method: str, name: str, body: Any) -> bool:
        """Send a change to one service after another until one acknowledges it."""
        is_first = True
        while not self._is_abandoned:
            replica = rng.choice(self.fleet.replicas)
            try:
                with replica.client() as client:
                    reply = client.request(method, f"/v1/staff/articles/{id_of(name)}", json=body)
                # A withdrawal that was not acknowledged may have been done all the same.
                if reply.status_code == 200 or (reply.status_code == 404 and method == "DELETE" and not is_first):
                    return True
                if reply.status_code != 503 or "retry-after" not in reply.headers:
                    self.ledger.broken(f"{method} answered {reply.status_code}: {reply.text[:200]}")
                    return False
                self.ledger.count("change turned away")
            except httpx.TransportError as error:
                if replica.url not in self.dead:
                    self.ledger.broken(f"{replica.url} broke off a change without having been killed: {error!r}")
            is_first = False
            time.sleep(_PAUSE_S)
        return False


def whole_text(page: dict[str, Any]) -> str:
    """Text and sources of an article's page: all of it is of one version."""
    return " ".join([page["text"], *(source["title"] for source in page["sources"])])
