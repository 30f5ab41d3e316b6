"""Gold against the archive it asks about: what is wrong with an item, and what to do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Article
from qa.answer import Answer
from qa.answerer import Answerer
from qa.evaluation.anchoring import locate, moved
from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn
from qa.evaluation.matching import words
from qa.question import Question

Lookup = Callable[[str], Article | None]
# An answer this sure is worth a person's look: the archive may well hold it.
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class GoldProblem:
    """What is wrong with an item, where it stands (file and line), and what to do."""

    item_id: str
    problem: str
    remedy: str
    place: str = ""


def check_gold(items: Sequence[GoldItem], lookup: Lookup) -> list[GoldProblem]:
    """Drafts, ids and questions that stand twice, articles the archive lacks, quotes that are not verbatim."""
    problems: list[GoldProblem] = []
    ids: dict[str, GoldItem] = {}
    questions: dict[tuple[str, ...], GoldItem] = {}
    for item in items:
        found = list(_twice(item, ids, questions))
        if item.draft:
            found.append(("is a draft" + (f" ({item.note})" if item.note else ""), 'Read it, then remove "draft".'))
        if item.about and lookup(item.about) is None:
            found.append((f"the archive holds no article {item.about}", 'Mend "about", or ingest the article.'))
        for turn in item.turns:
            for answer in turn.answers:
                found += _wrong(answer, lookup)
        problems += [GoldProblem(item.id, problem, remedy, item.place) for problem, remedy in found]
    return problems


def check_unanswerable(items: Sequence[GoldItem], answerer: Answerer) -> list[GoldProblem]:
    """Items called unanswerable that the archive answers with a confidence of 0.8 or more: a person has to look."""
    problems = []
    for item in items:
        for turn in item.turns:
            outcome = None if turn.answerable else answerer.answer(Question(turn.standalone))
            if isinstance(outcome, Answer) and outcome.confidence >= _SURE:
                quote = outcome.articles[0].quotes[0]
                problems.append(
                    GoldProblem(
                        item.id,
                        f"called unanswerable, but {quote.article_id} may answer it: “{quote.text}”",
                        "If it does, make the item a single one with this quote.",
                        item.place,
                    )
                )
    return problems


def reanchor(items: Sequence[GoldItem], lookup: Lookup) -> tuple[tuple[GoldItem, ...], list[GoldProblem]]:
    """Items whose quotes follow their revised articles, and a problem for every quote that nothing is like any more.

    Quotes that stand verbatim are left alone.
    """
    lost: list[GoldProblem] = []

    def follow(item: GoldItem, answer: GoldAnswer) -> GoldAnswer:
        article = lookup(answer.article_id)
        quotes = []
        for quote in answer.quotes:
            there = article is not None and locate(article, quote) is not None
            found = quote if there or article is None else moved(article, quote)
            if article is None or found is None:
                problem = f"“{_opening(quote)}” has no like in {answer.article_id} any more"
                lost.append(GoldProblem(item.id, problem, "Read the article and quote it anew.", item.place))
            quotes.append(found or quote)
        return replace(answer, quotes=tuple(quotes))

    def turned(item: GoldItem, turn: GoldTurn) -> GoldTurn:
        return replace(turn, answers=tuple(follow(item, answer) for answer in turn.answers))

    return tuple(replace(item, turns=tuple(turned(item, turn) for turn in item.turns)) for item in items), lost


def _twice(
    item: GoldItem, ids: dict[str, GoldItem], questions: dict[tuple[str, ...], GoldItem]
) -> Iterator[tuple[str, str]]:
    if ids.setdefault(item.id, item) is not item:
        yield f"the id stands twice, first at {ids[item.id].place}", "Give one of the two another id."
    first = questions.setdefault(tuple(words(item.turns[0].question)), item)
    if first is not item:
        yield f"asks the same as {first.id} at {first.place}", "Remove one of the two."


def _wrong(answer: GoldAnswer, lookup: Lookup) -> Iterator[tuple[str, str]]:
    article = lookup(answer.article_id)
    if article is None:
        yield f"the archive holds no article {answer.article_id}", "Mend the id, or ingest the article."
        return
    for quote in answer.quotes:
        if locate(article, quote) is None:
            now = moved(article, quote)
            remedy = f"It now reads: “{now}”" if now else "Quote the article word for word."
            yield f"“{_opening(quote)}” is not in {answer.article_id}", remedy


def _opening(quote: str, n_words: int = 8) -> str:
    parts = quote.split()
    return " ".join(parts[:n_words]) + (" …" if len(parts) > n_words else "")
