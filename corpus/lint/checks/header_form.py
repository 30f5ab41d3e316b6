"""Pages whose head the readers may have misunderstood."""

from collections.abc import Iterator

from corpus.article import Article, SectionRole
from corpus.headings import is_named
from corpus.lint.finding import Finding, Severity

_MAX_TITLE = 250


def header_form(article: Article) -> Iterator[Finding]:
    """A warning for a title that is none; a notice for a page with headings and no summary or finding that is known."""
    if is_named(article.title) or len(article.title) > _MAX_TITLE:
        yield Finding("header-form", Severity.WARNING, article.id, f"the title looks wrong: {article.title[:80]!r}")
    headed = [section for section in article.sections if section.heading]
    roles = {section.role for section in article.sections}
    if len(headed) > 1 and not roles & {SectionRole.SUMMARY, SectionRole.BOTTOM_LINE} and article.sections[0].heading:
        yield Finding(
            "header-form", Severity.NOTICE, article.id,
            f"no summary or conclusion known; the first heading is {article.sections[0].heading!r}",
        )  # fmt: skip
