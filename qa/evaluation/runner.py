"""Gold questions are asked, and what comes of them is kept."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus import Article
from qa.answer import Answer, Quote, Refusal, Scope
from qa.answerer import Answerer
from qa.evaluation.gold import GoldItem, GoldTurn
from qa.evaluation.matching import is_hit
from qa.evaluation.result import GivenQuote, TurnResult
from qa.question import Question, Turn

_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Run:
    """All results of one evaluation, in the order of the gold."""

    generation: str
    seed: int
    results: tuple[TurnResult, ...]


def evaluate(
    answerer: Answerer,
    gold: Sequence[GoldItem],
    *,
    seed: int = 0,
    on_progress: Callable[[int, int], None] | None = None,
) -> Run:
    """Ask every turn of ``gold``, conversations with the passages that were really shown.

    ``seed`` is that of the bootstrap intervals. Deterministic but for timings.
    """
    results: list[TurnResult] = []
    for done, item in enumerate(gold, start=1):
        results += _ask_item(answerer, item)
        if on_progress is not None:
            on_progress(done, len(gold))
    return Run(answerer.engine.generation, seed, tuple(results))


def _ask_item(answerer: Answerer, item: GoldItem) -> list[TurnResult]:
    results: list[TurnResult] = []
    history: list[Turn] = []
    for n, turn in enumerate(item.turns):
        began = time.perf_counter()
        outcome = answerer.answer(Question(turn.question, tuple(history), explain=True))
        took_ms = (time.perf_counter() - began) * 1000
        standalone_hit = None
        if history and turn.answerable:
            standalone_hit = is_hit(turn.answers, _texts(answerer.answer(Question(turn.standalone))))
        results.append(_result(answerer, item, n, turn, outcome, took_ms, standalone_hit))
        shown = dict.fromkeys(quote.passage_id for quote in results[-1].quotes)
        history.append(Turn(turn.question, tuple(shown)))
    return results


def _result(
    answerer: Answerer,
    item: GoldItem,
    n: int,
    turn: GoldTurn,
    outcome: Answer | Refusal,
    took_ms: float,
    standalone_hit: bool | None,
) -> TurnResult:
    found = answerer.engine.search(turn.question, limit=_DEPTH).articles if item.kind == "single" else ()
    quotes: tuple[GivenQuote, ...] = ()
    if isinstance(outcome, Answer):
        quotes = tuple(_given(group.article, quote) for group in outcome.articles for quote in group.quotes)
    explained = outcome.explanation
    return TurnResult(
        item_id=item.id,
        kind=item.kind,
        style=item.style,
        turn=n,
        question=turn.question,
        standalone=turn.standalone,
        interpreted_as=outcome.interpreted_as,
        answerable=turn.answerable,
        answers=turn.answers,
        answered=isinstance(outcome, Answer),
        reason=None if isinstance(outcome, Answer) else outcome.reason.value,
        confidence=outcome.confidence,
        quotes=quotes,
        ranked=tuple(hit.article.id for hit in found),
        hit=turn.answerable and is_hit(turn.answers, _texts(outcome)),
        standalone_hit=standalone_hit,
        took_ms=took_ms,
        timings_ms=explained.timings_ms if explained else {},
    )


def _texts(outcome: Answer | Refusal) -> list[tuple[str, str]]:
    if isinstance(outcome, Refusal):
        return []
    return [(group.article.id, quote.text) for group in outcome.articles for quote in group.quotes]


def _given(article: Article, quote: Quote) -> GivenQuote:
    """The quote with what the article itself says of the quoted sentences, read anew from its markers."""
    inside = range(quote.first, quote.last + 1)
    own = {number for n in inside for number in article.citations_of(n)}
    return GivenQuote(
        article_id=article.id,
        passage_id=quote.passage_id,
        text=quote.text,
        n_sentences=len(inside),
        numbers=tuple(c.number for c in quote.citations if c.scope is Scope.SENTENCE),
        own_numbers=tuple(sorted(own)),
        verbatim=article.text[quote.start : quote.end] == quote.text,
        restates_only=all(article.sentences[n].restates_claim for n in inside),
    )
