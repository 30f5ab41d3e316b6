"""Greetings, thanks, abuse and instructions to the bot: nothing that an archive could answer."""

import re

from qa.wording.patterns import any_of

_POLITE = any_of(
    "hi, hiya, hello, hey, yo, howdy, greetings, good (?:morning|afternoon|evening|night|day), thanks?, thank you",
    "thx, ty",
    "cheers, ta, bye, goodbye, see (?:you|ya), ok, okay, k, cool, nice, great, awesome, perfect, lol, haha+, wow",
    "please, sorry",
    "yes, yeah, yep, no, nope, got it, i see, makes sense, never ?mind, good (?:bot|job|one|answer), well done",
    "that helps?, test",
    "testing, how are you(?: doing)?(?: today)?, what'?s up, sup, nice to meet you, (?:who|what) are you",
    "what can you do",
    "are you (?:a )?(?:bot|robot|human|real|an ai|ai), what(?:'?s| is) your name, help(?: me)?",
)
_FILLER = any_of(
    "there, bot, footnote, so much, very much, a lot, again, for (?:that|this|the help|your help), everyone, all",
    "mate, buddy",
    "friend, dear, you, and, then, very, too, much",
)
# Atomic: "thank you" is also "thank" and a filler, which a run of them could be split into in ever so many ways.
_CHAT = re.compile(rf"(?>{_POLITE}\b)(?:\W+(?>(?:{_POLITE}|{_FILLER})\b))*+\W*", re.IGNORECASE)
_INSULT = any_of(
    "stupid, idiot, idiotic, dumb, useless, garbage, trash, crap, shit, fuck, fucking, moron, sucks?, worthless",
    "liar, lying",
    "awful, terrible, shut up, fuck off, fuck you, screw you",
)
_ABUSE = re.compile(
    rf"\W*(?:(?:you(?:['’]?re| are)?|u r?|this(?: bot| thing)?(?: is)?|it(?:['’]s| is)?|what|that(?:['’]s| is)?) )?"
    rf"(?:(?:an?|so|such|really|just|fucking|bloody) )*{_INSULT}(?: (?:bot|machine|robot|thing|you|ai|idiot))?\W*",
    re.IGNORECASE,
)
_RULES = any_of("instructions?, prompts?, rules?, guidelines, restrictions, directives")
_EARLIER = any_of("all, any, every, your, my, previous, prior, above, earlier, preceding, these, system")
# At a sentence's head: "Can quercetin act as a zinc ionophore?" orders nothing.
_AS_ORDER = r"(?:^|[.!?;:,]\s)\W*(?:(?:please|now|and|then|can you|could you|i want you to|you must) )*"
_INSTRUCTION = re.compile(
    rf"\b(?:ignore|disregard|forget|override|bypass)(?: \w+){{0,4}}? {_EARLIER}(?: \w+){{0,4}}? {_RULES}\b|"
    rf"\b(?:system|initial|hidden|secret) (?:prompt|instructions?)\b|\byour (?:\w+ ){{0,2}}(?:instructions?|prompt|"
    rf"guidelines)\b|"
    rf"\byour (?:next |first |entire |whole )?{any_of('response, reply, replies, responses, output')}\b|"
    rf"\byou (?:must|should|shall|will|need to|have to) (?:now |only |always |"
    rf"never )*{any_of('repeat, respond, reply, say, output, print, answer')}\b|"
    rf"{_AS_ORDER}(?:repeat|print|reveal|show|output) (?:\w+ ){{0,3}}"
    r"(?:above|so far|verbatim|instructions|passphrase|password|rules)\b|"
    r"\byou (?:are|will) now (?:\w+ ){0,3}(?:an?|act|be|play|pretend|respond)\b|"
    rf"{_AS_ORDER}(?:pretend|act|role-?play) "
    r"(?:to be|as if|like you|that you|as an?)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\W*(?:(?:please|can you|could you|will you|now|i want you to) )*"
    + any_of(
        r"tell (?:me|us) (?:a|an|another|some|one more) (?:\w+ )?(?:jokes?|story|stories|riddles?|poems?|fun facts?)",
        "write (?:me |us )?(?:an?|some|the), sing, compose, translate, generate, draw, play (?:some|me|a|the)",
        "set (?:an?|the|my)",
        "remind me, turn (?:on|off|up|down), repeat (?:after|back|your|all|everything|the (?:above|words|text))",
        "call (?:me|my)",
        "book (?:me|an?), order (?:me|an?|some), wake me",
    )
    + r"\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"[^\W_]")


def is_small_talk(text: str) -> bool:
    """Whether a text asks nothing: no letter or digit in it, or as a whole a greeting, thanks, abuse or an order to the
    bot.
    """
    plain = text.strip()
    return bool(
        not _SPEAKS.search(plain)
        or _CHAT.fullmatch(plain)
        or _ABUSE.fullmatch(plain)
        or _INSTRUCTION.search(plain)
        or _ORDER.match(plain)
    )
