"""Where publishers whose pages carry no machine-readable facts print them: one entry a family of pages."""

from dataclasses import dataclass

from corpus.readers.html_tree import Element, holds


@dataclass(frozen=True, slots=True)
class Family:
    """XPath expressions of a page family. ``sign`` tells whether a page is of it; empty ones are not printed there.

    ``dropped`` elements stand inside the body and belong to other articles.
    """

    publisher: str
    sign: str
    body: str
    title: str = ""
    claim: str = ""
    verdict: str = ""
    author: str = ""
    date: str = ""
    summary: str = ""
    summary_heading: str = ""
    dropped: str = ""


POLITIFACT = Family(
    publisher="PolitiFact",
    sign='boolean(//article[contains(@class, "m-statement--is-xlarge")])',
    body='//article[contains(@class, "m-textblock")]',
    title='//h2[contains(@class, "c-title--subline")] | //h1[contains(@class, "c-title")]',
    claim='//article[contains(@class, "m-statement--is-xlarge")]//div[contains(@class, "m-statement__quote")][last()]',
    verdict='//article[contains(@class, "m-statement--is-xlarge")]'
    '//div[contains(@class, "m-statement__meter")]//img[contains(@class, "c-image__original")]/@alt',
    author='//div[@class="m-author"]//a[contains(@href, "/staff/")]',
    date='//span[contains(@class, "m-author__date")]',
    summary='//div[contains(@class, "short-on-time")]',
    summary_heading="If Your Time is short",
    dropped='.//section[contains(@class, "o-pick")] | .//div[contains(@class, "artembed")]',
)

FAMILIES = (POLITIFACT,)


def family_of(root: Element) -> Family | None:
    """The family that the page ``root`` shows the sign of."""
    return next((family for family in FAMILIES if holds(root, family.sign)), None)
