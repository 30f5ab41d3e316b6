"""The words of the archive: article, section, sentence, marker, source.

All offsets count Unicode code points of :attr:`Article.text`, half-open (``start`` inclusive, ``end`` exclusive), so
``article.text[start:end]`` is what an offset pair means. The text holds no citation markers: they are annotations.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from corpus.errors import InvalidArticle

_WORD = re.compile(r"\w")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]*")


class SectionRole(StrEnum):
    """What a section does in its article."""

    SUMMARY = "summary"
    FINDING = "finding"
    CONTEXT = "context"
    CLAIM = "claim"
    BOTTOM_LINE = "bottom_line"


@dataclass(frozen=True, slots=True)
class Source:
    """The entry that a citation number stands for.

    ``derived`` is true where the page printed no number and the reader gave it one (an inline link).
    """

    number: int
    title: str = ""
    publisher: str = ""
    url: str = ""
    date: str | None = None
    derived: bool = False

    def __post_init__(self) -> None:
        if self.number < 1:
            raise InvalidArticle(f"source number must be 1 or more, not {self.number}")


@dataclass(frozen=True, slots=True)
class Marker:
    """Citation numbers printed at one place.

    ``position`` is the offset in the cleaned text at which the marker stood; it never lies inside a word of the quote.
    A marker printed after the full stop, or displaced to after its paragraph, has the position of that sentence's end.
    """

    position: int
    numbers: tuple[int, ...]

    def __post_init__(self) -> None:
        if self.position < 0 or not self.numbers or min(self.numbers) < 1:
            raise InvalidArticle(f"marker at {self.position} needs citation numbers of 1 or more, not {self.numbers}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence span, and whether it only states or attributes the checked claim."""

    start: int
    end: int
    restates_claim: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidArticle(f"a sentence must span at least one character, not [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs. ``heading`` is empty for the text before the first heading.

    The span covers the section's sentences; the heading is not part of :attr:`Article.text`.
    """

    heading: str
    role: SectionRole
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidArticle(f"section {self.heading!r} has the span [{self.start}, {self.end})")


@dataclass(frozen=True)
class Article:
    """One fact-check page, cleaned.

    ``text`` is paragraphs separated by one blank line, without markers, headings or boilerplate. Sentences are in
    document order, do not overlap, and each lies inside one section and one paragraph.

    Raises :class:`InvalidArticle` when an invariant does not hold.
    """

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    markers: tuple[Marker, ...] = ()
    sources: tuple[Source, ...] = ()
    url: str = ""
    publisher: str = ""
    author: str = ""
    language: str = "en"
    checked_on: date | None = None
    claim: str | None = None
    verdict: str | None = None
    dive_deeper: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise InvalidArticle(f"article id {self.id!r} may hold only letters, digits and . _ : -")
        if not self.title.strip():
            raise InvalidArticle(f"article {self.id} has no title")
        if not self.sentences:
            raise InvalidArticle(f"article {self.id} has no text")
        self._check_order((s.start, s.end) for s in self.sections)
        self._check_order((s.start, s.end) for s in self.sentences)
        for sentence in self.sentences:
            words = self.text[sentence.start : sentence.end]
            if words != words.strip():
                raise InvalidArticle(f"article {self.id}: the sentence at {sentence.start} has white space at its ends")
        self._check_sections()
        if any(marker.position > len(self.text) for marker in self.markers):
            raise InvalidArticle(f"article {self.id} has a marker behind the end of its text")
        numbers = [source.number for source in self.sources]
        if len(set(numbers)) != len(numbers):
            raise InvalidArticle(f"article {self.id} lists two sources under one number: {sorted(numbers)}")

    def _check_sections(self) -> None:
        sections = iter(self.sections)
        section = next(sections, None)
        for sentence in self.sentences:
            while section is not None and section.end <= sentence.start:
                section = next(sections, None)
            if section is None or not (section.start <= sentence.start and sentence.end <= section.end):
                raise InvalidArticle(f"article {self.id}: the sentence at {sentence.start} lies in no section")

    def _check_order(self, spans: Iterable[tuple[int, int]]) -> None:
        at = 0
        for start, end in spans:
            if start < at or end > len(self.text):
                raise InvalidArticle(
                    f"article {self.id}: the span [{start}, {end}) overlaps another or leaves the text"
                )
            at = end

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _numbers(self) -> tuple[tuple[int, ...], ...]:
        return self._by_sentence(self.markers)

    @cached_property
    def _closing_numbers(self) -> tuple[tuple[int, ...], ...]:
        """Numbers of the markers behind the last word of each sentence."""
        return self._by_sentence(
            marker
            for marker in self.markers
            if not _WORD.search(self.text, marker.position, self.sentences[self._sentence_of(marker)].end)
        )

    def _by_sentence(self, markers: Iterable[Marker]) -> tuple[tuple[int, ...], ...]:
        found: list[set[int]] = [set() for _ in self.sentences]
        for marker in markers:
            found[self._sentence_of(marker)].update(marker.numbers)
        return tuple(tuple(sorted(numbers)) for numbers in found)

    def _sentence_of(self, marker: Marker) -> int:
        """The sentence that ``marker`` stands in or directly behind: the last one that starts before it."""
        return max(bisect_right(self._starts, max(marker.position - 1, 0)) - 1, 0)

    def citations_of(self, n: int) -> tuple[int, ...]:
        """Ascending citation numbers printed in or directly behind sentence ``n`` (0-based)."""
        return self._numbers[n]

    def paragraph_citations_of(self, n: int) -> tuple[int, ...]:
        """Numbers of the next marker in the paragraph of sentence ``n``; empty if it has numbers of its own.

        Writers cite a run of sentences once, at its end: one in the middle of a later sentence, such as a link, is that
        sentence's alone. A marker *before* the sentence is never taken.
        """
        if self._numbers[n]:
            return ()
        for later in range(n + 1, len(self.sentences)):
            if "\n\n" in self.text[self.sentences[n].start : self.sentences[later].start]:
                return ()
            if self._numbers[later]:
                return self._closing_numbers[later]
        return ()

    def sentence_text(self, n: int) -> str:
        """Sentence ``n``, word for word."""
        return self.text[self.sentences[n].start : self.sentences[n].end]

    def section_of(self, start: int) -> Section:
        """The section that holds offset ``start``; raises ``LookupError`` if none does."""
        for section in self.sections:
            if section.start <= start < section.end:
                return section
        raise LookupError(f"article {self.id}: no section holds offset {start}")

    def source(self, number: int) -> Source | None:
        """The source listed under ``number``, or ``None`` for a dangling number."""
        return next((source for source in self.sources if source.number == number), None)

    @property
    def cited(self) -> frozenset[int]:
        """All numbers printed in the text."""
        return frozenset(number for marker in self.markers for number in marker.numbers)

    @property
    def dangling(self) -> tuple[int, ...]:
        """Cited numbers that no source stands for."""
        return tuple(sorted(self.cited - {source.number for source in self.sources}))

    @property
    def uncited(self) -> tuple[int, ...]:
        """Numbers of sources that the text never cites."""
        return tuple(sorted({source.number for source in self.sources} - self.cited))
