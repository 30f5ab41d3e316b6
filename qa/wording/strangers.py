"""Names in a question that an article does not know: a question about somebody else."""

from collections.abc import Iterator

from qa.terms import NAME, is_content, stem, words

# Words written with a capital that tell no person, place or thing apart: other words stand for them (the countries and
# their people), or they stand beside a name.
_SHARED_LINES = """
britain british briton britons uk england english scotland scottish scots wales welsh ireland irish europe european
eu us usa america american americans united states kingdom mexican mexico japanese asian washington congress
congressional congressman congresswoman senator senate sen rep representative president vice minister prime
secretary governor mayor republican republicans democrat democrats gop mp mps tv ai covid coronavirus internet
facebook twitter instagram tiktok youtube reddit google january february march april may june july august september
october november december monday tuesday wednesday thursday friday saturday sunday state city county court house
police government party committee
"""
_SHARED = frozenset(stem(word) for word in _SHARED_LINES.split())
_SENTENCE_END = frozenset(".!?")


def has_stranger(question: str, held: frozenset[str]) -> bool:
    """Whether ``question`` names somebody or something that an article with the stems ``held`` does not: the last word
    of a name, which tells people of one first name apart, or all of it.
    """
    for name in _names(question):
        missing = [word for word in name if word not in held]
        if name[-1] in missing or len(missing) == len(name):
            return True
    return False


def _names(question: str) -> Iterator[list[str]]:
    """Stems of each name, without words that others stand for; a capital that opens a sentence makes no name."""
    for match in NAME.finditer(question):
        run = match.group().rstrip(".").split()
        before = question[: match.start()].rstrip("\"'“‘( ")
        if not before or before[-1] in _SENTENCE_END:
            run = run[1:]
        stems = [stem(word) for part in run for word in words(part) if is_content(word)]
        told = [found for found in stems if found not in _SHARED and len(found) > 2]
        if told:
            yield told
