"""Gold questions as what the confidence is fitted on."""

from collections.abc import Sequence
from functools import partial

from qa.answer import ArticleAnswer
from qa.evaluation.gold import GoldAnswer, GoldItem
from qa.evaluation.matching import is_hit
from qa.observing import LabelledQuestion
from qa.question import Question


def labelled(gold: Sequence[GoldItem]) -> list[LabelledQuestion]:
    """Every turn in its stand-alone words; turns about one article are one group."""
    return [
        LabelledQuestion(
            Question(turn.standalone),
            turn.answerable,
            partial(_is_right, turn.answers),
            turn.answers[0].article_id if turn.answers else item.about,
        )
        for item in gold
        for turn in item.turns
    ]


def _is_right(answers: Sequence[GoldAnswer], groups: Sequence[ArticleAnswer]) -> bool:
    return is_hit(answers, [(group.article.id, quote.text) for group in groups for quote in group.quotes])
