"""Checks of one claim that come to different verdicts."""

import re
from collections.abc import Iterator
from datetime import date

from datasketch import MinHash, MinHashLSH

from corpus.article import Article
from corpus.lint.finding import Finding, Severity

_WORD = re.compile(r"\w+")
_STOP = frozenset(
    "a an and are as at be by did do does for has have in is it of on or says that the to was were with".split()
)
_PERMUTATIONS = 64
_THRESHOLD = 0.8


class DifferingRechecks:
    """Pairs whose claims (titles, where no claim is given) share 4 of 5 words and whose verdicts differ."""

    def __init__(self) -> None:
        self._index = MinHashLSH(threshold=_THRESHOLD - 0.1, num_perm=_PERMUTATIONS)
        self._seen: dict[str, tuple[frozenset[str], MinHash, str, date | None]] = {}

    def see(self, article: Article) -> None:
        words = frozenset(_WORD.findall((article.claim or article.title).lower())) - _STOP
        if not article.verdict or len(words) < 3:
            return
        hashed = MinHash(num_perm=_PERMUTATIONS)
        hashed.update_batch([word.encode() for word in words])
        self._seen[article.id] = (words, hashed, article.verdict, article.checked_on)
        self._index.insert(article.id, hashed)

    def findings(self) -> Iterator[Finding]:
        for article_id, (words, hashed, verdict, day) in self._seen.items():
            for other in sorted(self._index.query(hashed)):
                others, _, second, other_day = self._seen[other]
                if other <= article_id or _same(verdict, second) or _jaccard(words, others) < _THRESHOLD:
                    continue
                yield Finding(
                    "differing-recheck", Severity.NOTICE, article_id,
                    f"rated {verdict!r} ({day or 'no date'}); {other} rates the same claim {second!r}"
                    f" ({other_day or 'no date'})",
                )  # fmt: skip


def _same(verdict: str, other: str) -> bool:
    return _WORD.findall(verdict.lower()) == _WORD.findall(other.lower())


def _jaccard(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / len(words | others)
