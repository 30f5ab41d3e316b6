"""Gold questions are asked, and what comes of them is kept."""

import time
from collections.abc import Callable, Sequence

from corpus import Article, SectionRole
from index import IndexingError
from qa.answer import Answer, ArticleAnswer, Quote, Refusal, Scope
from qa.answerer import Answerer, Attempt
from qa.composing import article_answers
from qa.errors import AnsweringError
from qa.evaluation.anchoring import numbers_of
from qa.evaluation.gold import GoldItem
from qa.evaluation.matching import is_hit
from qa.evaluation.result import GivenQuote, Run, TurnResult, missing
from qa.question import Question, Turn

# Articles of the search box that are looked at: enough for recall@50.
DEPTH = 50


def evaluate(
    answerer: Answerer,
    gold: Sequence[GoldItem],
    *,
    seed: int = 0,
    on_progress: Callable[[int, int], None] | None = None,
) -> Run:
    """Ask every turn of ``gold``, the later turns of conversations with the passages that were really shown.

    ``seed`` is that of the bootstrap intervals. Deterministic but for timings. A turn that ends in an error of the
    answering code or the index counts as missing: it scores the worst of every metric.
    """
    results: list[TurnResult] = []
    for done, item in enumerate(gold, start=1):
        results += _Asking(answerer, item).results()
        if on_progress is not None:
            on_progress(done, len(gold))
    return Run(answerer.engine.generation, seed, tuple(results))


class _Asking:
    """One item being asked."""

    def __init__(self, answerer: Answerer, item: GoldItem) -> None:
        self._answerer = answerer
        self._engine = answerer.engine
        self._item = item

    def results(self) -> list[TurnResult]:
        found: list[TurnResult] = []
        history: list[Turn] = []
        for n, turn in enumerate(self._item.turns):
            try:
                found.append(self._result(n, tuple(history)))
            except (AnsweringError, IndexingError):
                found.append(missing(self._item, n))
            shown = dict.fromkeys(quote.passage_id for quote in found[-1].quotes)
            history.append(Turn(turn.question, tuple(shown)))
        return found

    def _result(self, n: int, history: tuple[Turn, ...]) -> TurnResult:
        item, turn = self._item, self._item.turns[n]
        began = time.perf_counter()
        decision = self._answerer.decide(Question(turn.question, history, explain=True))
        took_ms = (time.perf_counter() - began) * 1000
        outcome = decision.outcome
        quotes = _given(outcome.articles) if isinstance(outcome, Answer) else ()
        draft = quotes or (self._draft(decision.attempt) if turn.answerable else ())
        found = self._engine.search(turn.question, limit=DEPTH).articles if item.kind == "single" else ()
        standalone_hit = None
        if history and turn.answerable:
            alone = self._answerer.attempt(Question(turn.standalone))
            told = alone if alone is not None and alone.confidence >= self._answerer.threshold else None
            standalone_hit = is_hit(turn.answers, _texts(self._draft(told)))
        explained = outcome.explanation
        return TurnResult(
            item_id=item.id,
            kind=item.kind,
            style=item.style,
            turn=n + 1,
            publisher=self._publisher(n),
            question=turn.question,
            standalone=turn.standalone,
            interpreted_as=outcome.interpreted_as,
            answerable=turn.answerable,
            answers=turn.answers,
            gold_numbers=tuple(self._numbers(answer.article_id, answer.quotes) for answer in turn.answers),
            answered=bool(quotes),
            reason=outcome.reason.value if isinstance(outcome, Refusal) else None,
            confidence=outcome.confidence,
            quotes=quotes,
            draft=draft,
            ranked=tuple(hit.article.id for hit in found),
            hit=is_hit(turn.answers, _texts(quotes)),
            supported=is_hit(turn.answers, _texts(draft)),
            standalone_hit=standalone_hit,
            explanation=explained.stages if explained else {},
            took_ms=round(took_ms, 3),
            timings_ms=explained.timings_ms if explained else {},
        )

    def _draft(self, attempt: Attempt | None) -> tuple[GivenQuote, ...]:
        """What would be quoted of ``attempt``, whatever its confidence."""
        if attempt is None or not attempt.draft.picks:
            return ()
        return _given(article_answers(attempt.draft, self._engine.passages_of))

    def _publisher(self, n: int) -> str:
        answers = self._item.turns[n].answers
        article = self._engine.article(answers[0].article_id if answers else self._item.about)
        return article.publisher if article else ""

    def _numbers(self, article_id: str, quotes: tuple[str, ...]) -> tuple[int, ...]:
        article = self._engine.article(article_id)
        return numbers_of(article, quotes) if article else ()


def _texts(quotes: Sequence[GivenQuote]) -> list[tuple[str, str]]:
    return [(quote.article_id, quote.text) for quote in quotes]


def _given(groups: Sequence[ArticleAnswer]) -> tuple[GivenQuote, ...]:
    return tuple(_quote(group.article, quote) for group in groups for quote in group.quotes)


def _quote(article: Article, quote: Quote) -> GivenQuote:
    """The quote with what the article itself says of the quoted sentences, read anew from its annotations."""
    inside = range(quote.first, quote.last + 1)
    own = {number for n in inside for number in article.citations_of(n)}
    return GivenQuote(
        article_id=article.id,
        passage_id=quote.passage_id,
        text=quote.text,
        section=quote.section,
        sentences=tuple(article.sentence_text(n) for n in inside),
        restating=tuple(restates(article, n) for n in inside),
        numbers=tuple(c.number for c in quote.citations if c.scope is Scope.SENTENCE),
        own_numbers=tuple(sorted(own)),
        verbatim=article.text[quote.start : quote.end] == quote.text,
    )


def restates(article: Article, n: int) -> bool:
    """Whether sentence ``n`` only restates the claim, or stands in the section that does."""
    sentence = article.sentences[n]
    return sentence.restates_claim or article.section_of(sentence.start).role is SectionRole.CLAIM
