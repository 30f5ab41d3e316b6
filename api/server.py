"""Runs the service: one process, or several that share the memory-mapped index."""

import os
import tempfile

import uvicorn
from fastapi import FastAPI

from api.settings import Settings, environment_of


def run(settings: Settings, host: str, port: int, processes: int = 1) -> None:
    """Serve until interrupted. Each process loads the model for itself; the index's files are in memory once."""
    with tempfile.TemporaryDirectory(prefix="footnote-metrics-") as folder:
        if processes > 1:
            # Where the processes add their counters up; the library looks for it when it is first imported.
            os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        os.environ.update(environment_of(settings))
        uvicorn.run(
            "api.server:app",
            factory=True,
            host=host,
            port=port,
            workers=processes,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=",".join(settings.trusted_proxies),
            # Connections that are open, idle ones among them; requests have their own limit.
            limit_concurrency=4 * settings.max_requests,
            timeout_graceful_shutdown=settings.shutdown_s,
        )


def app() -> FastAPI:
    """The service of one process."""
    from api.app import create_app
    from api.logging import configure
    from api.settings import load_settings

    settings = load_settings()
    configure(settings.log_level)
    return create_app(settings)
