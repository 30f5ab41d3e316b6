"""All checks, run over a store in one pass."""

from collections.abc import Callable, Iterator
from typing import Protocol

from corpus.article import Article
from corpus.lint.checks.boilerplate import boilerplate
from corpus.lint.checks.dangling import dangling
from corpus.lint.checks.differing_rechecks import DifferingRechecks
from corpus.lint.checks.header_form import header_form
from corpus.lint.checks.language import Language
from corpus.lint.checks.later_events import later_events
from corpus.lint.checks.length import length
from corpus.lint.checks.mojibake import mojibake
from corpus.lint.checks.near_duplicates import NearDuplicates
from corpus.lint.checks.uncited import uncited
from corpus.lint.checks.undated import undated
from corpus.lint.finding import Finding, Severity
from corpus.store import ArticleStore

_ORDER = {severity: n for n, severity in enumerate(Severity)}


class ArchiveCheck(Protocol):
    """A check that compares articles: it sees each once, and speaks at the end."""

    def see(self, article: Article) -> None: ...

    def findings(self) -> Iterator[Finding]: ...


#: Checks of one article by itself.
ARTICLE_CHECKS: tuple[Callable[[Article], Iterator[Finding]], ...] = (
    dangling, uncited, undated, later_events, boilerplate, header_form, length, mojibake,
)  # fmt: skip


def lint(store: ArticleStore, *, on_progress: Callable[[str, int, int], None] | None = None) -> list[Finding]:
    """What all checks find in ``store``, errors first, then by article."""
    together: list[ArchiveCheck] = [NearDuplicates(), DifferingRechecks(), Language()]
    found: list[Finding] = []
    total = len(store)
    for n, article in enumerate(store.articles(), start=1):
        found += _by_itself(article)
        for archive_check in together:
            archive_check.see(article)
        if on_progress:
            on_progress("Checking", n, max(n, total))
    for archive_check in together:
        found += archive_check.findings()
    return sorted(found, key=_order)


def lint_article(article: Article) -> list[Finding]:
    """What the checks of one article by itself find, errors first."""
    return sorted(_by_itself(article), key=_order)


def _by_itself(article: Article) -> Iterator[Finding]:
    for check in ARTICLE_CHECKS:
        yield from check(article)


def _order(finding: Finding) -> tuple[int, str, int]:
    return _ORDER[finding.severity], finding.article_id, finding.start or 0
