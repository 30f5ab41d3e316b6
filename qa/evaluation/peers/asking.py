"""A system's answers to gold questions, in the form that Footnote's own take."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from corpus import Article
from index import SearchEngine
from index.bench.peers.errors import PeerError
from index.bench.peers.process import PeerAnswer, PeerQuote
from qa.evaluation.anchoring import numbers_of
from qa.evaluation.gold import GoldItem
from qa.evaluation.matching import is_hit
from qa.evaluation.result import GivenQuote, TurnResult, missing
from qa.evaluation.runner import DEPTH, restates

# What Footnote may quote at most, and more than it quotes on average.
SENTENCES = 3


class Asks(Protocol):
    """A system that is asked one question at a time; a :class:`~index.bench.peers.process.Worker` is one."""

    def ask(self, question: str, sentences: int) -> PeerAnswer:
        """What the system would say. Raises :class:`PeerError`."""
        ...


def ask_all(
    system: Asks,
    engine: SearchEngine,
    gold: Sequence[GoldItem],
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[TurnResult]:
    """Ask every item that is one question; ``engine`` holds the articles that the system's passages were cut from.

    Each result says what the system would say; whether it does is decided by :func:`decided`. A question that ends in
    an error counts as missing: it scores the worst of every metric.
    """
    single = [item for item in gold if item.kind != "conversation"]
    results = []
    for done, item in enumerate(single, start=1):
        try:
            answer = system.ask(item.turns[0].question, SENTENCES)
        except PeerError:
            results.append(missing(item, 0))
        else:
            results.append(_result(item, answer, engine))
        on_progress(done, len(single))
    return results


def decided(result: TurnResult, threshold: float) -> TurnResult:
    """The result as an answer if its confidence reaches ``threshold``, as a refusal if not."""
    if result.missing:
        return result
    if result.confidence >= threshold and result.draft:
        return replace(result, answered=True, reason=None, quotes=result.draft, hit=result.supported)
    return replace(result, answered=False, reason="weak_evidence", quotes=(), hit=False)


def _result(item: GoldItem, answer: PeerAnswer, engine: SearchEngine) -> TurnResult:
    turn = item.turns[0]
    about = engine.article(turn.answers[0].article_id if turn.answers else item.about)
    draft = tuple(given for quote in answer.quotes if (given := _given(quote, engine)) is not None)
    passages = (engine.passage(passage_id) for passage_id in answer.passages)
    ranked = dict.fromkeys(passage.article_id for passage in passages if passage is not None)
    return TurnResult(
        item_id=item.id,
        kind=item.kind,
        style=item.style,
        turn=1,
        publisher=about.publisher if about else "",
        question=turn.question,
        standalone=turn.standalone,
        interpreted_as=turn.question,
        answerable=turn.answerable,
        answers=turn.answers,
        gold_numbers=tuple(_numbers(engine.article(one.article_id), one.quotes) for one in turn.answers),
        answered=False,
        reason=None,
        confidence=answer.confidence,
        quotes=(),
        draft=draft,
        ranked=tuple(ranked)[:DEPTH],
        hit=False,
        supported=is_hit(turn.answers, [(quote.article_id, quote.text) for quote in draft]),
        standalone_hit=None,
        took_ms=round(answer.took_ms, 3),
    )


def _given(quote: PeerQuote, engine: SearchEngine) -> GivenQuote | None:
    passage = engine.passage(quote.passage_id)
    article = engine.article(passage.article_id) if passage is not None else None
    if passage is None or article is None:
        return None
    held = [n for n in range(passage.first, passage.last + 1) if article.sentence_text(n) in quote.sentences]
    return GivenQuote(
        article_id=article.id,
        passage_id=passage.id,
        text=" ".join(quote.sentences),
        section=passage.heading,
        sentences=quote.sentences,
        restating=tuple(restates(article, n) for n in held),
        # No other system knows the numbers that an article prints.
        numbers=(),
        own_numbers=tuple(sorted({number for n in held for number in article.citations_of(n)})),
        verbatim=len(held) == len(quote.sentences),
    )


def _numbers(article: Article | None, quotes: tuple[str, ...]) -> tuple[int, ...]:
    return numbers_of(article, quotes) if article else ()
