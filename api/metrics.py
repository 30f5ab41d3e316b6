"""What the service counts and times, for Prometheus."""

import os
from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

_SECONDS = (0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.2, 0.4, 0.8, 1.6, 5.0)
#: Folder in which several serving processes add up; the library looks for it when it is imported.
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


class Metrics:
    """One registry an app, so that several apps in one process don't add up."""

    def __init__(self) -> None:
        self._generation_now: str | None = None
        registry = self._registry = CollectorRegistry()
        self.requests = Counter(
            "footnote_requests_total", "Requests by route and status.", ("route", "status"), registry=registry
        )
        self.seconds = Histogram(
            "footnote_request_seconds", "Time of a request by route.", ("route",), registry=registry, buckets=_SECONDS
        )
        self.turned_away = Counter(
            "footnote_turned_away_total", "Requests that a limit turned away.", ("limit",), registry=registry
        )
        self.outcomes = Counter(
            "footnote_outcomes_total", "Questions answered, and refused by reason.", ("outcome",), registry=registry
        )
        self.stages = Histogram(
            "footnote_stage_seconds", "Time of a question by stage.", ("stage",), registry=registry, buckets=_SECONDS
        )
        self.queue = Gauge(
            "footnote_queue", "Calls that run or wait, by pool.", ("pool",), registry=registry,
            multiprocess_mode="livesum",
        )  # fmt: skip
        self.log_lost = Counter(
            "footnote_question_log_lost_total", "Questions that could not be logged.", registry=registry
        )
        self.database = Gauge(
            "footnote_database_reachable", "1 while the database answers, 0 while it does not.", registry=registry,
            multiprocess_mode="livemin",
        )  # fmt: skip
        self.database.set(1)
        self.generation = Gauge(
            "footnote_generation", "1 for the generation being served.", ("generation",), registry=registry,
            multiprocess_mode="livemax",
        )  # fmt: skip
        self.degraded = Gauge(
            "footnote_degraded", "1 while an older generation is served because the current one is damaged.",
            registry=registry, multiprocess_mode="livemax",
        )  # fmt: skip

    def count(self, outcome: str, timings_ms: Mapping[str, float]) -> None:
        """Note a question that was ``answered``, or the reason of its refusal, and the time of each stage."""
        self.outcomes.labels(outcome).inc()
        for stage, milliseconds in timings_ms.items():
            self.stages.labels(stage).observe(milliseconds / 1000)

    def serve(self, generation: str, *, degraded: bool) -> None:
        """Note which generation is being served, and whether it is an older one than it should be."""
        self.degraded.set(degraded)
        if self._generation_now is not None and self._generation_now != generation:
            # Set before removing: other processes read the value from a file, where it would stay.
            self.generation.labels(self._generation_now).set(0)
            self.generation.remove(self._generation_now)
        self.generation.labels(generation).set(1)
        self._generation_now = generation

    def reached(self, reachable: bool) -> None:
        """Note whether the database answers."""
        self.database.set(reachable)

    def text(self) -> bytes:
        """In the Prometheus text format, added up over the serving processes."""
        if SHARED_FOLDER not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together)
