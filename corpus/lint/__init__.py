"""Editorial checks over a store."""

from corpus.lint.finding import Finding, Severity
from corpus.lint.linting import lint, lint_article

__all__ = ["Finding", "Severity", "lint", "lint_article"]
