"""OpenTelemetry traces: a span a request, one below it for each stage of a question. Readers' words are in none."""

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import SettingsError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Tracer

_MISSING = "FOOTNOTE_TRACING needs OpenTelemetry. Install it with: pip install 'footnote-qa[otel]'"


def exporting() -> "TracerProvider":
    """A provider that sends to where the ``OTEL_*`` variables say. Raises :class:`SettingsError` without the extra."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ModuleNotFoundError as error:
        raise SettingsError(_MISSING) from error
    named = Resource.create({SERVICE_NAME: "footnote"}).merge(OTELResourceDetector().detect())
    provider = TracerProvider(resource=named)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


class Tracing:
    """Makes the spans of one app."""

    def __init__(self, provider: "TracerProvider") -> None:
        self._provider = provider
        self.tracer: Tracer = provider.get_tracer("footnote")

    def stages(self, timings_ms: Mapping[str, float]) -> None:
        """A span a stage below the current one. The stages followed each other and ended just now."""
        at = time.time_ns() - int(sum(timings_ms.values()) * 1e6)
        for stage, milliseconds in timings_ms.items():
            span = self.tracer.start_span(stage, start_time=at)
            at += int(milliseconds * 1e6)
            span.end(at)

    def close(self) -> None:
        """Send what is not sent yet."""
        self._provider.shutdown()


class Traced:
    """A span around each request, below the caller's if it sent a ``traceparent`` (W3C Trace Context)."""

    def __init__(self, app: ASGIApp, tracing: Tracing) -> None:
        self._app = app
        self._tracer = tracing.tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        from opentelemetry.trace import SpanKind
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        caller = TraceContextTextMapPropagator().extract(headers)
        method = scope["method"]
        with self._tracer.start_as_current_span(
            method, caller, SpanKind.SERVER, record_exception=False, set_status_on_exception=False
        ) as span:

            async def traced(message: Message) -> None:
                if message["type"] == "http.response.start":
                    span.set_attribute("http.response.status_code", message["status"])
                await send(message)

            span.set_attribute("http.request.method", method)
            try:
                await self._app(scope, receive, traced)
            finally:
                # The route's pattern, never the address.
                route = getattr(scope.get("route"), "path", "other")
                span.update_name(f"{method} {route}")
                span.set_attribute("http.route", route)
