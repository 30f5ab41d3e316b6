"""What the service counts and times, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from qa import Answer, Refusal

_SECONDS = (0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.2, 0.4, 0.8, 1.6, 5.0)


class Metrics:
    """One registry an app, so that several apps in one process don't add up."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "footnote_requests_total", "Requests by route and status.", ("route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "footnote_request_seconds", "Time of a request by route.", ("route",), registry=self.registry,
            buckets=_SECONDS,
        )  # fmt: skip
        self.outcomes = Counter(
            "footnote_outcomes_total", "Questions answered, and refused by reason.", ("outcome",),
            registry=self.registry,
        )  # fmt: skip
        self.pending = Gauge("footnote_pending", "Questions that run or wait.", registry=self.registry)
        self.generation = Gauge(
            "footnote_generation", "1 for the generation being served.", ("generation",), registry=self.registry
        )

    def count(self, outcome: Answer | Refusal) -> None:
        self.outcomes.labels("answered" if isinstance(outcome, Answer) else outcome.reason.value).inc()

    def serve(self, generation: str) -> None:
        """Note which generation is being served."""
        self.generation.clear()
        self.generation.labels(generation).set(1)

    def text(self) -> bytes:
        """In the Prometheus text format."""
        return generate_latest(self.registry)
