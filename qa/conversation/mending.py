"""Small words, misspelt, that tell what a turn hangs on: "whcih states banned it", "who said taht"."""

import re

# What the cues are made of. The archive's spelling knows only what it speaks of, and leaves such words alone.
_WORD_LINES = """
the that this these those they them their other others another which what when where who whose how why and about
"""
# Two swapped letters that make a word, a road or a molecule.
_MEANT = frozenset({"three", "hwy", "nad"})
_QUOTES = frozenset('"“”«»')


def _swapped(word: str) -> list[str]:
    """``word`` with each two neighbouring letters in the other order."""
    return [word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1)]


def _misspelt() -> dict[str, str]:
    found = {"wich": "which", "whos": "who's"}
    words = _WORD_LINES.split()
    for word in words:
        for wrong in _swapped(word):
            # "hwo" may be "who" or "how": readers rarely miss the first letter.
            if wrong not in words and wrong not in _MEANT and (wrong not in found or wrong[0] == word[0]):
                found[wrong] = word
    return found


MISSPELT = _misspelt()
"""Misspelt words in lower case, and what they stand for."""
_ANY = re.compile(rf"(?<![\w'’-])(?:{'|'.join(MISSPELT)})(?![\w'’-])", re.IGNORECASE)


def mended(text: str) -> str:
    """``text`` with its misspelt small words put right; as it is if it quotes something.

    >>> mended("Whcih states banned teh sale")
    'Which states banned the sale'
    """
    return text if _QUOTES & set(text) else _ANY.sub(_right, text)


def _right(found: re.Match[str]) -> str:
    word = found.group()
    if word.islower():
        return MISSPELT[word]
    # A capital that does not open the text makes a name of it.
    opens = not any(letter.isalnum() for letter in found.string[: found.start()])
    return MISSPELT[word.lower()].capitalize() if opens and word.istitle() else word
