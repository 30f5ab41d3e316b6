"""Who is quoted: a carrier of claims, such as a post or a meme, or somebody who speaks for himself."""

import re

from corpus.rumors import is_rumor
from qa.wording.patterns import any_of
from qa.wording.stories import retells

_CARRIER = any_of(
    "posts?, memes?, captions?, tweets?, rumou?rs?, claims?, messages?, copypasta, screenshots?, videos?",
    "clips?, reels?, texts?, headline, story, stories, (?-i:articles?), narrations?, narrator, descriptions?",
    "users?, commenters?, accounts?, quotes?",
)
_TELLS = any_of(
    "read, reads, reading, said, says, saying, states?, stated, stating, claim(?:s|ed|ing)?, alleg(?:es|ed|ing)",
    "wrote, writes, posted, tweeted, added, goes, went, continue[sd]?, began, begins?, (?:as|which|that) follows?",
    "captioned, captioning",
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
# A quotation behind words of somebody else's, which goes on to the end of the sentence.
_QUOTES = re.compile(r"(?P<head>[^\"“”]+)[\"“](?P<said>[^\"“”]*+)[\"”]?\W*$")
_FEWEST_WORDS = 4
# Before the quotation the fact-check speaks for itself, or it quotes its evidence: an agency's caption, an author.
_OWN_VOICE = re.compile(
    r"\b(?:however|but|although|though|despite|not|n['’]t|never|in fact|no evidence|false(?:ly)?|fake|wrong|incorrect|"
    r"inaccurate|misleading|satir\w+|fictional|fabricated|debunked|hoax|unfounded|baseless|authentic(?:ally)?|altered|"
    r"AI|mis[a-z]{5,}|disclaimer|confirm\w*|repl(?:ied|y)|respond\w*|prompt|original(?:ly)?|later|published by|"
    r"(?:his|her|its|their|own) (?:\w+ )?posts?|(?:he|she|we) (?:said|wrote|added|posted)|"
    r"(?!(?:post|meme|video|clip|image|photo|user)['’]s)[a-z]+['’]s (?:\w+ )?(?:captions?|description|headline)|"
    r"getty)\b|"
    r"\bin (?:an|his|her|their) \w+ post\b",
    re.IGNORECASE,
)


def quotes_carrier(sentence: str) -> bool:
    """Whether a sentence does no more than quote a carrier of claims: "One post, shared widely, read, "The ..."."""
    match = _QUOTES.fullmatch(sentence)
    if match is None or len(match["said"].split()) < _FEWEST_WORDS or _OWN_VOICE.search(match["head"]):
        return False
    return spreads(re.sub(r",\s+(?=reading$)", " ", match["head"].rstrip(" ,:")) + ":")


_UNREAL = (
    r"(?:viral|alleged(?:ly)?|purported(?:ly)?|supposed(?:ly)?|fake|fabricated|satir\w+|fictional|parod\w+|hoax|"
    r"rumou?rs?|claims?|claimed|memes?|circulat\w+)"
)
# "It began:" says of what the sentence before spoke.
_IT = re.compile(
    r"^it\s+(?:\w+ly\s+|also\s+)?(?:read|reads|began|begins|said|says|stated|went|goes|continued)\b[^:]{0,60}:\s*$",
    re.I,
)
_SPREAD_BEFORE = re.compile(rf"\b(?:{_UNREAL}|headlines?)\b", re.IGNORECASE)
_REAL_BEFORE = re.compile(r"\b(?:authentic|confirm\w*|genuine|official|archive|law|amendment|fact)\b", re.IGNORECASE)
_TRANSCRIPT = re.compile(rf"\b(?:transcri(?:pts?|ptions?|bed)|monologue)\b[^:]*\b{_UNREAL}\b[^:]*:\s*$", re.IGNORECASE)


def spreads(announcement: str, before: str = "") -> bool:
    """Whether an announcing sentence names a carrier of claims, rather than somebody who speaks for himself; "It
    read:" names what ``before``, the sentence before it, speaks of.
    """
    if is_rumor(announcement) or _TRANSCRIPT.search(announcement) or retells(announcement):
        return True
    if _IT.match(announcement):
        return bool(_SPREAD_BEFORE.search(before)) and not _REAL_BEFORE.search(before)
    return bool(_SPREADS.search(announcement)) and not _SPEAKER.search(announcement)
