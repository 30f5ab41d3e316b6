"""Where inline links stand in a text, known only by their words and order."""

import re
from collections.abc import Sequence

# A page with more links than this is no article; the search for their places is quadratic in the number of links.
_MAX_LINKS = 400


def placed(text: str, links: Sequence[tuple[str, str]]) -> list[tuple[int, str, str]]:
    """(offset behind the linked words, words, URL) of every link with one possible place, in text order.

    A link whose words ("here", "one") stand in several places, such that order does not decide, is left out: a source
    under the wrong sentence is worse than none.
    """
    found = [(words, url, _ends(text, words)) for words, url in links[:_MAX_LINKS] if words.strip() and url]
    found = [(words, url, ends) for words, url, ends in found if ends]
    earliest: list[int | None] = []
    at = -1
    for _, _, ends in found:
        place = next((end for end in ends if end > at), None)
        earliest.append(place)
        at = at if place is None else place
    certain: list[tuple[int, str, str]] = []
    at = len(text) + 1
    for (words, url, ends), first in reversed(list(zip(found, earliest, strict=True))):
        last = next((end for end in reversed(ends) if end < at), None)
        if first is None or last is None:
            continue
        at = last
        if first == last:
            certain.append((first, words, url))
    return certain[::-1]


def _ends(text: str, words: str) -> list[int]:
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    return [match.end() for match in re.finditer(pattern, text)]
