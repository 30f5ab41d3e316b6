"""Words that tell how a question hangs on what came before it."""

import re
from enum import IntEnum

from qa.conversation.fragments import AUXILIARY
from qa.terms import content_stems, names
from qa.wording.patterns import any_of

_OPENERS = any_of(
    "and, or, but, so, then, also, plus, ok, okay, right, well, now, cool, great, thanks, thank you, alright"
)
_TOPIC_WORDS = any_of("topic, subject, question, thing, matter, note")

_SWITCH = re.compile(
    rf"^\W*(?:{_OPENERS}\W+)*"
    + any_of(
        rf"(?:on )?(?:a |an )?(?:different|another|new|other|separate|unrelated|next) {_TOPIC_WORDS}(?: now)?",
        r"(?:something|anything) (?:else|different)(?: (?:now|entirely|completely))?",
        rf"chang(?:e|ing) (?:of |the )?{_TOPIC_WORDS}, moving on, unrelated(?: but)?, by the way, btw, off topic",
        r"(?:now |turning |moving )?(?:on|to) [^:]+(?=:\s)",
    )
    + r"\s*[:,.;–—-]+\s*",
    re.IGNORECASE,
)
_DENIALS = any_of("no, nope, nah, sorry, actually, wait, not (?:that|him|her|them|it|those|this)(?: one)?")
# A hyphen binds ("no-fault divorce"); a dash with room about it parts.
_STOP = r"(?:\s*[,.:;–—]+\s*|\s*-+\s+)"
_MEANT = r"i (?:meant|mean|was asking about|am asking about)\s+"
_CLARIFY = re.compile(rf"^\W*(?:(?:{_DENIALS}{_STOP})+(?:{_MEANT})?|(?:{_DENIALS}\s+)*{_MEANT})", re.IGNORECASE)

_POSITIONS = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "other": 1, "latter": 1, "third": 2, "3rd": 2}
_POSITIONS |= {"fourth": 3, "4th": 3, "fifth": 4, "5th": 4, "last": -1}
_POSITION = f"({'|'.join(_POSITIONS)})"
_ITEM = any_of("one, article, quote, result, link, source, check, page, story, answer, item")
_LIST = re.compile(
    rf"\b(?:the )?{_POSITION} {_ITEM}\b|"
    rf"^\W*{any_of('and, what about, how about, tell me about, about')}?\s*the {_POSITION}\W*$|"
    r"(?:\bnumber|\bno\.?|#) ?([1-5])\W*$",
    re.IGNORECASE,
)

