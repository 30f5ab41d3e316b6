"""Articles whose texts are nearly the same."""

from collections.abc import Iterator

from datasketch import MinHash, MinHashLSH

from corpus.article import Article
from corpus.lint.finding import Finding, Severity

_SHINGLE_WORDS = 5
_PERMUTATIONS = 64
_THRESHOLD = 0.8


class NearDuplicates:
    """Pairs with an estimated Jaccard similarity of at least 0.8 over runs of five words (MinHash, Broder 1997)."""

    def __init__(self) -> None:
        self._index = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
        self._hashes: dict[str, MinHash] = {}

    def see(self, article: Article) -> None:
        words = article.text.lower().split()
        last = max(1, len(words) - _SHINGLE_WORDS + 1)
        shingles = {" ".join(words[n : n + _SHINGLE_WORDS]).encode() for n in range(last)}
        hashed = MinHash(num_perm=_PERMUTATIONS)
        hashed.update_batch(shingles)
        self._hashes[article.id] = hashed
        self._index.insert(article.id, hashed)

    def findings(self) -> Iterator[Finding]:
        for article_id, hashed in self._hashes.items():
            others = {other for other in self._index.query(hashed) if other > article_id}
            for other in sorted(others):
                similarity = hashed.jaccard(self._hashes[other])
                if similarity >= _THRESHOLD:
                    yield Finding(
                        "near-duplicate", Severity.WARNING, article_id, f"is {similarity:.0%} the text of {other}"
                    )
