"""Logged questions together with what their readers thought of the answers."""

from dataclasses import dataclass

from api.feedback import Feedback, FeedbackStore, Vote
from api.question_log import Asked, QuestionLog, Wanted


@dataclass(frozen=True, slots=True)
class VotedQuestion:
    """``question`` is in words that need no conversation, ``typed`` what the reader typed if that is another one.

    ``page_id`` is the article on whose page it was asked, empty elsewhere. ``vote`` is ``None`` where the reader gave
    none; ``reason`` and ``comment`` came with it.
    """

    question: str
    vote: Vote | None = None
    comment: str = ""
    reason: str = ""
    typed: str = ""
    page_id: str = ""


def voted_question(log: QuestionLog, votes: FeedbackStore, answer_id: str) -> VotedQuestion | None:
    """The question of an answer, from the log or else from its vote; ``None`` if neither holds it."""
    vote = votes.of([answer_id]).get(answer_id)
    asked = log.of(answer_id)
    if asked is not None:
        return _voted(asked, vote)
    return _voted(vote, vote) if vote and vote.question else None


def voted_questions(
    log: QuestionLog, votes: FeedbackStore, limit: int, *, refused_only: bool = False
) -> list[VotedQuestion]:
    """The newest ``limit`` questions of the log (greetings and the like are none), then the newest ``limit`` votes on
    answers that are not among them.

    Votes are kept where the log is off, too, but not what became of their questions: ``refused_only`` leaves them out.
    """
    asked = log.latest(limit, Wanted("refused" if refused_only else "", questions_only=True))
    given = votes.of([one.answer_id for one in asked])
    found = [_voted(one, given.get(one.answer_id)) for one in asked]
    if not refused_only:
        known = {one.answer_id for one in asked}
        others = (vote for vote in votes.latest(limit) if vote.answer_id not in known)
        found += [_voted(vote, vote) for vote in others if vote.question]
    return found


def _voted(asked: Asked | Feedback, vote: Feedback | None) -> VotedQuestion:
    question = asked.standalone or asked.question
    return VotedQuestion(
        question,
        vote=vote.vote if vote else None,
        comment=vote.comment if vote else "",
        reason=(vote.reason or "") if vote else "",
        typed=asked.question if question != asked.question else "",
        page_id=asked.page_id if isinstance(asked, Asked) else "",
    )
