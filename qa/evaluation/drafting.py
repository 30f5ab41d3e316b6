"""A question of the log, with what readers thought of its answer, becomes a draft of a gold item."""

import hashlib
from typing import Literal

from qa.answer import Answer, Reason, Refusal
from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn
from qa.evaluation.matching import words

Vote = Literal["up", "down"]


def asks(question: str, outcome: Answer | Refusal) -> bool:
    """Whether there is something to draft: blank questions and greetings ask nothing."""
    small_talk = isinstance(outcome, Refusal) and outcome.reason is Reason.NOT_A_QUESTION
    return bool(words(question)) and not small_talk


def draft(
    question: str, outcome: Answer | Refusal, vote: Vote | None = None, comment: str = "", *, reason: str = ""
) -> GoldItem:
    """A draft for a person to finish: the quotes of ``outcome`` as the expected ones, and a note on what to look at.

    ``reason`` and ``comment`` are what came with the vote. The id is made of the question's words, so that drafting a
    question twice gives one id.
    """
    item_id = "log-" + hashlib.sha256(" ".join(words(question)).encode()).hexdigest()[:10]
    notes = _said(vote, reason, comment)
    if isinstance(outcome, Refusal):
        near = outcome.nearest[0].article.id if outcome.nearest else ""
        notes.append("The archive gave no answer: if it holds one, make this a single item and quote it.")
        turn = GoldTurn(question, question, False, ())
        return GoldItem(item_id, "unanswerable", "", (turn,), about=near, draft=True, note=" ".join(notes))
    notes.append("Check that these sentences answer, each alternative by itself.")
    answers = tuple(
        GoldAnswer(group.article.id, tuple(" ".join(quote.text.split()) for quote in group.quotes))
        for group in outcome.articles
    )
    turn = GoldTurn(question, question, True, answers)
    return GoldItem(item_id, "single", style_of(question), (turn,), draft=True, note=" ".join(notes))


def _said(vote: Vote | None, reason: str, comment: str) -> list[str]:
    """What a reader thought of the answer, as sentences."""
    said = {"up": "A reader found this answer helpful", "down": "A reader did not find this answer helpful"}
    notes = []
    if vote:
        notes.append(said[vote] + (f" ({reason.replace('_', ' ')})" if reason else "") + ".")
    if wrote := " ".join(comment.split()):
        notes.append(f"The reader wrote: “{wrote}”" + ("" if wrote.endswith((".", "!", "?", "…")) else "."))
    return notes


def style_of(question: str) -> str:
    """``search`` for up to six words without a question mark, else ``question``; a person turns it into ``claim``."""
    return "search" if len(words(question)) <= 6 and "?" not in question else "question"
