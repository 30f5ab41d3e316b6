"""Sentences beside the matter: where else, or how often, a post was seen, whom the newsroom asked in vain, and how it
rates.
"""

import re

from qa.wording.patterns import any_of

_UPDATES = re.compile(
    r"\b(?:will|we['’]ll) update (?:this|the|our) (?:story|article|report|post|page|fact[- ]check|piece)\b|"
    r"^\W*(?:we|\w+) ha(?:s|ve|d)(?:n['’]t| not) (?:yet )?(?:received|heard) (?:a |any |back|repl|respon)",
    re.IGNORECASE,
)
# What a rating means, and who wanted to know.
_EXPLAINS_CHECKING = re.compile(
    r"\bwe define\b|\breaders? (?:\w+ ){0,2}(?:asked|wrote) (?:to )?us (?:to check|if|whether|about)\b", re.IGNORECASE
)
_ASKED = any_of("contacted, reached out, reaching out, emailed, e-mailed, messaged, asked")
_NO_REPLY = any_of(
    r"await(?:s|ing)? (?:a |their )?(?:repl|response)\w*",
    r"(?:has|have|had)(?:n't| not) (?:yet )?(?:heard back|received|responded|replied)",
    r"did(?:n't| not) (?:immediately )?(?:hear back|respond|reply|receive), (?:got|received) no (?:response|reply)",
)
_ASKS = re.compile(rf"\b{_ASKED}\b", re.IGNORECASE)
_IN_VAIN = re.compile(rf"\b{_NO_REPLY}\b", re.IGNORECASE)
# What was found out all the same is not boilerplate.
_LEARNT = re.compile(
    r"\b(?:who|which) (?:said|told|confirmed)|\b(?:but|and) (?:an?|the|its|their|his|her) spokes", re.I
)
_PLATFORM = any_of(
    "x, twitter, facebook, instagram, tiktok, youtube, threads, bluesky, reddit, telegram, truth social, gab, parler",
    "linkedin, pinterest, snapchat, whatsapp, rumble, tumblr, ifunny, quora, gettr, weibo, substack, mastodon, 4chan",
)
_CARRIED = any_of(
    "rumou?rs?, claims?, images?, photos?, photographs?, pictures?, screenshots?, videos?, clips?, footage, story",
    "stories, posts?, quotes?, memes?, messages?, versions?, variations?, variants?, examples?, copies, captions?",
    "users?, people, accounts?, others?, readers?, internet, online, platforms?, sites?, websites?, pages?, social",
    "media, networks?",
)
_SPREADING = any_of(
    "appear(?:s|ed|ing)?, spread(?:s|ing)?, circulat(?:es|ed|ing), shar(?:es?|ed|ing), re-?shared, re-?posts?",
    "re-?posted, posted, discussed, popped, cropped, up, rounds, viral, went, seen, surfaced, resurfaced, reached",
    "viewed, views?, likes?, liked, shares, comments?, reactions?, retweet(?:s|ed)?, replies, times, receiv(?:ed|ing)",
    "garner(?:ed|ing), gained, amass(?:ed|ing), attracted, got, collected, racked, drew, earned",
)
_FILLING = any_of(
    "the, an?, this, that, these, those, same, similar, such, another, several, some, many, multiple, numerous",
    "various, different, one, two, both, all, more, most, than, over, nearly, almost, about, at, least, around",
    "roughly, thousands?, hundreds?, millions?, dozens, of, on, in, to, from, by, with, as, well, like, including",
    "and, or, not, only, but, it, its, their, they, was, were, is, are, be, been, has, have, had, also, further",
    "elsewhere, widely, broadly, across, among, for, archived?, here, there, writing, publication, time, then",
    "meanwhile, later, again, additional(?:ly)?, alleged, supposed, purported, popular, combined, total, each",
)
_VOCABULARY = re.compile(rf"(?:{_PLATFORM}|{_CARRIED}|{_SPREADING}|{_FILLING}|\d[\d,.]*[km]?)", re.IGNORECASE)
_NAMES_PLATFORM = re.compile(rf"\b{_PLATFORM}\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\d\S{0,20}(?: \w+)? (?:times|views|likes|shares|comments|reactions|retweets|reposts)\b", re.IGNORECASE
)
_SPREADS = re.compile(rf"\b{_SPREADING}\b", re.IGNORECASE)
_WORD = re.compile(r"[\w,.’'-]+")
_QUOTES = re.compile(r"[\"“”]")


def is_filler(text: str) -> bool:
    """Whether a sentence only says where else something was posted, how often it was seen, that somebody was asked and
    has not answered, who wanted it checked, or what a rating means. It answers those who ask just that (9 of 1,000
    readers' questions) and explains nothing else.
    """
    return not _QUOTES.search(text) and (
        bool(_EXPLAINS_CHECKING.search(text)) or _only_asks(text) or _only_spreads(text)
    )


def _only_asks(text: str) -> bool:
    if _LEARNT.search(text):
        return False
    asked = _ASKS.search(text)
    return bool(_UPDATES.search(text) or (asked and _IN_VAIN.search(text, asked.end())))


def _only_spreads(text: str) -> bool:
    """Whether every word of a sentence serves to say on which platforms, or how often, something was seen."""
    if not _SPREADS.search(text) or not (_NAMES_PLATFORM.search(text) or _COUNTS.search(text)):
        return False
    plain = _NAMES_PLATFORM.sub(" ", text)
    words = (run.rstrip(",.’'-") for run in _WORD.findall(plain))
    return all(_VOCABULARY.fullmatch(word) for word in words if word)
