"""Structured logs: one JSON object a line, with the request's id, without readers' words."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.typing import Processor

_MAX_PLACES = 8


def configure(level: str) -> None:
    """Send this program's logs from ``level`` on, and its libraries' warnings, to standard error."""
    number = logging.getLevelNamesMapping()[level.upper()]
    # An error's text may hold what a reader typed: only who debugs sees it.
    exceptions: Processor = structlog.processors.format_exc_info if number <= logging.DEBUG else _places_only
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    render: list[Processor] = [exceptions, structlog.processors.JSONRenderer()]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render],
        )
    )
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)
    structlog.configure(
        processors=[*shared, *render],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def places(error: BaseException) -> list[str]:
    """Where ``error`` came from, innermost first, without its text."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames][:_MAX_PLACES]


def _places_only(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    given = event.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else given[1] if isinstance(given, tuple) else sys.exc_info()[1]
    if given and error is not None:
        event.update(error=type(error).__name__, places=places(error))
    return event
