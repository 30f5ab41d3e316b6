"""Stories and transcripts of what is checked: longer than a post, and told as if they had happened."""

import re

from qa.wording.patterns import any_of
from qa.wording.resuming import resumes

_AT_LENGTH = re.compile(
    r"^(?!.*\b(?:disclaimer|label|bio|satire)\b).*"
    r"\b(?:narrators?|narrations?|voice-?over|transcri(?:pts?|ptions?|bed)|monologue|began|begins)\b[^:]*:\s*$",
    re.IGNORECASE,
)
_RETELLS = re.compile(
    r"\b(?:narrators?|videos?|clips?|reels?|posts?|stor(?:y|ies)|articles?|memes?)\b"
    r"(?:(?! which\b| that\b)[^.:;\"“]){0,60}?\s(?:tells?|told|recounts?|recounted)\s(?:an?|the)\s(?:[\w-]+\s){0,3}?"
    r"(?:story|tale)\s(?:of|about|in which)\b[^:]*$",
    re.IGNORECASE,
)
_OF_ITS_TRUTH = any_of(
    "disclaimers?, fictional, satir\\w+, fabricated, falsehoods?, debunk\\w+, altered, artificially, authentic",
    "synthetic, credible, deepfakes?, rumou?rs?, evidence, analysis, fact[- ]checks?, claims? (?:that|about)",
    "AI[- ](?:generated|detection|detectors?), artificial intelligence, audio, footage, archived, as follows",
    "social media, (?:internet|X|TikTok|Facebook) users?, for (?:further reading|background|example)",
)
_WHICH = any_of("the, this, that, these, those, an?, another, both, one, its, their, later, several")
_TELLER = any_of(
    "posts?, videos?, clips?, story, stories, articles?, reports?, bio, narrators?, narrations?, descriptions?",
    "channels?, pages?, websites?, accounts?, users?, images?, thumbnails?, screenshots?, titles?, scripts?",
)
_OF_ITS_TELLER = (
    rf"^\W*(?:(?:in|at|on|under|according\s+to|later\s+in)\s+)?{_WHICH}\s+(?:[\w.'’-]+\s+){{0,5}}?{_TELLER}\b"
)
_LEAVES = re.compile(rf"\b{_OF_ITS_TRUTH}\b|{_OF_ITS_TELLER}", re.IGNORECASE)


def at_length(announcement: str) -> bool:
    """Whether an announcement opens a story or a transcript, which goes on over many paragraphs."""
    return bool(_AT_LENGTH.search(announcement))


def retells(sentence: str) -> bool:
    """Whether a sentence says that a video or a post tells a story, which the next sentences then tell again."""
    return bool(_RETELLS.search(sentence))


def leaves_story(sentence: str) -> bool:
    """Whether a sentence is no part of a long story or transcript: it speaks of who told it, or of how true it is."""
    return resumes(sentence) or bool(_LEAVES.search(sentence))
