"""Small articles for the tests, written out as paragraphs of sentences."""

from collections.abc import Sequence
from datetime import date

from corpus import Article, Marker, Section, SectionRole, Sentence, Source

Paragraph = Sequence[str]


def article(
    *sections: tuple[str, SectionRole, Sequence[Paragraph]],
    id: str = "a1",
    title: str = "Title",
    restating: Sequence[int] = (),
    cited: dict[int, tuple[int, ...]] | None = None,
    sources: Sequence[int] = (),
    checked_on: date | None = None,
    verdict: str | None = None,
    claim: str | None = None,
    dive_deeper: tuple[str, ...] = (),
) -> Article:
    """``cited`` maps a sentence's position to the numbers printed behind it; ``restating`` are positions of restated
    claims.
    """
    text = ""
    spans: list[Sentence] = []
    made: list[Section] = []
    for heading, role, paragraphs in sections:
        begin = len(text) + (2 if text else 0)
        for paragraph in paragraphs:
            text += "\n\n" if text else ""
            for k, sentence in enumerate(paragraph):
                text += " " if k else ""
                spans.append(Sentence(len(text), len(text) + len(sentence), len(spans) in restating))
                text += sentence
        made.append(Section(heading, role, begin, len(text)))
    return Article(
        id=id,
        title=title,
        text=text,
        sections=tuple(made),
        sentences=tuple(spans),
        markers=tuple(Marker(spans[n].end, numbers) for n, numbers in (cited or {}).items()),
        sources=tuple(Source(number, f"Source {number}") for number in sources),
        checked_on=checked_on,
        verdict=verdict,
        claim=claim,
        dive_deeper=dive_deeper,
    )


def plain(*sentences: str, id: str = "a1", **fields: object) -> Article:
    """One finding section of one paragraph."""
    return article(("", SectionRole.FINDING, [list(sentences)]), id=id, **fields)  # type: ignore[arg-type]
