import gc

from corpus import Article
from qa.rules.findings import finding_of
from qa.wording.per_article import once_an_article
from tests.qa.articles import plain
from tests.qa.evidence_of import draft


def test_the_work_is_done_once_for_an_article_and_again_for_another() -> None:
    worked: list[str] = []

    @once_an_article
    def length(article: Article) -> int:
        worked.append(article.id)
        return len(article.text)

    one, alike = plain("The pier is closed."), plain("The pier is closed.")
    assert [length(one), length(one), length(alike), length(one)] == [19] * 4
    assert worked == ["a1", "a1"]


def test_nothing_is_kept_of_an_article_that_is_gone() -> None:
    @once_an_article
    def text(article: Article) -> list[str]:
        return [article.text]

    for n in range(200):
        # A new article may take the place in memory of one that is gone.
        assert text(plain(f"Pier {n} is closed.")) == [f"Pier {n} is closed."]
    gc.collect()
    assert text.__closure__ is not None
    assert not next(cell.cell_contents for cell in text.__closure__ if isinstance(cell.cell_contents, dict))


class Watched(tuple[object, ...]):
    """Counts how often it was gone through."""

    times = 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        Watched.times += 1
        return super().__iter__()


def test_looking_for_the_finding_does_not_go_through_the_article_anew_for_each_sentence() -> None:
    page = plain(*[f"There is no evidence that pier {n} was sold." for n in range(300)])
    object.__setattr__(page, "sentences", Watched(page.sentences))
    made = draft(page, [0])
    Watched.times = 0
    assert finding_of(made, page) == 0
    assert Watched.times < 20
