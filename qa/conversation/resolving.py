"""A turn and its history become readings that stand alone. No state is kept: the history comes with the question."""

from collections.abc import Sequence
from dataclasses import replace

from index import SearchEngine
from qa.conversation.cues import (
    Dependence,
    after_correction,
    after_switch,
    dependence,
    list_position,
    without_opening,
)
from qa.conversation.salience import Shown, salient_words
from qa.conversation.small_talk import is_small_talk
from qa.conversation.turn import Reading, Resolution, TurnKind
from qa.question import Question, Turn
from qa.terms import content_stems, content_words, names, numbers

MAX_TURNS = 4
MAX_QUESTION_CHARS = 400
MAX_PASSAGES_PER_TURN = 9
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
    text = whole[:MAX_QUESTION_CHARS].strip()
    if is_small_talk(whole):
        return Resolution(TurnKind.SMALL_TALK)
    page = engine.article(question.article_id) if question.article_id else None
    on_page = ((page.id, page.title),) if page else ()
    if question.verbatim:
        return Resolution(TurnKind.STANDALONE, (_plain(text, on_page),))
    history = shown_turns(question.history, engine)
    if dependence(text) is not Dependence.NONE:
        history = _with_likeliest_article(history, engine)
    return read(text, history, on_page)


def read(text: str, history: Sequence[Shown], page: Sequence[tuple[str, str]] = ()) -> Resolution:
    """Like :func:`resolve`, of what was said and shown. ``page`` is the id and title of the article that the reader is
    on.
    """
    if is_small_talk(text):
        return Resolution(TurnKind.SMALL_TALK)
    if (asked := after_switch(text)) is not None:
        return Resolution(TurnKind.TOPIC_SWITCH, (_plain(asked, page),))
    history = current_topic(history)
    if not history:
        return _without_history(text, page)
    if (correction := after_correction(text)) is not None:
        return Resolution(TurnKind.CLARIFICATION, (follow_up(correction, history, page),))
    if (position := list_position(text)) is not None and (item := _shown_item(history, position)):
        return Resolution(TurnKind.LIST_REFERENCE, (_about_item(text, item, history),))
    match dependence(text):
        case Dependence.NONE:
            return Resolution(TurnKind.STANDALONE, (_plain(text, page),))
        case Dependence.CERTAIN:
            return Resolution(TurnKind.FOLLOW_UP, (follow_up(text, history, page),))
        case _:
            return Resolution(TurnKind.FOLLOW_UP, (_plain(text, page), follow_up(text, history, page)))


def shown_turns(history: Sequence[Turn], engine: SearchEngine) -> list[Shown]:
    """The last turns that asked something, oldest first, with what they were shown."""
    turns = []
    for turn in history[-MAX_TURNS:]:
        asked = " ".join(turn.question.split())[:MAX_QUESTION_CHARS]
        if is_small_talk(asked):
            continue
        passages = [p for p in map(engine.passage, turn.passage_ids[:MAX_PASSAGES_PER_TURN]) if p is not None]
        articles = {a.id: a for a in (engine.article(p.article_id) for p in passages) if a is not None}
        texts = tuple(p.text_in(articles[p.article_id]) for p in passages if p.article_id in articles)
        turns.append(Shown(asked, tuple((a.id, a.title) for a in articles.values()), texts))
    return turns


def _with_likeliest_article(history: list[Shown], engine: SearchEngine) -> list[Shown]:
    """Where nothing was quoted since the last full question (it was refused), what it finds stands for what
    was meant.
    """
    full = (n for n in range(len(history) - 1, -1, -1) if dependence(history[n].question) is not Dependence.CERTAIN)
    n = next(full, None)
    if n is None or any(turn.articles for turn in history[n:]):
        return history
    asked = after_switch(history[n].question) or history[n].question
    found = engine.search(asked, limit=1).articles
    articles = tuple((hit.article.id, hit.article.title) for hit in found)
    return [*history[:n], replace(history[n], articles=articles), *history[n + 1 :]]


def current_topic(history: Sequence[Shown]) -> list[Shown]:
    """The turns since the topic last changed: by announcement, or by a full question that shares no word with those
    before.
    """
    start = 0
    said: frozenset[str] = frozenset()
    for n, turn in enumerate(history):
        stems = content_stems(turn.question)
        changed = after_switch(turn.question) is not None
        if changed or (dependence(turn.question) is Dependence.NONE and not stems & said):
            start, said = n, frozenset()
        said = said.union(stems, *(content_stems(title) for _, title in turn.articles))
    opened = [
        replace(turn, question=after_switch(turn.question) or turn.question) for turn in history[start : start + 1]
    ]
    return [*opened, *history[start + 1 :]]


def _plain(text: str, page: Sequence[tuple[str, str]]) -> Reading:
    return Reading(text, "", tuple(article_id for article_id, _ in page), _PAGE_PRIOR)


def _without_history(text: str, page: Sequence[tuple[str, str]]) -> Resolution:
    """A first turn. One that only points ("who pays for it?") is about the page it was asked on, or about nothing
    known.
    """
    stems = content_stems(text)
    points = dependence(text) is Dependence.CERTAIN and len(stems) <= 2 and not names(text) and not numbers(text)
    if stems and not points:
        return Resolution(TurnKind.STANDALONE, (_plain(text, page),))
    if not page:
        return Resolution(TurnKind.UNDERSPECIFIED)
    article_id, title = page[0]
    return Resolution(TurnKind.FOLLOW_UP, (_with_context(text, content_words(title)[:_MAX_SALIENT], (article_id,)),))


def follow_up(text: str, history: Sequence[Shown], page: Sequence[tuple[str, str]] = ()) -> Reading:
    """``text`` with the words of the conversation that it leaves out, and the articles that it is most likely about."""
    recent = dict.fromkeys(article_id for turn in reversed(history[-2:]) for article_id, _ in turn.articles[:2])
    article_ids = tuple(recent)[:_MAX_PRIOR_ARTICLES] or tuple(article_id for article_id, _ in page)
    return _with_context(text, salient_words(history, text, _MAX_SALIENT), article_ids)


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
