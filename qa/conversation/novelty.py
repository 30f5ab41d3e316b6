"""Whether a question that may stand alone is about what the conversation's articles speak of."""

from collections.abc import Sequence

from index import SearchEngine
from qa.conversation.cues import pointed_at
from qa.conversation.salience import Shown, is_vague
from qa.terms import content_stems, stem, words

# The articles of the last two turns, two each, the first pages of each: enough to tell, and the work is bounded.
_MAX_ARTICLES = 4
_MAX_CHARS = 20_000
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
    said = held.union(*(content_stems(turn.question) for turn in history))
    known = " ".join(pointed_at(text))
    return not _has_new(text, said) or (bool(content_stems(known)) and not _has_new(known, said))


def _has_new(text: str, said: frozenset[str]) -> bool:
    return any(key not in said and key not in _ROLES and not is_vague(key) for key in content_stems(text))
