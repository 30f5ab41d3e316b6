"""A turn and its history become readings that stand alone. No state is kept: the history comes with the question."""

from collections.abc import Sequence

from index import SearchEngine
from qa.conversation.cues import (
    Dependence,
    after_correction,
    after_switch,
    dependence,
    is_complete,
    list_position,
    standing_alone,
    without_opening,
)
from qa.conversation.fragments import borrowed, completed
from qa.conversation.history import MAX_QUESTION_CHARS, current_topic, shown_turns, with_likeliest_article
from qa.conversation.mending import mended
from qa.conversation.novelty import articles_stems, departs, is_subject, seems_to_follow
from qa.conversation.salience import Shown, salient_words
from qa.conversation.small_talk import is_small_talk
from qa.conversation.turn import Reading, Resolution, TurnKind
from qa.question import Question
from qa.terms import content_stems, content_words, names, numbers

# Looked through for what is no question; only the first MAX_QUESTION_CHARS are searched for.
_MAX_READ = 8_000
_MAX_SALIENT = 4
_MAX_PRIOR_ARTICLES = 3
# What it is worth, of the best fused score, to be of the page the reader is on, or of an article that was just quoted.
_PAGE_PRIOR = 0.1
_CONVERSATION_PRIOR = 0.3


def resolve(question: Question, engine: SearchEngine) -> Resolution:
    """Decide what the turn is and how it can be read. Passage ids that the archive does not know are ignored."""
    whole = " ".join(question.text[:_MAX_READ].split())
    typed = whole[:MAX_QUESTION_CHARS].strip()
    if is_small_talk(whole):
        return Resolution(TurnKind.SMALL_TALK)
    page = engine.article(question.article_id) if question.article_id else None
    on_page = ((page.id, page.title),) if page else ()
    if question.verbatim:
        return Resolution(TurnKind.STANDALONE, (_plain(typed, on_page),))
    text = mended(typed)
    history = current_topic(shown_turns(question.history, engine))
    hangs = dependence(text)
    if hangs is not Dependence.NONE:
        history = with_likeliest_article(history, engine)
    doubtful = hangs in (Dependence.POSSIBLE, Dependence.LIKELY)
    held = articles_stems(history, engine) if doubtful else frozenset()
    rest = standing_alone(text)
    fragment = hangs is Dependence.LIKELY and not is_complete(rest)
    nearest = engine.search(rest, limit=1).articles if fragment else ()
    return read(text, history, on_page, held, [hit.article.title for hit in nearest])


def read(
    text: str,
    history: Sequence[Shown],
    page: Sequence[tuple[str, str]] = (),
    held: frozenset[str] = frozenset(),
    titles: Sequence[str] = (),
) -> Resolution:
    """Like :func:`resolve`, of what was said and shown. ``page`` is the id and title of the article that the reader is
    on, ``held`` the stems of the articles that the conversation is about, ``titles`` those of the articles that are
    found for a few words behind "and" or "what about".
    """
    if is_small_talk(text):
        return Resolution(TurnKind.SMALL_TALK)
    if (asked := after_switch(text)) is not None:
        return Resolution(TurnKind.TOPIC_SWITCH, (_plain(asked, page),))
    if not history:
        return _without_history(text, page)
    if after_correction(text) is not None:
        return Resolution(TurnKind.CLARIFICATION, (follow_up(text, history, page),))
    if (position := list_position(text)) is not None and (item := _shown_item(history, position)):
        return Resolution(TurnKind.LIST_REFERENCE, (_about_item(text, item, history),))
    match dependence(text):
        case Dependence.NONE:
            return Resolution(TurnKind.STANDALONE, (_plain(text, page),))
        case Dependence.CERTAIN:
            return Resolution(TurnKind.FOLLOW_UP, (follow_up(text, history, page),))
        case Dependence.LIKELY:
            return Resolution(TurnKind.FOLLOW_UP, _opened(text, history, page, held, titles))
        case _:
            readings = (_plain(text, page), follow_up(text, history, page))
            follows = seems_to_follow(text, history, held)
            return Resolution(TurnKind.FOLLOW_UP, readings[::-1] if follows else readings)


def _opened(
    text: str,
    history: Sequence[Shown],
    page: Sequence[tuple[str, str]],
    held: frozenset[str],
    titles: Sequence[str],
) -> tuple[Reading, ...]:
    """The readings of "and ..." or "what about ..." that names enough to be about something else: a complete question
    may be, and words without a verb that an article is about. The follow-up comes first unless all is new.
    """
    follows, rest = follow_up(text, history, page), standing_alone(text)
    if not is_complete(rest) and not any(is_subject(rest, title) for title in titles):
        return (follows,)
    alone = _plain(rest, page)
    return (alone, follows) if departs(rest, history, held) else (follows, alone)


def _plain(text: str, page: Sequence[tuple[str, str]]) -> Reading:
    return Reading(text, "", tuple(article_id for article_id, _ in page), _PAGE_PRIOR)


def _without_history(text: str, page: Sequence[tuple[str, str]]) -> Resolution:
    """A first turn. One that only points ("who pays for it?") is about the page it was asked on, or about nothing
    known.
    """
    asked = standing_alone(text)
    stems = content_stems(asked)
    named = asked == text and bool(names(text) or numbers(text))
    if stems and (named or len(stems) > 2 or dependence(text) is not Dependence.CERTAIN):
        return Resolution(TurnKind.STANDALONE, (_plain(asked, page),))
    if not page:
        return Resolution(TurnKind.UNDERSPECIFIED)
    article_id, title = page[0]
    return Resolution(TurnKind.FOLLOW_UP, (_with_context(text, content_words(title)[:_MAX_SALIENT], (article_id,)),))


def follow_up(text: str, history: Sequence[Shown], page: Sequence[tuple[str, str]] = ()) -> Reading:
    """``text`` with the words of the conversation that it leaves out, and the articles that it is most likely about."""
    recent = dict.fromkeys(article_id for turn in reversed(history[-2:]) for article_id, _ in turn.articles[:2])
    article_ids = tuple(recent)[:_MAX_PRIOR_ARTICLES] or tuple(article_id for article_id, _ in page)
    asked = completed(text, borrowed(turn.question for turn in history)) or after_correction(text) or text
    return _with_context(asked, salient_words(history, asked, _MAX_SALIENT), article_ids)


def _with_context(text: str, context: Sequence[str], article_ids: tuple[str, ...]) -> Reading:
    return Reading(without_opening(text), " ".join(context), article_ids, _CONVERSATION_PRIOR)


def _shown_item(history: Sequence[Shown], position: int) -> tuple[str, str] | None:
    """Article id and title of the item at ``position`` of the last turn that showed any."""
    for turn in reversed(history):
        if turn.articles:
            inside = -len(turn.articles) <= position < len(turn.articles)
            return turn.articles[position] if inside else None
    return None


def _about_item(text: str, item: tuple[str, str], history: Sequence[Shown]) -> Reading:
    article_id, title = item
    asked = text if len(content_stems(text)) > 2 else history[-1].question
    return Reading(asked, title, (article_id,), _CONVERSATION_PRIOR)
