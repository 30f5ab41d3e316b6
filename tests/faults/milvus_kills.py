"""Milvus dies in the middle of questions, edits and builds: ``python -m tests.faults.milvus_kills --rounds 20``.

A service, an indexer and a local Milvus server run as processes. An editor replaces articles without a pause, readers
ask. Every round kills the server (signal 9), every third one the indexer as well, at a moment that the seed decides,
and then only starts again what a process manager would start. Meanwhile and afterwards it is checked that

- a question is answered, or told with 503 and Retry-After to come again; ``/readyz`` says 503 while the server is down;
- an article never goes missing and never shows parts of two versions, to readers of the service and of the engine;
- an article that was withdrawn is not shown from then on;
- every version that was acknowledged is shown in the end.

Exit code 1: something of that did not hold.
"""

import argparse
import random
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from api.services import Services
from index import Filters, IndexingError, SearchUnavailable
from index.milvus.local import LocalServer, running
from tests.api.conftest import settings_for
from tests.api.live import TOKEN
from tests.faults.fleet import Fleet

NAMES = ("elm", "oak", "ash", "fir", "yew")
# Withdrawn and brought back again and again.
FLEETING = "asp"
_PARTS = 12
_PATIENCE_S = 120.0
_VERSION = re.compile(r"version (\d+)")


def page(name: str, version: int) -> dict[str, str]:
    """An article of several passages, whose every sentence names its version."""
    sentences = (
        f"Part {part} of the {name} inquiry, version {version}, found that the {name} bridge was closed in year {part}"
        f" because its {part}. span was {version} inches too low for the barges that carry timber down the river."
        for part in range(_PARTS)
    )
    return {"title": f"What did the {name} inquiry find?", "body": " ".join(sentences), "publisher": f"The {name} post"}


def versions_in(text: str) -> set[int]:
    return {int(number) for number in _VERSION.findall(text)}


@dataclass
class Report:
    """What was seen. ``wrong`` says what did not hold."""

    seed: int
    rounds: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    recovered_s: list[float] = field(default_factory=list)

    def check(self, holds: bool, what: str) -> None:
        if not holds:
            self.wrong.append(what)

    def __str__(self) -> str:
        slowest = max(self.recovered_s, default=0.0)
        counts = ", ".join(f"{count} {what}" for what, count in sorted(self.seen.items()))
        lines = [f"seed {self.seed}: {self.rounds} rounds; {counts}; whole again after {slowest:.1f} s at most"]
        return "\n".join([*lines, *(f"WRONG: {one}" for one in self.wrong)])


