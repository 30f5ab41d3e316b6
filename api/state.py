"""What the routes share: the services, the pools, the counters, the log, and which answers were just given."""

from collections import OrderedDict
from datetime import UTC, datetime
from functools import cached_property
from typing import Annotated, cast

import structlog
from fastapi import Depends, Request
from sqlalchemy.exc import SQLAlchemyError

from api.examples import Examples
from api.feedback import FeedbackStore
from api.freshness import Freshness
from api.indexer import Indexer
from api.log_writer import LogWriter
from api.metrics import Metrics
from api.question_log import Asked, QuestionLog
from api.rate_limit import RateLimiter
from api.services import Services, Serving
from api.sessions import EndedSessions, Sessions
from api.tracing import Tracing
from api.unanswered import Topics
from api.work_pool import WorkPool
from corpus import Article, CorpusError
from corpus.codec import content_hash
from qa import Answer, Question, Refusal

_REMEMBERED_ANSWERS = 10_000
# The database, completions: short, and not to wait behind questions.
_SHORT_WORKERS = 4
_SHORT_QUEUE = 256
# A person mistypes a token once or twice.
_SIGN_INS_PER_MINUTE = 5


class State:
    """Belongs to one app and its event loop."""

    def __init__(self, services: Services, tracing: Tracing | None = None) -> None:
        settings = services.settings
        self.services = services
        self.tracing = tracing
        self.metrics = Metrics()
        self.examples = Examples()
        self.models = WorkPool("model", settings.workers, settings.queue, settings.timeout_s)
        self.short = WorkPool("short", _SHORT_WORKERS, _SHORT_QUEUE, settings.timeout_s)
        self.indexer = Indexer(services)
        self.freshness = Freshness(self._look, self.metrics.reached)
        self.sign_ins = RateLimiter(_SIGN_INS_PER_MINUTE)
        self.log = structlog.get_logger("footnote.service")
        self.log_writer = LogWriter(
            lambda: self.question_log, retention_days=settings.retention_days, on_lost=self.metrics.log_lost.inc
        )
        self._asked: OrderedDict[str, Asked] = OrderedDict()

    @cached_property
    def feedback(self) -> FeedbackStore:
        """Blocks when it is first asked for."""
        return FeedbackStore(self.services.store.engine)

    @cached_property
    def question_log(self) -> QuestionLog:
        """Blocks when it is first asked for."""
        return QuestionLog(self.services.store.engine, self.services.settings.question_log)

    @cached_property
    def sessions(self) -> Sessions | None:
        """``None`` where no staff token is set. Takes some 50 ms when it is first asked for."""
        token = self.services.settings.staff_token
        return None if token is None else Sessions(token.get_secret_value())

    @cached_property
    def ended_sessions(self) -> EndedSessions:
        """Blocks when it is first asked for."""
        return EndedSessions(self.services.store.engine)

    @cached_property
    def topics(self) -> Topics:
        """Loads the model when it is first asked for."""
        return Topics(self.services.encoder)

    async def serving(self) -> Serving:
        """The generation being served, without what was withdrawn until now. Raises :class:`IndexingError` where none
        can be loaded.
        """
        if not self.services.ready:
            return await self.short.run(self.services.serving)
        await self.freshness.ensure()
        return self.services.serving()

    def _look(self) -> None:
        narrowed = self.services.apply_withdrawals()
        if narrowed is not None:
            self.metrics.serve(narrowed.engine.generation, degraded=narrowed.problem is not None)
            self.log.info("withdrawals_applied", generation=narrowed.engine.generation)

    def revision_of(self, article: Article) -> int | None:
        """Number of the revision that ``article`` is, ``None`` while the database can't be asked. Blocks."""
        if not self.freshness.reachable:
            return None
        try:
            return self.services.store.number_of(article.id, content_hash(article))
        except (CorpusError, SQLAlchemyError):
            return None

    async def answer(self, serving: Serving, question: Question) -> Answer | Refusal:
        """The outcome of ``question``; it may carry an explanation that nobody asked for."""
        outcome = await self.models.run(lambda: serving.answerer.answer(question))
        timings = outcome.explanation.timings_ms if outcome.explanation else {}
        self.metrics.count(_name(outcome), timings)
        if self.tracing is not None:
            self.tracing.stages(timings)
        return outcome

    def keep(self, answer_id: str, outcome: Answer | Refusal, took_ms: float, *, page_id: str, follow_up: bool) -> None:
        """Remember the question of an answer for the feedback it may get, and log it as the settings say."""
        articles = outcome.articles if isinstance(outcome, Answer) else ()
        asked = Asked(
            answer_id=answer_id,
            question=outcome.question,
            outcome=_name(outcome),
            confidence=outcome.confidence,
            article_ids=tuple(group.article.id for group in articles),
            generation=outcome.generation,
            took_ms=took_ms,
            asked_at=datetime.now(UTC),
            interpreted_as=outcome.interpreted_as,
            page_id=page_id,
            follow_up=follow_up,
        )
        self._asked[answer_id] = asked
        if len(self._asked) > _REMEMBERED_ANSWERS:
            self._asked.popitem(last=False)
        # The only line with a reader's words, and only where somebody debugs.
        self.log.debug("asked", answer_id=answer_id, question=asked.question, outcome=asked.outcome)
        if self.services.settings.question_log != "off":
            self.log_writer.add(asked)

    def asked(self, answer_id: str) -> Asked | None:
        """The question of an answer, ``None`` if it is neither remembered nor logged. Blocks."""
        return self._asked.get(answer_id) or self.question_log.of(answer_id)


def _name(outcome: Answer | Refusal) -> str:
    return "answered" if isinstance(outcome, Answer) else outcome.reason.value


def _state(request: Request) -> State:
    return cast(State, request.app.state.footnote)


StateDep = Annotated[State, Depends(_state)]
