"""What was said and shown before a turn, as far as it still matters."""

from collections.abc import Sequence
from dataclasses import replace

from index import SearchEngine
from qa.conversation.cues import Dependence, after_switch, dependence
from qa.conversation.mending import mended
from qa.conversation.salience import Shown
from qa.conversation.small_talk import is_small_talk
from qa.question import Turn
from qa.terms import content_stems

MAX_TURNS = 4
MAX_QUESTION_CHARS = 400
MAX_PASSAGES_PER_TURN = 9
# Turns that are looked at for those that asked something.
_MAX_SAID = 50


def shown_turns(history: Sequence[Turn], engine: SearchEngine) -> list[Shown]:
    """The last turns that asked something, oldest first, with what they were shown."""
    turns = []
    said = ((mended(" ".join(turn.question.split())[:MAX_QUESTION_CHARS]), turn) for turn in history[-_MAX_SAID:])
    for asked, turn in [(asked, turn) for asked, turn in said if not is_small_talk(asked)][-MAX_TURNS:]:
        passages = [p for p in map(engine.passage, turn.passage_ids[:MAX_PASSAGES_PER_TURN]) if p is not None]
        articles = {a.id: a for a in (engine.article(p.article_id) for p in passages) if a is not None}
        texts = tuple(p.text_in(articles[p.article_id]) for p in passages if p.article_id in articles)
        turns.append(Shown(asked, tuple((a.id, a.title) for a in articles.values()), texts))
    return turns


def with_likeliest_article(history: list[Shown], engine: SearchEngine) -> list[Shown]:
    """Where nothing was quoted since the last full question (it was refused), what it finds stands for what
    was meant.
    """
    full = (n for n in range(len(history) - 1, -1, -1) if dependence(history[n].question) < Dependence.LIKELY)
    n = next(full, None)
    if n is None or any(turn.articles for turn in history[n:]):
        return history
    asked = after_switch(history[n].question) or history[n].question
    found = engine.search(asked, limit=1).articles
    articles = tuple((hit.article.id, hit.article.title) for hit in found)
    return [*history[:n], replace(history[n], articles=articles), *history[n + 1 :]]


def current_topic(history: Sequence[Shown]) -> list[Shown]:
    """The turns since the topic last changed: by announcement, by a full question that shares no word with those
    before, or by one that may stand alone and was answered from other articles than those before.
    """
    start = 0
    said: frozenset[str] = frozenset()
    articles: frozenset[tuple[str, str]] = frozenset()
    for n, turn in enumerate(history):
        stems = content_stems(turn.question)
        if _changes_topic(turn, stems, said, articles):
            start, said, articles = n, frozenset(), frozenset()
        said = said.union(stems, *(content_stems(title) for _, title in turn.articles))
        articles = articles.union(turn.articles)
    opened = [
        replace(turn, question=after_switch(turn.question) or turn.question) for turn in history[start : start + 1]
    ]
    return [*opened, *history[start + 1 :]]


def _changes_topic(
    turn: Shown, stems: frozenset[str], said: frozenset[str], articles: frozenset[tuple[str, str]]
) -> bool:
    if after_switch(turn.question) is not None:
        return True
    hangs = dependence(turn.question)
    if hangs is Dependence.CERTAIN:
        return False
    elsewhere = bool(turn.articles and articles) and articles.isdisjoint(turn.articles)
    return elsewhere or (hangs is Dependence.NONE and not stems & said)
