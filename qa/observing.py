"""Labelled questions become observations to fit the confidence on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa.answer import ArticleAnswer
from qa.answerer import Answerer
from qa.composing import article_answers
from qa.fitting import Observation
from qa.question import Question


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question, whether the archive answers it, and how to tell a right answer. ``group`` names the article it was
    written from.
    """

    question: Question
    answerable: bool
    is_right: Callable[[Sequence[ArticleAnswer]], bool]
    group: str = ""


def observe(answerer: Answerer, labelled: Iterable[LabelledQuestion]) -> Iterator[Observation]:
    """Answer each question whatever the threshold says. Questions that ask nothing are skipped: no confidence decides
    on them.
    """
    for item in labelled:
        attempt = answerer.attempt(item.question)
        if attempt is None:
            continue
        groups = article_answers(attempt.draft, answerer.engine.passages_of)
        yield Observation(attempt.features, item.answerable, item.answerable and item.is_right(groups), item.group)
