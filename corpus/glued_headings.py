"""Headings without an end mark that run into the sentence behind them: "Fares are falling The ferries took ..."."""

import re

# Words that open a sentence and, in the middle of one, are hardly ever capital: no "Medicare for All", "Air Force One",
# "Race To the Top". A small letter follows, so that no name does ("told The New York Times").
_OPENS = (
    r"(?:(?:The|This|These|There|It|But|If|We|They|That|Those|While|When|Some|Most|Many|Last|Since|According|However|So|"
    r"After|Between|He|She|Although|Both|Another|Overall|Even|During|Despite|Saying|Excluding)(?=\s[a-z£])|(?:However|Overall),\s|"
    r"(?:It|There|That|We)[’'](?:s|ve)(?=\s[a-z])|In\s(?:\d{4}\b|(?:[a-z]+\s){0,5}[a-z]+,\s))"
)
_GLUED = re.compile(rf"(?<=[a-z0-9’'%]\s){_OPENS}")
# Words behind which a sentence goes on.
_GOES_ON = frozenset(
    "a an the and or but for of to in on at by with from as than that who which whose when where while if is "
    "are was were be been being has have had do does did will would could should may might can not no nor so "
    "said says called titled named rated rate into over under about between after before during until since "
    "against per via versus it he she they we you i my your his her its their our this these those what how why "
    "also only even more most some many very too read reads told same".split()
)
# A note below an article keeps its label: "Update 5 May 2031 We added ...".
_NO_HEADING = re.compile(r"[\"“”,:;.()—–\n]| - |\A(?:Updated?|Corrections?|Clarifications?)\b")
_MAX_WORDS = 16


def heading_end(sentence: str) -> int:
    """Offset in ``sentence`` at which its own words begin behind a heading; 0 if none stands before them.

    Errs towards none: a heading has 2-16 words without punctuation, and the sentence opens with a common word.
    """
    glued = _GLUED.search(sentence)
    if glued is None or glued.end() == len(sentence):
        return 0
    heading = sentence[: glued.start()]
    words = heading.split()
    if _NO_HEADING.search(heading) or not 2 <= len(words) <= _MAX_WORDS:
        return 0
    return 0 if words[-1].lower().strip("’'") in _GOES_ON else glued.start()