_BARE = any_of(
    "why, how, when, where, who, what, which(?: ones?)?, how so, why not, how come, since when, says who, how many",
    "how much",
    "really, source, sources, proof, any (?:proof|evidence|sources?), what else, anything else, who else, more",
    "tell me more",
    "go on, such as, like what, meaning, in what way, for how long, how long, how often, (?:what|which) year",
    "what for, by whom",
)
_BARELY = re.compile(rf"^\W*(?:{_OPENERS}\W+)*{_BARE}\W*$", re.IGNORECASE)
# "Ok, what about ...", "and so ..."
_OPENED = re.compile(
    rf"^\W*(?:(?:{_OPENERS}\W+)*(?:what|how)\s+about\b\W*|(?:(?:and|or|but|so(?!\s+far\b)|then|also|plus)\b[\s,]+)+(?=\S))",
    re.IGNORECASE,
)
_TIMES = any_of("year, week, month, morning, summer, winter, spring, fall, autumn, decade, century, time")
_AFTER_THAT = any_of(
    "is, was, true, real, right, correct, legal, mean, means, happen, happened, work, works, come, came, cost, apply",
    "enough, all",
    "still, really, actually, also, even",
)
_AT_LAST = any_of("first, before, then, there, again, anyway, exactly, originally, too, today, yesterday")
_POINTED = any_of(
    "law, bill, claim, figure, number, report, study, video, photo, picture, post, quote, case, day, ancestor, one",
    "man, woman",
    "person, group, company, place, money, story, meme, image, article, page, clip, ad, poll, vote, statement",
    "speech, plan",
)
_WORDS_BEFORE = "of with about than after before is was does did like for by to from"
_BEFORE_THAT = "|".join(rf"(?<=\b{word}\s)that" for word in _WORDS_BEFORE.split())
_PRONOUN = re.compile(
    r"\b(?:"
    + any_of(
        "its?, it's, they, them, their, theirs, they'?re, he, him, his, he'?s, she, her, hers, she'?s, these",
        r"those(?!\s+(?:who|whose|with|without)\b)",
        rf"this(?! {_TIMES}\b)",
        rf"that(?=\s+(?:{_AFTER_THAT}|{_POINTED})\b|(?:\s+{_AT_LAST})?\W*$)",
        "the (?:whole|entire|same|others?|rest|latter|former)",
    )
    + rf"|{_BEFORE_THAT})\b",
    re.IGNORECASE,
)
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_THERE = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!has )(?<!have )(?<!did )(?<!do )\b(?:there\b(?!\s+(?:is|are|was|were|"
    r"any|a|an)\b)|"
    r"back then\b|at the time\b|that (?:day|year|month|week|night|time|same)\b)",
    re.IGNORECASE,
)
_JUDGED = any_of(
    "true, false, correct, right, legal, illegal, possible, safe, ok, okay, likely, accurate, the case, a fact, a myth"
)
_EXPLETIVE = re.compile(
    rf"\b(?:is|was|isn['’]t|wasn['’]t|will|would) it (?:really |actually |still |also |be )?{_JUDGED}\s+\w+|"
    rf"\bit(?:['’]s| is| was) {_JUDGED}\s+\w+|\bdoes it (?:take|cost) to\b|\bhow long does it take\b",
    re.IGNORECASE,
)


# "Did the ferries stop too?" besides what was said. A longer question may mean besides something that it says itself.
_BESIDES = re.compile(r"\b(?:too|as well|either)\W*$", re.IGNORECASE)
_BRIEF = 3
# A question with this many content words ("that clip of an officer dragging a tourist off a boat") says itself what it
# points to.
_SPELT_OUT = 6


class Dependence(IntEnum):
    """How surely a question hangs on earlier ones."""

    NONE = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


def after_switch(text: str) -> str | None:
    """The question behind an announced change of topic ("Different topic: ..."); ``None`` if none is announced."""
    return _rest(_SWITCH, text)


def after_correction(text: str) -> str | None:
    """What a correction ("no, the mayor") puts in the place of what was understood; ``None`` if it is none."""
    return _rest(_CLARIFY, text)


def _rest(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.match(text)
    rest = text[match.end() :].strip() if match else ""
    return rest or None


def list_position(text: str) -> int | None:
    """The 0-based position of the shown item that "the second one" means, -1 for the last; ``None`` if none
    is meant.
    """
    match = _LIST.search(text)
    if match is None:
        return None
    word, bare, number = match.groups()
    return int(number) - 1 if number else _POSITIONS[(word or bare).lower()]


def dependence(text: str) -> Dependence:
    """How surely ``text`` hangs on earlier questions, by its words alone.

    A "too" behind a few words or a pronoun without anything before it to stand for is certain; so is a leading "and",
    unless what it opens names enough to stand alone: then it is likely. A short question without a name is possible.
    """
    n_content = len(content_stems(text))
    if _BARELY.search(text) or (n_content <= _BRIEF and _BESIDES.search(text)):
        return Dependence.CERTAIN
    if opened := _OPENED.match(text):
        return Dependence.LIKELY if _names_enough(text[opened.end() :]) else Dependence.CERTAIN
    before, pronoun = _pronoun(text)
    if pronoun and n_content < _SPELT_OUT and not _has_antecedent(before, pronoun):
        return Dependence.CERTAIN
    if pronoun or n_content <= 3 or (n_content <= 6 and not names(text)):
        return Dependence.POSSIBLE
    return Dependence.NONE


# A noun that "the" makes known without saying which: "the stadium", but not "the mayor of Lund", "the 2006 law".
_DEFINITE = re.compile(
    r"\bthe\s+(?!only\b|most\b|least\b)([^\W\d_]+)\b(?!\s+(?:of|that|who|which|in|on|for|from|at|with)\b)",
    re.IGNORECASE,
)
_FEW = 4


def pointed_at(text: str) -> list[str]:
    """The nouns that a short question without a name speaks of as known: "stadium" in "how big was the stadium?"."""
    if names(text) or len(content_stems(text)) > _FEW:
        return []
    return _DEFINITE.findall(text)


def _pronoun(text: str) -> tuple[str, str]:
    """The first word of ``text`` that points to something, behind what stands before it; empty if there is none."""
    plain = _EXPLETIVE.sub(" ", text)
    found = _PRONOUN.search(plain) or _THERE.search(plain)
    return (plain[: found.start()], found.group()) if found else (plain, "")


def _has_antecedent(before: str, pronoun: str) -> bool:
    """Whether the words before a pronoun name something that it can stand for; a possessive mostly belongs to the
    subject.
    """
    enough = 2 if pronoun.lower() in _POSSESSIVES else 3
    return bool(names(before)) or len(content_stems(before)) >= enough


_QUESTION_WORD = any_of("who, whom, whose, what, which, when, where, why, how")
_ASKS_FIRST = re.compile(rf"^\W*(?:{_QUESTION_WORD}|{AUXILIARY})\b", re.IGNORECASE)
_COMPLETE = re.compile(rf"\b{AUXILIARY}\b|(?:^|,)\W*(?:who|how|why|when|where)\b", re.IGNORECASE)
_PREPOSITION = any_of("in, on, at, for, from, with, without, by, since, during, after, before, of, to")
_PART = re.compile(rf"^\W*{_PREPOSITION}\b", re.IGNORECASE)


def is_complete(text: str) -> bool:
    """Whether ``text`` has the verb that makes a question: "vikings, did they row" has, "the vikings" has not."""
    return bool(_COMPLETE.search(text))


def _names_enough(rest: str) -> bool:
    """Whether what stands behind "and" or "what about" names two things or more, and points to nothing but those:
    "vikings, did they row to Greenland?", but not "why did he row?" or "in Texas schools".
    """
    named = [key for key in content_stems(rest) if not key.isdigit()]
    if len(named) < 2 or (_PART.match(rest) and not is_complete(rest)):
        return False
    before, pronoun = _pronoun(rest.lower())
    opens_with_topic = len(named) > 2 and bool(content_stems(before)) and not _ASKS_FIRST.match(rest)
    points_once = len(_PRONOUN.findall(rest)) == 1
    return not pronoun or (opens_with_topic and points_once) or _has_antecedent(before, pronoun)


_LEADING_WORD = re.compile(
    r"^\W*(?:(?:and|so(?!\s+far\b)|but|or|then|also|plus|ok(?:ay)?)\b[\s,]+|(?:right|well)\b\s*,\s*)", re.IGNORECASE
)


def standing_alone(text: str) -> str:
    """What "and ..." or "what about ..." opens."""
    opened = _OPENED.match(text)
    return text[opened.end() :] if opened else text


def without_opening(text: str) -> str:
    """Without a leading "and", "so", "but": they bind to the earlier question and ask nothing."""
    return _LEADING_WORD.sub("", text) or text
