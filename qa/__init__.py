"""Questions become answers."""

from qa.answer import Answer, ArticleAnswer, Citation, Nearest, Quote, Reason, Refusal, Scope
from qa.errors import AnsweringError, CalibrationError, GoldError, InvalidAnswer, SelectorError
from qa.evidence import Candidate, PassageScore, Selector
from qa.question import Question, Turn

__all__ = [
    "Answer",
    "AnsweringError",
    "ArticleAnswer",
    "CalibrationError",
    "Candidate",
    "Citation",
    "GoldError",
    "InvalidAnswer",
    "Nearest",
    "PassageScore",
    "Question",
    "Quote",
    "Reason",
    "Refusal",
    "Scope",
    "Selector",
    "SelectorError",
    "Turn",
]
