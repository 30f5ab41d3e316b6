"""Everything about answering that depends on the selector, fitted on labelled questions in one go."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from index import SearchEngine
from qa.answerer import Answerer
from qa.calibration import Calibration, Tuning
from qa.composing import article_answers
from qa.contradicting import contradicted
from qa.evidence import Candidate, PassageScore, Selector
from qa.fitting import fit
from qa.observing import LabelledQuestion, observe, ranked
from qa.prior_fitting import fit_priors
from qa.ranking import Priors
from qa.rules.picking import PickingLimits

# What a reader is asked to read of an answer, on average.
_MAX_SENTENCES = 2.2
_GAPS = ((0.5, 0.2), (1.0, 0.4), (2.0, 0.8), (3.0, 1.0), (4.0, 1.5), (5.0, 2.0), (6.0, 3.0))
# A broad question asks for what the summary says; no signal of the training questions tells by how much.
_WHOLE = 1.0


def calibrate(
    engine: SearchEngine,
    selector: Selector,
    labelled: Sequence[LabelledQuestion],
    *,
    ranking: Sequence[LabelledQuestion] | None = None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> Calibration:
    """Fit priors, picking limits, confidence and threshold for ``selector`` over ``engine``.

    ``ranking`` are the questions to fit priors and limits on (all of ``labelled`` by default): those written from the
    archive's own articles. ``on_progress`` is called with the questions asked so far and in all. Takes about 0.1 s a
    question and core. Raises :class:`CalibrationError` if there are too few.
    """
    remembering = _Remembering(selector)
    answering = [item for item in ranking or labelled if item.answerable]
    made = contradicted(labelled)
    everything = [*labelled, *made]
    asked = _Asked(on_progress, (1 + len(_GAPS)) * len(answering) + 2 * len(everything))
    tuning = Tuning(priors=Priors(retrieval=5.0))
    priors = fit_priors(list(ranked(_answerer(engine, remembering, tuning), asked.each(answering))))
    tuning = replace(tuning, priors=replace(priors, whole=_WHOLE))
    tuning = replace(tuning, picking=_limits(engine, remembering, tuning, answering, asked))
    # A follow-up's reading is chosen by confidence, so that what is observed is observed with one that was fitted.
    answerer = _answerer(engine, remembering, tuning)
    for _ in range(2):
        fitted = replace(fit(list(observe(answerer, asked.each(everything))), selector.name), tuning=tuning)
        answerer = Answerer(engine, remembering, fitted)
    return fitted


class _Asked:
    """Counts questions as they are asked."""

    def __init__(self, report: Callable[[int, int], None], total: int) -> None:
        self._report = report
        self._total = total
        self._done = 0

    def each(self, labelled: Sequence[LabelledQuestion]) -> Iterator[LabelledQuestion]:
        for item in labelled:
            yield item
            self._done += 1
            self._report(self._done, self._total)


def _answerer(engine: SearchEngine, selector: Selector, tuning: Tuning) -> Answerer:
    """An answerer whose confidence says nothing yet: attempts are looked at whatever it is."""
    unfitted = Calibration(selector.name, 0.5, ("sentence",), (0.0,), (1.0,), (1.0,), 0.0, tuning)
    return Answerer(engine, selector, unfitted)


def _limits(
    engine: SearchEngine, selector: Selector, tuning: Tuning, labelled: Sequence[LabelledQuestion], asked: _Asked
) -> PickingLimits:
    """The widest gaps with at most 2.2 sentences an answer on average: the wider, the more answers are right."""
    chosen = replace(tuning.picking, second=_GAPS[0][0], third=_GAPS[0][1])
    for second, third in _GAPS:
        limits = replace(tuning.picking, second=second, third=third)
        answerer = _answerer(engine, selector, replace(tuning, picking=limits))
        counts = list(_sentences(answerer, asked.each(labelled)))
        if sum(counts) > _MAX_SENTENCES * len(counts):
            break
        chosen = limits
    return chosen


def _sentences(answerer: Answerer, labelled: Iterable[LabelledQuestion]) -> Iterator[int]:
    for item in labelled:
        attempt = answerer.attempt(item.question)
        if attempt is not None:
            groups = article_answers(attempt.draft, answerer.engine.passages_of)
            yield sum(quote.last - quote.first + 1 for group in groups for quote in group.quotes)


class _Remembering:
    """A selector that scores the same candidates for the same question once."""

    def __init__(self, selector: Selector) -> None:
        self._selector = selector
        self._known: dict[tuple[str, tuple[tuple[str, float], ...]], list[PassageScore]] = {}

    @property
    def name(self) -> str:
        return self._selector.name

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        key = question, tuple((candidate.hit.passage.id, candidate.hit.score) for candidate in candidates)
        if key not in self._known:
            self._known[key] = self._selector.score(question, candidates)
        return self._known[key]
