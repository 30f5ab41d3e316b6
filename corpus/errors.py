"""Everything that can go wrong with pages and articles.

CorpusError
├── InvalidArticle    the parts of an article contradict each other
├── UnreadablePage    a page can't become an article: which file, which place, what to do
├── TakenId           an article comes with the id of another one
└── StoreError        the article store can't be read or written
"""


class CorpusError(Exception):
    """Base of this package's errors; its text is fit to be shown to the user."""


class InvalidArticle(CorpusError):
    """The parts of an article contradict each other."""


class UnreadablePage(CorpusError):
    """A page can't become an article.

    ``origin`` names the file, ``place`` the line or field in it (may be empty), ``remedy`` what the user can do.
    """

    def __init__(self, origin: str, problem: str, *, place: str = "", remedy: str = "") -> None:
        self.origin, self.problem, self.place, self.remedy = origin, problem, place, remedy
        where = f"{origin}, {place}" if place else origin
        super().__init__(f"{where}: {problem}" + (f". {remedy}" if remedy else ""))


class TakenId(CorpusError):
    """An article comes with the id of one that has another address."""

    def __init__(self, article_id: str, url: str) -> None:
        super().__init__(f"the id {article_id} already belongs to {url}")


class StoreError(CorpusError):
    """The article store can't be read or written."""
