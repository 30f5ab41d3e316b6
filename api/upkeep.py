"""The index follows the store: what `footnote index --watch` does."""

import threading

import sqlalchemy as sa
import structlog

from api.services import Services
from corpus import CorpusError
from index import BuilderBusy, IndexingError, SearchUnavailable

_POLL_S = 0.2
# Tries after the database or another builder was in the way, and after a build that failed, which is dear.
_RETRY_S = 1.0
_MAX_RETRY_S = 60.0


def keep_up(services: Services, stop: threading.Event) -> None:
    """Bring the index up to the store now and after each change, until ``stop`` is set. Whatever fails is logged, noted
    where the staff sees it, and tried again.
    """
    log = structlog.get_logger("footnote.indexer")
    held: int | None = None
    failed_s = _RETRY_S
    while not stop.is_set():
        pause_s = _POLL_S
        try:
            if services.store.newest_change() != held:
                built = services.bring_up()
                last = services.builds.last()
                held = None if last is None else last.change
                failed_s = _RETRY_S
                log.info("index_built", generation=built.generation, articles=built.articles, seconds=built.seconds)
        except BuilderBusy:
            pause_s = _RETRY_S
        except SearchUnavailable as error:
            log.error("index_not_built", problem=str(error))
            pause_s = _RETRY_S
        except IndexingError as error:
            log.error("index_not_built", problem=str(error))
            pause_s, failed_s = failed_s, min(2 * failed_s, _MAX_RETRY_S)
        except (OSError, CorpusError, sa.exc.SQLAlchemyError) as error:
            # The error's text may name the database.
            log.error("store_not_read", problem=type(error).__name__)
            pause_s = _RETRY_S
        stop.wait(pause_s)
