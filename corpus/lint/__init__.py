"""Editorial checks over a store."""

from corpus.lint.finding import Finding, Severity
from corpus.lint.linting import lint

__all__ = ["Finding", "Severity", "lint"]
