"""Articles in another language than the rest."""

from collections import Counter
from collections.abc import Iterator

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from corpus.article import Article
from corpus.lint.finding import Finding, Severity

_LOOKED_AT = 2000
# How much likelier (log-odds) the other language must be; titles and names in it stay below.
_MIN_MARGIN = 20.0


class Language:
    """A warning for each article that is surely in another language than most of the archive."""

    def __init__(self) -> None:
        self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
        self._common: Counter[str] = Counter()
        # For an article: its likeliest language, and by how much each other of the likeliest is less likely.
        self._likeliest: dict[str, tuple[str, dict[str, float]]] = {}

    def see(self, article: Article) -> None:
        ranked = self._identifier.rank(article.text[:_LOOKED_AT])
        language, best = str(ranked[0][0]), float(ranked[0][1])
        self._common[language] += 1
        self._likeliest[article.id] = language, {str(other): best - float(score) for other, score in ranked[1:4]}

    def findings(self) -> Iterator[Finding]:
        if not self._common:
            return
        common = self._common.most_common(1)[0][0]
        for article_id, (language, margins) in self._likeliest.items():
            if language != common and margins.get(common, _MIN_MARGIN) >= _MIN_MARGIN:
                yield Finding(
                    "language", Severity.WARNING, article_id,
                    f"is in another language ({language}) than the archive ({common})",
                )  # fmt: skip
