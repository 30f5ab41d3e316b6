"""Words that somebody else wrote: "The post read:" and what follows it."""

import re
from functools import lru_cache

from corpus import Article
from qa.wording.patterns import any_of

_SAYS = any_of(
    "read, reads, reading, said, says, saying, states?, stated, stating, claim(?:s|ed|ing)?, alleg(?:es|ed|ing)",
    "wrote, writes",
    "written, writing, goes, text, caption(?:ed)?, as follows, in part, continue[sd]?, began, begins",
    "repl(?:y|ies|ied), post(?:ed)?",
    "tweet(?:ed)?, remarks, statement, headline, asked, answer(?:ed)?, respon(?:ds|ded|se), add(?:s|ed|ing), told",
    "message",
)
_ANNOUNCES = re.compile(rf"\b{_SAYS}\b[^:]{{0,80}}:\s*$", re.IGNORECASE)
_SPREADS = re.compile(
    r"\b"
    + any_of(
        "posts?, memes?, captions?, tweets?, rumou?rs?, claims?, claimed, alleged(?:ly)?, viral, messages?",
        "copypasta, chain",
        "screenshots?, users?, videos?, clips?, text, headline, hoax, story, stories, supposed(?:ly)?",
        "purported(?:ly)?",
    )
    + r"\b",
    re.IGNORECASE,
)
_OPEN_QUOTE = re.compile(r"^\s*[\"“‘']")


def announcer_of(article: Article, n: int) -> int | None:
    """The position of the sentence that announces sentence ``n`` as somebody's words; ``None`` if ``n`` is the
    article's own.

    Announced is what stands between "... read:" and the end of its paragraph; the next paragraphs too while they open
    with a quotation mark.
    """
    return _announcers(article).get(n)


def announced_as_claim(article: Article, n: int) -> bool:
    """Whether sentence ``n`` is quoted from a post, a meme or another carrier of claims."""
    announcer = announcer_of(article, n)
    return announcer is not None and bool(_SPREADS.search(article.sentence_text(announcer)))


@lru_cache(maxsize=512)
def _announced_in(text: str, spans: tuple[tuple[int, int], ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    announcer: int | None = None
    for n in range(1, len(spans)):
        before = text[slice(*spans[n - 1])]
        new_paragraph = "\n\n" in text[spans[n - 1][1] : spans[n][0]]
        here = text[slice(*spans[n])]
        if _ANNOUNCES.search(before):
            announcer = n - 1
        elif new_paragraph and not _OPEN_QUOTE.match(here):
            announcer = None
        if announcer is not None:
            found[n] = announcer
    return found


def _announcers(article: Article) -> dict[int, int]:
    return _announced_in(article.text, tuple((s.start, s.end) for s in article.sentences))
