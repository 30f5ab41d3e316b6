"""Which sentences only state or attribute the checked claim."""

import re

from corpus.rumors import is_rumor, without_quotations

_WORD = re.compile(r"[a-z0-9$%']{3,}")
_STOP = frozenset(
    "the and that this with from for was were are has had have his her its their they you your our not but into "
    "about who what when which than then been also did does there said says would will can could more most all "
    "any out over".split()
)
# Words in which a fact-check speaks for itself, or from its evidence; such a sentence says more than the claim.
_OWN_VOICE = re.compile(
    r"\b(?:however|but|although|in (?:fact|reality)|false(?:ly)?|true|fake|wrong|incorrect(?:ly)?|inaccurate|"
    r"misleading|not|n['’]t|never|we (?:found|find|rate|rated|checked)|authentic|satir\w+|fabricated|debunked|hoax|"
    r"unfounded|baseless|correct(?:ly)?|accurate(?:ly)?|actually|indeed|no|none|nor|nothing|according to|"
    r"confirmed|showed|shows|generated|edited|altered|miscaptioned|rated|rating|unlikely|exaggerat\w+|contested|proven|"
    r"nowhere|neither|except|found|finds|advis(?:es|ed)|stud(?:y|ies)|reports?|research(?:ers)?|experts?|data|records?)\b",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:claim(?:s|ed)?|alleg(?:es?|ed|ing)|assert(?:s|ed|ing)?|suggest(?:s|ed|ing)?|says?|said|saying|"
    r"stated|states(?= that\b|[,:]? [\"“])|tweeted|wrote|reads?|insist(?:s|ed)?|believes?|believed|"
    r"argu(?:es?|ed)|declar(?:es?|ed)|announc(?:es?|ed))"
)
_ATTRIBUTION = re.compile(rf"\b\w+\b[^.]{{0,120}}?\b{_SAYS}(?!\w)", re.IGNORECASE)
# Words one by one, for comparing texts whatever their marks. A claim may be reported: "Says the toll doubled."
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_REPORTED = re.compile(r"^ says? (?:that )?")
_FEWEST_WORDS = 5
_QUOTATION = re.compile(r"[\"“]([^\"“”]*)(?:[\"”]|$)")


class Claim:
    """The claim an article checks, as its title and, where the page gives it, its own words."""

    def __init__(self, title: str, claim: str | None) -> None:
        self._words = _words(claim) if claim else frozenset()
        literal = _REPORTED.sub(" ", _plain(claim or ""))
        self._literal = literal if literal.count(" ") > _FEWEST_WORDS else ""
        self._title = _words(title)
        self._title_asks = title.rstrip().endswith("?")

    def is_restated_by(self, sentence: str) -> bool:
        """Whether ``sentence`` does no more than state or attribute the claim. Errs towards no."""
        if is_rumor(sentence) or self._is_repeated_in(sentence):
            return True
        # The search for the fact-check's own voice is slow, so it comes last.
        return self._sounds_like(sentence) and not _OWN_VOICE.search(without_quotations(sentence))

    def _is_repeated_in(self, sentence: str) -> bool:
        """Whether ``sentence`` is a stretch of the claim word for word, or holds the claim and nothing that the
        fact-check says of it.
        """
        claim = self._literal
        if not claim or sentence.count(" ") < _FEWEST_WORDS - 1:
            return False
        said = _plain(sentence)
        if said.count(" ") <= _FEWEST_WORDS:
            return False
        return said in claim or (claim in said and not _OWN_VOICE.search(said.replace(claim, " ", 1)))

    def _sounds_like(self, sentence: str) -> bool:
        words = _words(sentence)
        if not words:
            return False
        if sentence.rstrip("\"'”’ ").endswith("?"):
            return _share(self._title, words) >= 0.8
        claimed = self._words or (self._title if self._title_asks else frozenset())
        if _share(claimed, words) < 0.5:
            return False
        # A quotation is of the claim only if it holds the claim's words; others are of the evidence.
        quoted = _words(" ".join(_QUOTATION.findall(sentence)))
        return bool(_ATTRIBUTION.search(sentence)) or _share(claimed, quoted) >= 0.5


def _plain(text: str) -> str:
    """The words of ``text`` in lower case, with a space before, between and behind them."""
    return f" {' '.join(_TOKEN.findall(text.lower().replace('’', chr(39))))} "


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.lower()) if word not in _STOP)


def _share(claim: frozenset[str], words: frozenset[str]) -> float:
    return len(claim & words) / len(claim) if len(claim) >= 3 else 0.0
