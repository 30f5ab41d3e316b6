"""Traces, where the extra is installed."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import SettingsError
from api.tracing import Tracing, exporting
from tests.api.conftest import settings_for

QUESTION = "Can the Great Wall of China be seen from the Moon?"


def test_a_question_is_a_span_with_its_stages_below_the_callers_and_without_its_words(data_dir: Path) -> None:
    sdk = pytest.importorskip("opentelemetry.sdk.trace", reason="the extra `otel` is not installed")
    export = pytest.importorskip("opentelemetry.sdk.trace.export")
    memory = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")
    kept = memory.InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(kept))
    with TestClient(create_app(settings_for(data_dir), tracing=Tracing(provider))) as client:
        caller = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}
        client.post("/v1/ask", json={"question": QUESTION}, headers=caller)
        client.get("/v1/search", params={"q": QUESTION})
    spans = {span.name: span for span in kept.get_finished_spans()}
    request = spans["POST /v1/ask"]
    assert request.parent.span_id == 0xB7AD6B7169203331
    assert request.attributes["http.response.status_code"] == 200
    for stage in ("retrieve", "select", "compose"):
        assert spans[stage].parent.span_id == request.context.span_id
    assert "Wall" not in "".join(span.to_json() for span in spans.values())


def test_without_the_extra_the_setting_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(SettingsError, match=r"footnote-qa\[otel\]"):
        exporting()
