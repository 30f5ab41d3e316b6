"""What runs beside the requests while the service is up: new generations, withdrawals, the log, builds."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import cast

import sqlalchemy as sa
from fastapi import FastAPI

from api.state import State
from corpus import CorpusError, StoreError
from index import CorruptIndex, IndexingError, SearchUnavailable
from qa import AnsweringError

# How soon a new generation is noticed: half of what an editor's change takes to the readers of a small archive.
_POLL_S = 0.25


@contextlib.asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Start the work beside the requests; at the end let running requests end and write what is still to be logged."""
    state = cast(State, app.state.footnote)
    tasks = [
        asyncio.create_task(work, name=name)
        for name, work in (
            ("follow", follow(state)),
            ("index", state.indexer.run()),
            ("log", state.log_writer.write()),
            ("forget", state.log_writer.forget()),
        )
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(state.models.close)
        await asyncio.to_thread(state.short.close)
        state.freshness.close()
        await state.log_writer.close()
        if state.tracing is not None:
            await asyncio.to_thread(state.tracing.close)


async def follow(state: State) -> None:
    """Serve each new generation, and hide each withdrawn article, as they appear; runs until cancelled. Requests keep
    what they started with.
    """
    refused: str | None = None
    said = ""
    while True:
        await state.freshness.ensure()
        newest: str | None = None
        try:
            newest = await asyncio.to_thread(state.services.newer_generation)
            if newest is not None and newest != refused:
                serving = await asyncio.to_thread(state.services.reload)
                state.metrics.serve(serving.engine.generation, degraded=serving.problem is not None)
                if serving.problem is None:
                    state.log.info("generation_loaded", generation=serving.engine.generation)
                else:
                    refused = newest
                    state.log.error("older_generation_loaded", generation=newest, problem=serving.problem)
                    state.indexer.want()
        except SearchUnavailable as error:
            # Said once an outage; the next look may find it back.
            if said != (said := str(error)):
                state.log.error("search_unavailable", error=said)
        except CorruptIndex as error:
            # A build makes it whole again; what is served until then was loaded before, or by an early request.
            refused = newest
            state.log.error("generation_damaged", generation=newest, error=str(error))
            if state.services.ready:
                serving = state.services.serving()
                state.metrics.serve(serving.engine.generation, degraded=serving.problem is not None)
            state.indexer.want()
        except (IndexingError, AnsweringError) as error:
            # It will not get better by itself; the next generation may.
            refused = newest
            state.log.error("generation_not_loaded", generation=newest, error=str(error))
        except (OSError, CorpusError, sa.exc.SQLAlchemyError) as error:
            # Said once an outage, not at each look.
            if said != (said := str(error) if isinstance(error, StoreError) else type(error).__name__):
                state.log.error("archive_not_followed", error=said)
        else:
            said = ""
        await asyncio.sleep(_POLL_S)
