"""Who is quoted: a carrier of claims, such as a post or a meme, or somebody who speaks for himself."""

import re

from corpus.rumors import is_rumor
from qa.wording.patterns import any_of

_CARRIER = any_of(
    "posts?, memes?, captions?, tweets?, rumou?rs?, claims?, messages?, copypasta, screenshots?, videos?",
    "clips?, reels?, texts?, headline, story, stories, (?-i:articles?), narrations?, narrator, descriptions?",
    "users?, commenters?, accounts?",
)
_TELLS = any_of(
    "read, reads, reading, said, says, saying, states?, stated, stating, claim(?:s|ed|ing)?, alleg(?:es|ed|ing)",
    "wrote, writes, posted, tweeted, added, goes, went, continue[sd]?, began, begins?, (?:as|which|that) follows?",
    "as follows, the following(?: [a-z]+)?",
)
# Between a carrier and what it says stands no comma, or a pair of them.
_ASIDE = r"[^:,]{0,50}?(?:\s*[,—–(][^:]{1,140}[,—–)])?[^:,]{0,70}?"
_IN_A = r"(?<!\bin a )(?<!\bin an )(?<!\bin the )(?<!\bin his )(?<!\bin her )(?<!\bin their )(?<!\bto the )(?<!\bto a )"
_SPREADS = re.compile(
    rf"\b{_IN_A}{_CARRIER}\b{_ASIDE}[\s,]{_TELLS}\b[^:]{{0,80}}:\s*$"
    r"|\b(?:someone|person|people)\b[^:,]{0,40}?\b(?:wrote|posted|claimed|tweeted)\b[^:]{0,40}:\s*$"
    r"|\b(?:caption|headline|description|text)\b[^:]{0,40}:\s*$"
    rf"|\baccording to (?:\w+ ){{1,4}}?{_CARRIER}\b[^:]{{0,60}}:\s*$"
    r"|\b(?:viral|alleged|purported|supposed|fake|fabricated|satirical|fictional)\s+(?:\w+\s+){0,2}"
    r"(?:quot\w+|statement|remarks?|letter|story|speech|post|tweet|message|text)\b[^:,]{0,100}:\s*$",
    re.IGNORECASE,
)
# "In his post, the minister wrote:" gives a speaker his own words; so does a name before the verb.
_SPEAKER = re.compile(
    r"\bin (?:an?|the|his|her|their|its) [^,:]{0,60}, [^:]{0,80}"
    r"\b(?:wrote|said|says|stated|posted|added|continued)\b[^:]*:\s*$"
)


def spreads(announcement: str) -> bool:
    """Whether an announcing sentence names a carrier of claims, rather than somebody who speaks for himself."""
    if is_rumor(announcement):
        return True
    return bool(_SPREADS.search(announcement)) and not _SPEAKER.search(announcement)
