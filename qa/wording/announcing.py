"""Words that somebody else wrote or said: "The post read:" and what follows it, or the rest of a quotation."""

import re
from collections.abc import Mapping

from corpus import Article
from qa.wording.carriers import quotes_carrier, spreads
from qa.wording.patterns import any_of
from qa.wording.per_article import once_an_article
from qa.wording.quotation import Span, is_bare, opened, opens_quoted, spans_of
from qa.wording.resuming import resumes, speaks_of_a_post
from qa.wording.stories import at_length, leaves_story, retells

_SAYS = any_of(
    "read, reads, reading, said, says, saying, states?, stated, stating, claim(?:s|ed|ing)?, alleg(?:es|ed|ing)",
    "wrote, writes",
    "written, writing, goes, text, caption(?:ed)?, as follows, following, in part, continue[sd]?, began, begins",
    "repl(?:y|ies|ied), post(?:ed)?",
    "tweet(?:ed)?, remarks, statement, headline, asked, answer(?:ed)?, respon(?:ds|ded|se), add(?:s|ed|ing), told",
    "message, according to, transcri(?:pts?|ptions?|bed), monologue",
)
_ANNOUNCES = re.compile(rf"\b{_SAYS}\b[^:]{{0,80}}:\s*$", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[•*▪◦–—-]|\d{1,2}[.)])\s")
# What an embedded post ends with: "— Elm Falls Harbour (@elmfalls) March 22, 2031".
_SIGNATURE = re.compile(r"^\W*[—–-]\s*\S[^()\n]{0,60}\(@\w+\)")
# A longer post is rare; a paragraph that only seems to go on with it must not take the article along.
_MAX_PARAGRAPHS = 6
# A story or a transcript may be longer; it ends only where the article surely speaks again.
_MAX_PARAGRAPHS_AT_LENGTH = 25
# Posts quoted further down, in a sentence that goes on from its own words to theirs, are half of them evidence.
_EARLY = 10


def announcer_of(article: Article, n: int) -> int | None:
    """The position of the sentence that says whose words sentence ``n`` quotes, or what list it stands in; ``None`` if
    ``n`` is the article's own.

    Quoted is what stands between "... read:" and the end of its paragraph; the next paragraphs too while they open
    with a quotation mark, or, of a post without marks, until the article speaks of the post; and what stands inside a
    quotation that another sentence opened or whose speaker another sentence names. So is the paragraph of an embedded
    post, which its signature follows.
    """
    return _announcers(article).get(n)


def in_others_words(article: Article, n: int) -> bool:
    """Whether sentence ``n`` is quoted from somebody whom another sentence names; an item of a list is not."""
    return announcer_of(article, n) is not None and not _ITEM.match(article.sentence_text(n))


def quotation_start(article: Article, n: int) -> int:
    """The sentence that opens the quotation in which sentence ``n`` begins; ``n`` itself if it begins in none."""
    return opened(article).get(n, n)


def announced_as_claim(article: Article, n: int) -> bool:
    """Whether sentence ``n`` is quoted from a post, a meme or another carrier of claims, or from a sentence that
    restates the claim.
    """
    announcer = announcer_of(article, n)
    if announcer is None:
        return n < _EARLY and quotes_carrier(article.sentence_text(n))
    if _ITEM.match(article.sentence_text(n)):
        return False
    announcement = article.sentence_text(announcer)
    if article.sentences[announcer].restates_claim or spreads(announcement, _before(article, announcer)):
        return True
    return announcer < _EARLY and quotes_carrier(announcement)


def _before(article: Article, n: int) -> str:
    return article.sentence_text(n - 1) if n else ""


@once_an_article
def _announcers(article: Article) -> dict[int, int]:
    text, spans = article.text, spans_of(article)
    return _signed(text, spans) | _quoted(text, spans, opened(article)) | _after_colon(text, spans)


