"""Which sentences only state or attribute the checked claim."""

import re

_WORD = re.compile(r"[a-z0-9$%']{3,}")
_STOP = frozenset(
    "the and that this with from for was were are has had have his her its their they you your our not but into "
    "about who what when which than then been also did does there said says would will can could more most all "
    "any out over".split()
)
# Words in which a fact-check speaks for itself; a sentence that has them says more than the claim.
_OWN_VOICE = re.compile(
    r"\b(?:however|but|although|in (?:fact|reality)|false(?:ly)?|true|fake|wrong|incorrect(?:ly)?|inaccurate|"
    r"misleading|no evidence|not|n['’]t|never|we (?:found|find|rate|rated|checked)|authentic|satir\w+|"
    r"fabricated|debunked|hoax|unfounded|baseless|correct(?:ly)?|accurate(?:ly)?|actually|indeed|no (?:record|proof|basis|truth)|"
    r"according to|confirmed|showed|shows|generated|edited|altered|miscaptioned|rated|rating|unlikely|exaggerat\w+)\b",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"\b(?:rumou?rs?|claims?|posts?|memes?|videos?|users?|images?|messages?|articles?|tweets?|people|\w+)\b"
    r"[^.]{0,120}?\b(?:claim(?:s|ed|ing)?|alleg(?:es|ed|ing)|assert(?:s|ed|ing)|suggest(?:s|ed|ing)?|"
    r"circulated|spread|said|says|stat(?:es|ed)|tweeted|wrote|read)\b",
    re.IGNORECASE,
)


class Claim:
    """The claim an article checks, as its title and, where the page gives it, its own words."""

    def __init__(self, title: str, claim: str | None) -> None:
        self._words = _words(claim) if claim else frozenset()
        self._title = _words(title)
        self._title_asks = title.rstrip().endswith("?")

    def is_restated_by(self, sentence: str) -> bool:
        """Whether ``sentence`` does no more than state or attribute the claim. Errs towards no."""
        if _OWN_VOICE.search(_without_quotation(sentence)):
            return False
        words = _words(sentence)
        if not words:
            return False
        if sentence.rstrip("\"'”’ ").endswith("?"):
            return _share(self._title, words) >= 0.8
        claimed = self._words or (self._title if self._title_asks else frozenset())
        share = _share(claimed, words)
        if share >= 0.75 and len(words - claimed) <= len(claimed):
            return True
        return share >= 0.5 and bool(_ATTRIBUTION.search(sentence))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.lower()) if word not in _STOP)


def _share(claim: frozenset[str], words: frozenset[str]) -> float:
    return len(claim & words) / len(claim) if len(claim) >= 3 else 0.0


def _without_quotation(sentence: str) -> str:
    return re.sub(r"[\"“][^\"”]*[\"”]", " ", sentence)