class Harness:
    """Traffic against a service, and what was acknowledged to it."""

    def __init__(self, data_dir: Path, server: LocalServer, fleet: Fleet, report: Report) -> None:
        self._server, self._fleet, self._report = server, fleet, report
        self._services = Services(settings_for(data_dir, engine="milvus", milvus_uri=server.uri, indexer="separate"))
        self._enough, self._editing = threading.Event(), threading.Lock()
        self.acknowledged: dict[str, int] = {}

    def edit(self) -> None:
        """Replace one article after the other; withdraw one and look whether it is gone."""
        with self._client() as client:
            version = 1
            while not self._enough.is_set():
                version += 1
                for name in NAMES:
                    self._put(client, name, version)
                with self._editing:
                    self._withdraw_and_look(client)
                    client.put(f"/v1/staff/articles/{FLEETING}", json=page(FLEETING, version)).raise_for_status()

    def ask(self) -> None:
        """Put questions, searches and articles to the service."""
        with self._client() as client:
            n = 0
            while not self._enough.is_set():
                n += 1
                name = NAMES[n % len(NAMES)]
                asked = {"question": f"What did part {n % _PARTS} of the {name} inquiry find about the {name} bridge?"}
                self._look(client.post("/v1/ask", json=asked), name, "question")
                self._look(client.get("/v1/search", params={"q": f"{name} inquiry bridge"}), name, "search")
                self._look(client.get(f"/v1/articles/{name}"), name, "article")

    def read(self) -> None:
        """Ask the engine itself, as a replica would: every passage of an article, in one version."""
        newest, engine = None, None
        while not self._enough.is_set():
            try:
                if engine is None or self._services.backend.newest() != newest:
                    engine = self._services.backend.open(self._services.encoder, self._services.store)
                    newest = engine.generation
                for name in NAMES:
                    hits = engine.retrieve(name, limit=50, filters=Filters(article_ids=frozenset({name}))).hits
                    article = engine.article(name)
                    texts = [hit.passage.text_in(article) for hit in hits] if article else []
                    whole = {hit.passage for hit in hits} == set(engine.passages_of(name))
                    self._report.check(whole and len(hits) > 1, f"{name} had {len(hits)} passages in {newest}")
                    shown = set[int]().union(*map(versions_in, texts))
                    self._report.check(len(shown) == 1, f"{name} had passages of versions {shown} in {newest}")
                    self._report.seen["reads"] += 1
            except SearchUnavailable:
                self._report.seen["reads refused"] += 1
                time.sleep(0.05)

    def round(self, chance: random.Random) -> None:
        """Kill, look, start again, and wait until all that was acknowledged is shown."""
        time.sleep(chance.uniform(0.0, 4.0))
        self._server.kill()
        if chance.random() < 1 / 3:
            self._fleet.indexer.kill()
            self._fleet.indexer.start()
            self._report.seen["indexers killed"] += 1
        with self._client() as client:
            ready = client.get("/readyz").status_code
            self._report.check(ready == 503, f"/readyz said {ready} while the server was down")
            time.sleep(chance.uniform(0.0, 1.0))
            self._server.start()
            began = time.monotonic()
            acknowledged = dict(self.acknowledged)
            for name, version in acknowledged.items():
                self._wait(lambda n=name, v=version: self._shows(client, n, v), f"{name} never came to {version}")
            self._wait(self._fleet.replicas[0].is_ready, "the service never was ready again")
        self._report.recovered_s.append(time.monotonic() - began)
        self._report.rounds += 1

    def run(self, rounds: int) -> None:
        """All rounds, under traffic."""
        chance = random.Random(self._report.seed)
        threads = [threading.Thread(target=self._kept(work)) for work in (self.edit, self.ask, self.ask, self.read)]
        for thread in threads:
            thread.start()
        try:
            for n in range(rounds):
                self.round(chance)
                sys.stdout.write(f"round {n + 1}: whole again after {self._report.recovered_s[-1]:.1f} s\n")
                sys.stdout.flush()
        finally:
            self._enough.set()
            for thread in threads:
                thread.join()

    def start(self) -> None:
        """The first version of every article, indexed."""
        with self._client() as client:
            for name in (*NAMES, FLEETING):
                self._put(client, name, 1)
            for name in (*NAMES, FLEETING):
                self._wait(lambda n=name: self._shows(client, n, 1), f"{name} was never indexed")

    def _client(self) -> httpx.Client:
        """Without connections kept: the service closes one that idles, and a request then may come too late."""
        return httpx.Client(
            base_url=self._fleet.replicas[0].url,
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=_PATIENCE_S,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def _kept(self, work: Callable[[], None]) -> Callable[[], None]:
        def kept() -> None:
            try:
                work()
            except (IndexingError, httpx.HTTPError) as error:
                self._report.wrong.append(f"{work.__name__} ended: {error!r}")

        return kept

    def _put(self, client: httpx.Client, name: str, version: int) -> None:
        reply = client.put(f"/v1/staff/articles/{name}", json=page(name, version))
        self._report.check(reply.status_code == 200, f"an edit was answered {reply.status_code}")
        if reply.status_code == 200 and name != FLEETING:
            self.acknowledged[name] = version
            self._report.seen["edits"] += 1

    def _withdraw_and_look(self, client: httpx.Client) -> None:
        client.delete(f"/v1/staff/articles/{FLEETING}").raise_for_status()
        self._report.seen["withdrawals"] += 1
        shown = client.get(f"/v1/articles/{FLEETING}").status_code
        self._report.check(shown in (404, 503), f"a withdrawn article was answered {shown}")
        found = client.get("/v1/search", params={"q": f"{FLEETING} inquiry"})
        self._report.check(f"The {FLEETING} post" not in found.text, "a withdrawn article was found")

    def _look(self, reply: httpx.Response, name: str, what: str) -> None:
        if reply.status_code == 503:
            self._report.seen[f"{what} 503"] += 1
            self._report.check("Retry-After" in reply.headers, f"a {what} was refused without Retry-After")
            return
        self._report.seen[f"{what} 200"] += 1
        self._report.check(reply.status_code == 200, f"a {what} was answered {reply.status_code}: {reply.text[:200]}")
        if what == "article":
            self._report.check(len(versions_in(reply.json()["text"])) == 1, f"{name} was shown in parts: {reply.text}")
            return
        groups = reply.json()["hits" if what == "search" else "articles"]
        for group in groups:
            shown = versions_in(str(group))
            self._report.check(len(shown) <= 1, f"a {what} showed versions {shown} of {group['article_id']}")
        if what == "search":
            self._report.check(name in {one["article_id"] for one in groups}, f"a search missed {name}")

    def _shows(self, client: httpx.Client, name: str, version: int) -> bool:
        reply = client.get(f"/v1/articles/{name}")
        return reply.status_code == 200 and min(versions_in(reply.json()["text"])) >= version

    def _wait(self, holds: Callable[[], bool], otherwise: str) -> None:
        limit = time.monotonic() + _PATIENCE_S
        while not holds():
            if time.monotonic() > limit:
                self._report.wrong.append(otherwise)
                return
            time.sleep(0.1)


def run(rounds: int, seed: int) -> Report:
    """A service, an indexer and a server of their own, killed ``rounds`` times."""
    report = Report(seed)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="footnote-faults-")))
        server = stack.enter_context(running(folder / "milvus"))
        data_dir = folder / "data"
        data_dir.mkdir()
        settings = {"FOOTNOTE_ENGINE": "milvus", "FOOTNOTE_MILVUS_URI": server.uri}
        url = settings_for(data_dir).store_url
        Services(settings_for(data_dir, engine="milvus", milvus_uri=server.uri)).bring_up()
        fleet = stack.enter_context(Fleet.started(data_dir, url, replicas=1, **settings))
        harness = Harness(data_dir, server, fleet, report)
        try:
            harness.start()
            harness.run(rounds)
        except (httpx.HTTPError, IndexingError) as error:
            logs = "".join(program.log.read_text()[-2000:] for program in fleet.programs)
            report.wrong.append(f"{error!r} after:\n{logs}")
    return report


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.milvus_kills", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 16))
    asked = parser.parse_args()
    sys.stdout.write(f"seed {asked.seed}\n")
    report = run(asked.rounds, asked.seed)
    sys.stdout.write(f"{report}\n")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
