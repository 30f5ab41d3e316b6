"""Questions that repeat a claim and want to know whether it is so, rather than ask for a detail."""

import re

from qa.wording.context import parts
from qa.wording.patterns import any_of

_OPENING = r"^\W*(?:(?:so|and|ok|okay|wait|hey|hi|but)\b\W*)*"
_SHOWN = any_of(
    "videos?, clips?, photos?, pictures?, images?, quotes?, posts?, story, claims?, rumou?rs?, screenshots?"
)
_ASKS_IF_TRUE = re.compile(
    _OPENING
    + any_of(
        "is it (?:really |actually )?(?:true|right|correct|a fact|the case), true or false",
        "i (?:just )?(?:heard|read|saw|was told|keep hearing), i've (?:heard|read|seen|been told)",
    )
    + r"\b"
    + rf"|{_OPENING}(?:did|does|do|has|have|is|are|was|were)\s[^?]{{1,80}}?"
    r"\b(?:really|truly|actually|(?:right|correct)\sthat)\b"
    + rf"|{_OPENING}(?:is|are|was|were)\s(?:that|this|the|those|these)\s(?:\w+\s){{0,3}}?{_SHOWN}\b[^?]*"
    r"\b(?:real|true|genuine|authentic|fake|AI|legit|edited)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r",\s*(?:is (?:that|this|it) (?:right|true|so|correct)|right|true|(?:i|we) heard|(?:surely )?that['’]s fake|"
    r"is he right|is she right|am i right|correct)\W*$",
    re.IGNORECASE,
)
# A word that asks for a detail stands at a question's head, or opens its last part: "I heard he paid, how much?".
_DETAIL = "who|whom|whose|when|where|why|which|what|how"
_ASKS_DETAIL = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|but|well)\b\W*)*(?:(?:in|on|at|by|for|from|to|with|of|about|under)\s+)?"
    rf"(?:{_DETAIL})\b|[,.;!?]\s*(?:(?:and|but|so)\s)?(?:(?:in|on|at|by|for|from|to|with|of)\s)?(?:{_DETAIL})\b[^?]*\?\s*$",
    re.IGNORECASE,
)
# What a statement has and a list of search words has not.
_GRAMMAR = re.compile(
    r"\b(?:a|an|the|is|are|was|were|has|have|had|will|would|can|can['’]t|could|did|didn['’]t|do|does|to|of|in|on|at|by|"
    r"for|from|with|that|his|her|their|its|he|she|they|it|than|and|never|no|not|who|get|got)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5


def repeats_claim(question: str) -> bool:
    """Whether a question repeats a claim: "is it true that ...", "I heard ...", or a statement without a question
    mark; not one that asks who, when, where, why or how many, and no list of search words.
    """
    asked, context = parts(question)
    if context or _ASKS_DETAIL.search(asked):
        return False
    if _ASKS_IF_TRUE.match(asked) or _TAG.search(asked):
        return True
    return _is_statement(asked)


def _is_statement(text: str) -> bool:
    if text.rstrip().endswith("?") or not text.lstrip("\"“'‘ ")[:1].isupper() or len(text.split()) < _FEWEST_WORDS:
        return False
    return len(_GRAMMAR.findall(text)) >= 1