def _signed(text: str, spans: tuple[Span, ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    for signature in range(1, len(spans)):
        if not _SIGNATURE.match(text[slice(*spans[signature])]):
            continue
        n = signature - 1
        found[n] = signature
        while n and "\n\n" not in text[spans[n - 1][1] : spans[n][0]]:
            n -= 1
            found[n] = signature
    return found


def _after_colon(text: str, spans: tuple[Span, ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    announcer: int | None = None
    marked = False
    paragraphs = 0
    for n in range(1, len(spans)):
        before, here = text[slice(*spans[n - 1])], text[slice(*spans[n])]
        new_paragraph = "\n\n" in text[spans[n - 1][1] : spans[n][0]]
        if _ANNOUNCES.search(before):
            announcer, paragraphs, marked = n - 1, int(new_paragraph), opens_quoted(here)
            if not marked and resumes(here):
                announcer = None
        elif announcer is None and retells(before) and not new_paragraph:
            announcer, paragraphs, marked = n - 1, _MAX_PARAGRAPHS_AT_LENGTH, False
            if leaves_story(here):
                announcer = None
        elif before.rstrip().endswith(":") and _ITEM.match(here):
            announcer, paragraphs, marked = n - 1, 0, False
        elif announcer is not None and new_paragraph:
            paragraphs += 1
            told_before = text[slice(*spans[announcer - 1])] if announcer else ""
            announcement = text[slice(*spans[announcer])]
            if not _goes_on(here, announcement, told_before, marked=marked, paragraphs=paragraphs):
                announcer = None
        if announcer is not None:
            found[n] = announcer
    return found


def _goes_on(here: str, announcement: str, before: str, *, marked: bool, paragraphs: int) -> bool:
    """Whether a paragraph that opens with ``here`` still belongs to what was announced. ``before`` is the sentence
    before the announcement.
    """
    if marked or opens_quoted(here):
        return opens_quoted(here)
    if _ITEM.match(here):
        return True
    if resumes(here) or not spreads(announcement, before):
        return False
    if at_length(announcement):
        return paragraphs <= _MAX_PARAGRAPHS_AT_LENGTH and not leaves_story(here)
    return paragraphs <= _MAX_PARAGRAPHS and not speaks_of_a_post(here)


def _quoted(text: str, spans: tuple[Span, ...], opened: Mapping[int, int]) -> dict[int, int]:
    """Sentences of a quotation whose speaker another sentence of its paragraph names."""
    found: dict[int, int] = {}
    for n in range(len(spans)):
        here = text[slice(*spans[n])]
        if n in opened:
            opener = opened[n]
            speaker: int | None = found.get(opener, opener)
            if speaker == opener and is_bare(text[slice(*spans[opener])]):
                speaker = None
        elif is_bare(here):
            speaker = _named_before(text, spans, found, n)
            if speaker is None:
                speaker = _named_behind(text, spans, opened, n)
        else:
            continue
        if speaker is not None and speaker != n:
            found[n] = speaker
    return found


def _named_before(text: str, spans: tuple[Span, ...], found: dict[int, int], n: int) -> int | None:
    """``“A,” she said. “B.”``: the sentence before, if it quotes in the same paragraph."""
    if n == 0 or "\n\n" in text[spans[n - 1][1] : spans[n][0]]:
        return None
    before = text[slice(*spans[n - 1])]
    if n - 1 in found:
        return found[n - 1]
    return n - 1 if re.search(r"[\"“”]", before) and not is_bare(before) else None


def _named_behind(text: str, spans: tuple[Span, ...], opened: Mapping[int, int], n: int) -> int | None:
    """``“A. B,” she said.``: the sentence in which the quotation that ``n`` opens is closed and attributed."""
    last = n
    while opened.get(last + 1) == n:
        last += 1
    closing = text[slice(*spans[last])]
    return last if last > n and re.match(r"[^\"”]*[\"”]\W*\w", closing) else None
