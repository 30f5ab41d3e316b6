"""Follow-ups made from full questions: what both question and conversation hold becomes a pronoun or goes.

Real follow-ups are rare where labelled questions are many; these teach a selector and its confidence the form in which
follow-ups reach them.
"""

import re
from collections.abc import Sequence

from qa.conversation.resolving import follow_up
from qa.conversation.salience import Shown
from qa.conversation.turn import Reading
from qa.terms import content_stems, is_content, stem

_TOKEN = re.compile(r"\S+")
_PREPOSITIONS = frozenset("about at by for from in of on over to with".split())
_DETERMINERS = frozenset("a an the this that these those his her its their".split())
_ASKS = re.compile(
    r"(?:wh\w+|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|by|in)\b", re.IGNORECASE
)
_PERSON = re.compile(r"^(?:[A-Z][\w’'-]+\s+)+[A-Z][\w’'-]+$")


def elliptical(question: str, history: Sequence[Shown]) -> Reading | None:
    """``question`` as a reader would shorten it after ``history``, read as a follow-up; ``None`` if nothing can be left
    out.

    The longest run of words that the last turn or the titles hold becomes "he" (a person's name) or "it"; other runs go
    along with their preposition.
    """
    said = frozenset().union(*(content_stems(turn.question) for turn in history[-1:]))
    said |= frozenset().union(*(content_stems(title) for turn in history for _, title in turn.articles))
    tokens = _TOKEN.findall(question.rstrip(" ?"))
    runs = [run for run in _runs(tokens, said) if _is_whole(tokens, run)]
    if not runs or not _ASKS.match(question):
        return None
    longest = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
    kept: list[str] = []
    at = 0
    for begin, end in runs:
        kept += tokens[at:begin]
        if (begin, end) == longest:
            kept.append("he" if _PERSON.match(" ".join(tokens[begin:end])) else "it")
        elif kept and kept[-1].lower() in _PREPOSITIONS:
            kept.pop()
        at = end
    kept += tokens[at:]
    shortened = " ".join(kept).strip()
    if not content_stems(shortened):
        return None
    return follow_up(f"{shortened[0].lower()}{shortened[1:]}?", history)


def _is_whole(tokens: Sequence[str], run: tuple[int, int]) -> bool:
    """Whether a run is a phrase of its own: no content word touches it, so that a pronoun can take its place."""
    before, after = tokens[run[0] - 1], tokens[run[1]] if run[1] < len(tokens) else ""
    ends = tokens[run[1] - 1][-1] in ",;:" or not is_content(_bare(after))
    return ends and not is_content(_bare(before)) and not tokens[run[1] - 1].endswith(("'s", "’s"))


def _bare(token: str) -> str:
    return token.strip(".,;:!?\"'“”‘’()").lower()


def _runs(tokens: Sequence[str], said: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of tokens whose content words were all said, with the determiner before them."""
    runs: list[tuple[int, int]] = []
    for n, token in enumerate(tokens):
        word = _bare(token)
        if n == 0 or not is_content(word) or stem(word.replace(",", "")) not in said:
            continue
        begin = n - 1 if tokens[n - 1].lower() in _DETERMINERS else n
        if runs and runs[-1][1] == begin:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((begin, n + 1))
    return runs
