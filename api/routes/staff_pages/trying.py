"""A question tried out, with what each stage made of it. It is not logged."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query
from fastapi.responses import Response

from api.routes.staff_pages.access import VisitorDep, staff_pages
from api.schemas.ask import MAX_QUESTION, AskOut
from api.services import Serving
from api.state import State, StateDep
from index import SearchEngine
from qa import Answer, Question, Refusal, Turn

router = staff_pages()

Words = Annotated[str, Query(max_length=MAX_QUESTION)]


@dataclass(frozen=True, slots=True)
class Read:
    """A passage that was read: its place in both rankings, and the selector's logit for its answering at all."""

    article_id: str
    title: str
    section: str
    text: str
    dense_rank: int | None
    bm25_rank: int | None
    answerable: float


@dataclass(frozen=True, slots=True)
class Move:
    """What a rule of quoting did with a sentence."""

    rule: str
    action: str
    article_id: str
    text: str


@router.get("/try")
async def try_question(
    visitor: VisitorDep,
    state: StateDep,
    q: Words = "",
    earlier: Words = "",
    article: Annotated[str, Query(max_length=400)] = "",
) -> Response:
    text, earlier, article = q.strip(), earlier.strip(), article.strip()
    context: dict[str, Any] = {"query": text, "earlier": earlier, "article": article, "answer": None}
    if text:
        serving = await state.serving()
        history = (await _turn(state, serving, earlier),) if earlier else ()
        question = Question(text, history, article or None, explain=True)
        began = time.perf_counter()
        outcome = await state.answer(serving, question)
        took_ms = (time.perf_counter() - began) * 1000
        stages = outcome.explanation.stages if outcome.explanation else {}
        context |= {
            "answer": AskOut.of(outcome, answer_id="", took_ms=took_ms).model_dump(),
            "threshold": serving.answerer.threshold,
            "stages": stages,
            "read": read_passages(serving.engine, _listed(stages, "hits")),
            "moves": moves(serving.engine, _listed(stages, "composing")),
            "known_article": not article or serving.engine.article(article) is not None,
        }
    return visitor.show("try.html", **context)


async def _turn(state: State, serving: Serving, earlier: str) -> Turn:
    """The earlier question as the widget would send it: with the passages that its answer quoted."""
    outcome: Answer | Refusal = await state.answer(serving, Question(earlier))
    groups = outcome.articles if isinstance(outcome, Answer) else ()
    return Turn(earlier, tuple(dict.fromkeys(quote.passage_id for group in groups for quote in group.quotes)))


def read_passages(engine: SearchEngine, hits: Sequence[Mapping[str, Any]]) -> list[Read]:
    """The passages of an explanation with their words."""
    found = []
    for hit in hits:
        passage = engine.passage(hit["passage_id"])
        article = engine.article(passage.article_id) if passage else None
        if passage is None or article is None:
            continue
        found.append(
            Read(
                article.id, article.title, passage.heading, passage.text_in(article), hit["dense_rank"],
                hit["bm25_rank"], hit["answerable"],
            )
        )  # fmt: skip
    return found


def moves(engine: SearchEngine, changes: Sequence[Mapping[str, Any]]) -> list[Move]:
    """What the rules did, with the sentences they did it to."""
    found = []
    for change in changes:
        article = engine.article(change["article_id"])
        text = article.sentence_text(change["n"]) if article else ""
        found.append(Move(change["rule"], change["action"], change["article_id"], text))
    return found


def _listed(stages: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = stages.get(name, ())
    return found
