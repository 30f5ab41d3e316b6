"""What the routes share: the services, the pool, the counters, and which answers were just given."""

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from typing import Annotated, cast

import structlog
from fastapi import Depends, FastAPI, Request

from api.examples import Examples
from api.feedback import FeedbackStore
from api.metrics import Metrics
from api.model_pool import ModelPool
from api.services import Services, Serving
from corpus import CorpusError
from index import IndexingError
from qa import AnsweringError

_POLL_S = 1.0
_REMEMBERED_ANSWERS = 10_000


class State:
    """Belongs to one app and its event loop."""

    def __init__(self, services: Services) -> None:
        settings = services.settings
        self.services = services
        self.metrics = Metrics()
        self.examples = Examples()
        self.pool = ModelPool(settings.workers, settings.queue, settings.timeout_s)
        self.log = structlog.get_logger("footnote.service")
        self._questions: OrderedDict[str, str] = OrderedDict()
        self._feedback: FeedbackStore | None = None

    @property
    def feedback(self) -> FeedbackStore:
        if self._feedback is None:
            self._feedback = FeedbackStore(self.services.store.engine)
        return self._feedback

    def remember(self, answer_id: str, question: str) -> None:
        """Keep the question of an answer for a while, in memory only, for the feedback it may get."""
        self._questions[answer_id] = question
        if len(self._questions) > _REMEMBERED_ANSWERS:
            self._questions.popitem(last=False)

    def question_of(self, answer_id: str) -> str:
        """The question of a recent answer, empty if it is no longer remembered."""
        return self._questions.get(answer_id, "")

    async def serving(self) -> Serving:
        """The generation being served. Raises :class:`IndexingError` where none can be loaded."""
        if self.services.ready:
            return self.services.serving()
        return await asyncio.to_thread(self.services.serving)

    async def follow(self) -> None:
        """Serve each new generation as it appears; runs until cancelled. Requests keep the one they started with."""
        refused: str | None = None
        while True:
            newest = self.services.newer_generation()
            if newest is not None and newest != refused:
                try:
                    serving = await asyncio.to_thread(self.services.reload)
                except (IndexingError, AnsweringError, CorpusError) as error:
                    refused = newest
                    self.log.error("generation_not_loaded", generation=newest, error=str(error))
                else:
                    self.metrics.serve(serving.engine.generation)
                    self.log.info("generation_loaded", generation=serving.engine.generation)
            await asyncio.sleep(_POLL_S)


@contextlib.asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Follow new generations while the app runs, and let running questions end when it stops."""
    state = cast(State, app.state.footnote)
    following = asyncio.create_task(state.follow())
    try:
        yield
    finally:
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
        await asyncio.to_thread(state.pool.close)


def _state(request: Request) -> State:
    return cast(State, request.app.state.footnote)


StateDep = Annotated[State, Depends(_state)]
