"""Whether a question that may stand alone is about what the conversation's articles speak of."""

from collections.abc import Sequence

from index import SearchEngine
from qa.conversation.cues import is_complete, pointed_at
from qa.conversation.salience import Shown, is_vague
from qa.terms import content_stems, names, stem, words

# The articles of the last two turns, two each, the first pages of each: enough to tell, and the work is bounded.
_MAX_ARTICLES = 4
_MAX_CHARS = 20_000
# New words from which a question opened with "and" is clearly about something else.
_CLEARLY = 3
# A reader calls people and texts by what they are, whether or not the article uses that word.
_ROLE_LINES = """
man woman guy lady senator congressman congresswoman congressperson representative president governor mayor minister
candidate opponent spokesperson spokesman spokeswoman author writer reporter journalist researcher professor doctor
company union party government officials
article story piece video clip footage photo picture image post tweet meme quote statement speech study report survey
poll paper bill law figure number amount rumor rumour claim source website site money award
"""
_ROLES = frozenset(stem(word) for word in _ROLE_LINES.split())


def articles_stems(history: Sequence[Shown], engine: SearchEngine) -> frozenset[str]:
    """Stems of the words of the articles that the last turns were shown."""
    shown = dict.fromkeys(article_id for turn in reversed(history[-2:]) for article_id, _ in turn.articles[:2])
    articles = (engine.article(article_id) for article_id in list(shown)[:_MAX_ARTICLES])
    texts = (f"{article.title} {article.text[:_MAX_CHARS]}" for article in articles if article is not None)
    return frozenset(stem(word) for text in texts for word in words(text))


def seems_to_follow(text: str, history: Sequence[Shown], held: frozenset[str]) -> bool:
    """Whether ``text`` has no telling word that is new to the conversation and to the articles whose stems ``held``
    are, or speaks of something in them as known.
    """
    said = held | _asked(history)
    known = " ".join(pointed_at(text))
    return not _new(text, said) or (bool(content_stems(known)) and not _new(known, said))


def is_subject(text: str, title: str) -> bool:
    """Whether the words of ``text`` are what an article of that title is about, and not one name in it: of "Are there
    mosquitoes in Iceland?" "iceland mosquitoes" are, of "Is New York bankrupt?" "new york" is not.
    """
    stems = content_stems(text)
    return stems <= content_stems(title) and not any(stems <= content_stems(name) for name in names(title))


def departs(text: str, history: Sequence[Shown], held: frozenset[str]) -> bool:
    """Whether ``text`` is a complete question that shares no telling word with the conversation and its articles."""
    new = _new(text, held | _asked(history))
    return is_complete(text) and len(new) >= _CLEARLY and len(new) == len(_new(text, frozenset()))


def _asked(history: Sequence[Shown]) -> frozenset[str]:
    return frozenset().union(*(content_stems(turn.question) for turn in history))


def _new(text: str, said: frozenset[str]) -> set[str]:
    """Stems of the telling words of ``text`` that are not ``said``."""
    return {key for key in content_stems(text) - said if key not in _ROLES and not is_vague(key)}
