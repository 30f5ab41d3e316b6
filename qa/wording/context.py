"""A shortened question and what it is about, as one question that reader and selector understand."""

import re

_IN_CONTEXT = re.compile(r"(?P<asked>.*\S), regarding (?P<context>.+)\?", re.DOTALL)


def in_context(asked: str, context: str) -> str:
    """``asked`` with the words it leaves out: "who pays for it, regarding ferry toll?".

    Of the forms tried (in parentheses, before a colon, after a dash, in the pronoun's place) the trained selector finds
    the answer to this one most often.
    """
    return f"{asked.rstrip(' ?!.')}, regarding {context}?" if context else asked


def parts(question: str) -> tuple[str, str]:
    """What was asked, and its context: the reverse of :func:`in_context`."""
    match = _IN_CONTEXT.fullmatch(question)
    return (f"{match['asked']}?", match["context"]) if match else (question, "")


def words_of(question: str) -> str:
    """What was asked and its context without the word between, which nobody said."""
    return " ".join(parts(question)).rstrip()
