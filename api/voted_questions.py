"""Logged questions together with what their readers thought of the answers."""

from dataclasses import dataclass

from api.feedback import Feedback, FeedbackStore, Vote
from api.question_log import QuestionLog, Wanted


@dataclass(frozen=True, slots=True)
class VotedQuestion:
    """``vote`` is ``None`` where the reader gave none."""

    question: str
    vote: Vote | None = None
    comment: str = ""


def voted_question(log: QuestionLog, votes: FeedbackStore, answer_id: str) -> VotedQuestion | None:
    """The question of an answer, from the log or else from its vote; ``None`` if neither holds it."""
    vote = votes.of([answer_id]).get(answer_id)
    question = log.question_of(answer_id) or (vote.question if vote else "")
    return _voted(question, vote) if question else None


def voted_questions(
    log: QuestionLog, votes: FeedbackStore, limit: int, *, refused_only: bool = False
) -> list[VotedQuestion]:
    """The newest ``limit`` of the log, then the newest ``limit`` votes on answers that are not among them.

    Votes are kept where the log is off, too, but not what became of their questions: ``refused_only`` leaves them out.
    """
    asked = log.latest(limit, Wanted(outcome="refused") if refused_only else None)
    given = votes.of([one.answer_id for one in asked])
    found = [_voted(one.question, given.get(one.answer_id)) for one in asked]
    if not refused_only:
        known = {one.answer_id for one in asked}
        others = (vote for vote in votes.latest(limit) if vote.answer_id not in known)
        found += [_voted(vote.question, vote) for vote in others if vote.question]
    return found


def _voted(question: str, vote: Feedback | None) -> VotedQuestion:
    return VotedQuestion(question, vote.vote, vote.comment) if vote else VotedQuestion(question)
