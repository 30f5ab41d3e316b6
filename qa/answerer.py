"""A question becomes an answer made of quotes, or a refusal. The stages meet here and nowhere else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index import Filters, Hit, SearchEngine
from qa.answer import Answer, Reason, Refusal
from qa.calibration import Calibration
from qa.composing import article_answers, compose
from qa.conversation import Reading, Resolution, TurnKind, resolve
from qa.draft import Draft
from qa.evidence import Candidate, PassageScore, Selector, with_sentences_of_both
from qa.explaining import Explainer
from qa.features import features_of
from qa.question import Question
from qa.ranking import rank_sentences
from qa.refusing import nearest, reason_for
from qa.suggesting import Suggester
from qa.terms import content_stems

MAX_QUOTES = 10
# A suggestion is the article's own question: if the archive answers it, the best passages do.
_PASSAGES_FOR_SUGGESTION = 3
# How much of a follow-up's sentences is read with the context, and how much more the passage's place in the search
# counts than elsewhere: that goes by what was asked.
_SHARE_OF_CONTEXT = 0.3
_PLACE_OF_FOLLOW_UP = 3.0
# How much surer, in confidence, a likely follow-up must be answered without its context than with it.
_HEAD_START = 0.2


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading followed to its end, whatever the threshold says: what fitting and evaluation look at.

    ``confidence`` is 0 where the rules left nothing to quote.
    """

    reading: Reading
    draft: Draft
    features: Mapping[str, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reader is told, and the attempt behind it, which a refusal does not show; ``None`` if nothing was read."""

    outcome: Answer | Refusal
    attempt: Attempt | None = None


class Answerer:
    """Answers from one loaded generation. Thread-safe; deterministic.

    ``n_passages`` are read per reading of the question, at most ``n_prior`` of them for being of the article that the
    conversation or the page is about.

    >>> answerer = Answerer(engine, selector, Calibration.find(selector.name))  # doctest: +SKIP
    >>> answerer.answer(Question("Who pays for 287(g)?"))                        # doctest: +SKIP
    """

    def __init__(
        self,
        engine: SearchEngine,
        selector: Selector,
        calibration: Calibration,
        *,
        n_passages: int = 8,
        n_prior: int = 5,
    ) -> None:
        self._engine = engine
        self._selector = selector
        self._calibration = calibration
        self._n_passages = n_passages
        self._n_prior = n_prior
        self._suggester = Suggester(self._can_answer)

    @property
    def engine(self) -> SearchEngine:
        return self._engine

    @property
    def threshold(self) -> float:
        """The confidence from which a question is answered."""
        return self._calibration.threshold

    def answer(self, question: Question) -> Answer | Refusal:
        """The answer, or a refusal with its reason and what is near. Never raises for any text or history."""
        return self.decide(question).outcome

    def decide(self, question: Question) -> Decision:
        """The same with the attempt behind it."""
        explainer = Explainer(question.explain)
        resolution = resolve(question, self._engine)
        explainer.resolved(resolution)
        reason = self._unread(resolution)
        if reason is not None:
            return Decision(self._refusal(question, reason, explainer))
        attempt = self._best(resolution, question, explainer)
        explainer.attempted(attempt.reading, attempt.draft, attempt.features, attempt.confidence, self.threshold)
        if attempt.confidence < self.threshold:
            if len(resolution.readings) > 1:
                # Neither reading is supported, so the turn is taken for what its words make likelier.
                attempt = replace(attempt, reading=resolution.readings[0])
            refusal = self._refusal(question, reason_for(attempt.draft.evidence), explainer, attempt)
            return Decision(refusal, attempt)
        groups = article_answers(attempt.draft, self._engine.passages_of)
        explainer.lap("compose")
        suggestions = self._suggestions(question, attempt)
        explainer.lap("suggest")
        answer = Answer(
            question=question.text,
            interpreted_as=attempt.reading.question,
            generation=self._engine.generation,
            confidence=attempt.confidence,
            articles=groups,
            suggestions=suggestions,
            explanation=explainer.explanation(),
        )
        return Decision(answer, attempt)

    def _unread(self, resolution: Resolution) -> Reason | None:
        """Why nothing need be read to refuse the turn, if so."""
        if resolution.kind is TurnKind.SMALL_TALK:
            return Reason.NOT_A_QUESTION
        if self._engine.article_count == 0:
            return Reason.EMPTY_ARCHIVE
        return None if resolution.readings else Reason.UNDERSPECIFIED

    def attempt(self, question: Question) -> Attempt | None:
        """The best-supported reading with its draft and confidence; ``None`` if the turn has no reading."""
        resolution = resolve(question, self._engine)
        return self._best(resolution, question, Explainer(False)) if resolution.readings else None

    def _best(self, resolution: Resolution, question: Question, explainer: Explainer) -> Attempt:
        """The likelier reading if it is supported, and then no other is followed; else the better supported one. What
        is likelier a follow-up is not answered as if it stood alone unless that is supported far better.
        """
        likeliest, *others = resolution.readings
        attempt = self._follow(likeliest, question, explainer)
        for reading in others:
            if attempt.confidence >= self.threshold:
                break
            other = self._follow(reading, question, explainer)
            ahead = 0.0 if reading.context else _HEAD_START
            if other.confidence > attempt.confidence + ahead:
                attempt = other
        return attempt

    def _follow(
        self, reading: Reading, question: Question, explainer: Explainer, n_passages: int | None = None
    ) -> Attempt:
        max_quotes = max(1, min(question.max_quotes, MAX_QUOTES))
        reading, candidates = self._retrieved(reading, n_passages or self._n_passages, correct=not question.verbatim)
        explainer.lap("retrieve")
        tuning = self._calibration.tuning
        scores = self._scores(reading, candidates)
        explainer.lap("select")
        priors = tuning.priors
        if reading.context:
            priors = replace(priors, retrieval=_PLACE_OF_FOLLOW_UP * priors.retrieval)
        evidence = rank_sentences(reading.question, candidates, scores, priors)
        draft = compose(evidence, max_quotes=max_quotes, limits=tuning.picking)
        explainer.lap("compose")
        features = features_of(draft, follow_up=bool(reading.context))
        confidence = self._calibration.probability(features) if draft.picks else 0.0
        explainer.lap("confidence")
        return Attempt(reading, draft, features, confidence)

    def _scores(self, reading: Reading, candidates: Sequence[Candidate]) -> list[PassageScore]:
        """What the selector thinks of the candidates. The sentences of a follow-up are read twice, with its context and
        as asked: the context keeps the subject, the bare words, which count for more, what is asked of it.
        """
        if not candidates:
            return []
        scores = self._selector.score(reading.question, candidates)
        if not reading.context or not content_stems(reading.asked):
            return scores
        bare = self._selector.score(reading.asked, candidates)
        return [with_sentences_of_both(*both, share=_SHARE_OF_CONTEXT) for both in zip(scores, bare, strict=True)]

    def _retrieved(self, reading: Reading, n_passages: int, *, correct: bool) -> tuple[Reading, list[Candidate]]:
        """The reading with its spelling put right, and passages of the whole archive and of the prior articles, each
        once.
        """
        found = self._engine.retrieve(reading.query, limit=n_passages, correct=correct)
        hits: Sequence[Hit] = found.hits
        corrected = None if reading.context else found.corrected
        if reading.article_ids:
            prior = Filters(article_ids=frozenset(reading.article_ids))
            says = bool(content_stems(reading.asked))
            within = reading.asked if says else reading.query
            own = self._engine.retrieve(within, limit=self._n_prior, filters=prior, correct=correct)
            hits = _merged(own.hits, hits, reading.prior, n_passages)
            corrected = own.corrected if says else None
        articles = ((self._engine.article(hit.passage.article_id), hit) for hit in hits)
        candidates = [Candidate(article, hit) for article, hit in articles if article is not None]
        return replace(reading, asked=corrected or reading.asked), candidates

    def _refusal(
        self, question: Question, reason: Reason, explainer: Explainer, attempt: Attempt | None = None
    ) -> Refusal:
        interpreted = attempt.reading.question if attempt else question.text
        return Refusal(
            question=question.text,
            interpreted_as=interpreted,
            generation=self._engine.generation,
            confidence=attempt.confidence if attempt else 0.0,
            reason=reason,
            nearest=nearest(interpreted, attempt.draft.evidence.candidates) if attempt else (),
            suggestions=self._completions(question) if reason is Reason.UNDERSPECIFIED else (),
            explanation=explainer.explanation(),
        )

    def _can_answer(self, text: str) -> bool:
        attempt = self._follow(Reading(text), Question(text), Explainer(False), n_passages=_PASSAGES_FOR_SUGGESTION)
        return attempt.confidence >= self.threshold

    def _suggestions(self, question: Question, attempt: Attempt) -> tuple[str, ...]:
        asked = [question.text, attempt.reading.question, *(turn.question for turn in question.history)]
        quoted = [article for article, _ in attempt.draft.by_article()]
        return self._suggester.after(asked, quoted, list(attempt.draft.articles.values()))

    def _completions(self, question: Question) -> tuple[str, ...]:
        return tuple(self._engine.suggest(question.text.strip(" ?!."), limit=3))


def _merged(own: Sequence[Hit], all_hits: Sequence[Hit], prior: float, limit: int) -> list[Hit]:
    """Hits of both lists, each once, by score relative to the list's best, ``own`` ones ahead by ``prior``."""
    best: dict[str, Hit] = {}
    for hits, bonus in ((own, prior), (all_hits, 0.0)):
        top = hits[0].score if hits else 1.0
        for hit in hits:
            relative = replace(hit, score=(hit.score / top if top > 0 else 0.0) + bonus)
            known = best.get(hit.passage.id)
            if known is None or known.score < relative.score:
                best[hit.passage.id] = relative
    return sorted(best.values(), key=lambda hit: -hit.score)[:limit]
