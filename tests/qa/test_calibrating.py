"""Fitting everything at once, over the small archive."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from index.encoder import HashEncoder
from qa import ArticleAnswer, Question
from qa.answerer import Answerer
from qa.calibrating import calibrate
from qa.errors import CalibrationError
from qa.lexical_selector import LexicalSelector
from qa.observing import LabelledQuestion
from tests.qa.archive import ARCHIVE
from tests.qa.engine_of import engine

ASKED = {
    "When did the bridge office raise the toll?": "two crowns",
    "bridge toll crowns 2021": "two crowns",
    "What do lorries pay on the bridge?": "six crowns",
    "lorries crowns": "six crowns",
    "Who pays the costs of collecting the toll?": "parish budget",
    "What does the bridge toll pay for?": "repairs",
    "Were seals shot on Ness beach?": "No evidence",
    "How many seals of Ness beach did the warden count?": "31 seals",
    "Why was the night ferry to Skarvik cancelled?": "engine",
    "Is the well in Tarn square poisoned?": "drinking water",
    "What do critics of the toll say?": "lost customers",
}
UNANSWERED = [
    f"{question} {n}" for n in range(2) for question in ("Capital of Mongolia", "Moon landing", "Price of tea in Ulm")
]


def _holds(words: str, groups: Sequence[ArticleAnswer]) -> bool:
    return any(words in quote.text for group in groups for quote in group.quotes)


def _labelled(copies: int) -> list[LabelledQuestion]:
    right = [LabelledQuestion(Question(q), True, partial(_holds, words), q) for q, words in ASKED.items()] * copies
    return right + [LabelledQuestion(Question(q), False, lambda groups: False, q) for q in UNANSWERED]


def test_one_call_fits_a_calibration_that_answers_and_refuses(tmp_path: Path) -> None:
    archive, selector = engine(ARCHIVE, tmp_path), LexicalSelector(HashEncoder())
    progress: list[tuple[int, int]] = []
    fitted = calibrate(archive, selector, _labelled(3), on_progress=lambda done, total: progress.append((done, total)))
    answerer = Answerer(archive, selector, fitted)
    assert answerer.answer(Question("What do lorries pay on the bridge?")).status == "answered"
    assert answerer.answer(Question("What is the capital of Mongolia?")).status == "not_found"
    assert fitted.selector == "lexical-1"
    assert progress[-1][0] <= progress[-1][1]


def test_too_few_questions_are_an_error(tmp_path: Path) -> None:
    archive, selector = engine(ARCHIVE, tmp_path), LexicalSelector(HashEncoder())
    with pytest.raises(CalibrationError, match="20 are needed"):
        calibrate(archive, selector, _labelled(1))
