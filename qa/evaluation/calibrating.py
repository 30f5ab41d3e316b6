"""Gold questions as what the confidence is fitted on."""

from collections.abc import Sequence
from functools import partial

from index import SearchEngine
from qa.answer import ArticleAnswer
from qa.evaluation.anchoring import locate
from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn
from qa.evaluation.matching import is_hit
from qa.observing import LabelledQuestion
from qa.question import Question, Turn


def labelled(gold: Sequence[GoldItem], engine: SearchEngine | None = None) -> list[LabelledQuestion]:
    """Every turn in its stand-alone words, and with an ``engine`` later turns as typed too, behind their history; each
    question once.

    A confidence fitted on stand-alone words alone is far too low for follow-ups, whose few words say less. The history
    shows the passages of each earlier turn's first alternative. Turns about one article are one group.
    """
    found: dict[Question, LabelledQuestion] = {}
    for item in gold:
        history: tuple[Turn, ...] = ()
        for turn in item.turns:
            asked = [Question(turn.standalone), *([Question(turn.question, history)] if history else [])]
            for question in asked:
                found.setdefault(question, _labelled(item, turn, question))
            if engine is not None:
                history = (*history, Turn(turn.question, _shown(turn, engine)))
    return list(found.values())


def _labelled(item: GoldItem, turn: GoldTurn, question: Question) -> LabelledQuestion:
    group = turn.answers[0].article_id if turn.answers else item.about
    return LabelledQuestion(question, turn.answerable, partial(_is_right, turn.answers), group)


def _shown(turn: GoldTurn, engine: SearchEngine) -> tuple[str, ...]:
    """Ids of the passages that hold the turn's first alternative; none if the archive lacks it."""
    if not turn.answers:
        return ()
    answer = turn.answers[0]
    article = engine.article(answer.article_id)
    spans = [locate(article, quote) for quote in answer.quotes] if article else []
    ids = (
        passage.id
        for span in spans
        if span is not None
        for passage in engine.passages_of(answer.article_id)
        if passage.first <= span.first <= passage.last
    )
    return tuple(dict.fromkeys(ids))


def _is_right(answers: Sequence[GoldAnswer], groups: Sequence[ArticleAnswer]) -> bool:
    return is_hit(answers, [(group.article.id, quote.text) for group in groups for quote in group.quotes])
