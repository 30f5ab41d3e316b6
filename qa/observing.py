"""Labelled questions become observations to fit the confidence on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from qa.answer import ArticleAnswer
from qa.answerer import Answerer
from qa.composing import article_answers
from qa.evidence import Candidate
from qa.fitting import Observation
from qa.prior_fitting import RankedQuestion
from qa.question import Question
from qa.ranking import signals_of
from qa.rules.merging import quotes


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question, whether the archive answers it, and how to tell a right answer. ``group`` names the article it was
    written from; ``made`` says that it was made of another question.
    """

    question: Question
    answerable: bool
    is_right: Callable[[Sequence[ArticleAnswer]], bool]
    group: str = ""
    made: bool = False


def ranked(answerer: Answerer, labelled: Iterable[LabelledQuestion]) -> Iterator[RankedQuestion]:
    """The sentences that answering would choose from, each with its signals and whether it answers alone."""
    for item in labelled:
        attempt = answerer.attempt(item.question) if item.answerable else None
        if attempt is None:
            continue
        evidence = attempt.draft.evidence
        rows = list(signals_of(evidence.question, evidence.candidates, evidence.scores))
        yield RankedQuestion(
            logits=np.array([logit for _, _, logit, _ in rows]),
            signals=np.array([signals for *_, signals in rows]),
            right=np.array([item.is_right([_alone(candidate, n)]) for candidate, n, _, _ in rows]),
        )


def _alone(candidate: Candidate, n: int) -> ArticleAnswer:
    return ArticleAnswer(candidate.article, quotes(candidate.article, [n], [candidate.hit.passage]))


def observe(answerer: Answerer, labelled: Iterable[LabelledQuestion]) -> Iterator[Observation]:
    """Answer each question whatever the threshold says. Questions that ask nothing are skipped: no confidence decides
    on them.
    """
    for item in labelled:
        attempt = answerer.attempt(item.question)
        if attempt is None:
            continue
        groups = article_answers(attempt.draft, answerer.engine.passages_of)
        yield Observation(
            attempt.features, item.answerable, item.answerable and item.is_right(groups), item.group, item.made
        )
