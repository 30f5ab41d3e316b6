"""Where a quoted post ends: the article speaks in its own voice again."""

import re

from qa.wording.patterns import any_of

_RESUMES = re.compile(
    r"^\W*(?:however|snopes|politifact|we (?:found|reached|contacted|rated?|looked|asked|searched|checked|emailed)|"
    r"(?:the|this|that|these|those|both|another|other|some|several|similar|many|numerous|such) (?:\w+ ){0,2}?"
    r"(?:posts?|claims?|rumou?rs?|videos?|images?|quotes?|story|stories|clips?|memes?|photos?|statements?|users?|"
    r"readers?|commenters|screenshots?|articles?|captions?|tweets?)\b|in (?:fact|reality|short)|as of this writing)"
    r"|\(\s*archived\b|\bas of this writing\b|\bsnopes\b|\bpolitifact\b|\bfact[- ]check|\bno evidence\b|"
    r"\b(?:did not|didn['’]t|never) (?:say|write|post|tweet)\b|^\s*\([^()]*\)\s*$",
    re.IGNORECASE,
)
_SPEAKS_OF_THEM = re.compile(
    r"\b"
    + any_of(
        "posts?, posted, claims?, claimed, rumou?rs?, videos?, clips?, memes?, images?, photos?",
        "photographs?, captions?, screenshots?, story, articles?, quot(?:e|es|ed|ation), statements?, alleged(?:ly)?",
        "purported(?:ly)?, supposed(?:ly)?, fictional, satir(?:e|ical), falsely, fake, commenters",
        "users?, readers, search(?:es|ed)?, google, tiktok, instagram, reddit, however, in fact",
        "for background, for further reading, spokes\\w+, e?mail",
        "(?:x|twitter|facebook|instagram|youtube|tiktok|the|this|that) account",
        "records?, shows, according to, interview",
        "we (?:found|reached|contacted|rated?|looked|asked|searched|checked|emailed), website, misinformation",
    )
    + r"\b",
    re.IGNORECASE,
)


def resumes(sentence: str) -> bool:
    """Whether a sentence is surely the article's own: what a fact-check goes on with behind somebody's words."""
    return bool(_RESUMES.search(sentence))


def speaks_of_a_post(sentence: str) -> bool:
    """Whether a sentence has a word in which a fact-check speaks of posts and checks them; a post may have it too."""
    return bool(_SPEAKS_OF_THEM.search(sentence))
