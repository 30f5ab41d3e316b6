"""An article becomes passages: 2-6 neighbouring sentences of one section, near 100 words, none in two passages."""

from collections.abc import Sequence
from functools import lru_cache

from corpus import Article, Section
from index.passage import Passage

# With title and heading, 100 words are about 180 of the 256 word pieces that the packaged model reads.
TARGET_WORDS = 100
MAX_WORDS = 140
MAX_SENTENCES = 6
# What it costs to part two sentences of one paragraph, and to leave a sentence alone, in squared words off the target.
_SPLIT_PARAGRAPH = 600
_LONELY = 3600
# Title and heading are told to the model with every passage; more words of them would crowd the passage out.
_TITLE_WORDS = 30
_HEADING_WORDS = 15


def cut(article: Article) -> list[Passage]:
    """Passages in document order; together they hold every sentence exactly once."""
    passages: list[Passage] = []
    sentences = article.sentences
    at = 0
    for section in article.sections:
        end = at
        while end < len(sentences) and sentences[end].end <= section.end:
            end += 1
        for first, last in _spans(article, at, end):
            passages.append(_passage(article, section, len(passages), first, last))
        at = end
    return passages


def passage_text(article: Article, passage: Passage) -> str:
    """What the encoder reads: title, heading and the passage's words."""
    title = _shortened(article.title, _TITLE_WORDS)
    heading = _shortened(passage.heading, _HEADING_WORDS)
    return "\n".join(part for part in (title, heading, passage.text_in(article)) if part)


def head_text(article: Article) -> str:
    """What stands above an article: its title and the claim it checks."""
    return f"{article.title}\n{article.claim}" if article.claim else article.title


def _passage(article: Article, section: Section, n: int, first: int, last: int) -> Passage:
    return Passage(
        id=f"{article.id}#{n}",
        article_id=article.id,
        heading=section.heading,
        role=section.role,
        first=first,
        last=last,
        start=article.sentences[first].start,
        end=article.sentences[last].end,
    )


def _spans(article: Article, begin: int, end: int) -> list[tuple[int, int]]:
    """The cheapest way to cut sentences ``[begin, end)``, by dynamic programming over the last cut."""
    words = [len(article.sentence_text(n).split()) for n in range(begin, end)]
    joined = [_same_paragraph(article, n) for n in range(begin, end - 1)]
    return [(begin + first, begin + last) for first, last in _cheapest(words, joined)]


def _cheapest(words: Sequence[int], joined: Sequence[bool]) -> list[tuple[int, int]]:
    best: list[tuple[float, int]] = [(0.0, 0)]  # cost of cutting the first n sentences, and where the last span starts
    for end in range(1, len(words) + 1):
        options = []
        for start in range(max(0, end - MAX_SENTENCES), end):
            total = sum(words[start:end])
            if total > MAX_WORDS and end - start > 1:
                continue
            cost = best[start][0] + min(total - TARGET_WORDS, 3 * TARGET_WORDS) ** 2
            if end - start == 1 and total < TARGET_WORDS // 2:
                cost += _LONELY
            if end < len(words) and joined[end - 1]:
                cost += _SPLIT_PARAGRAPH
            options.append((cost, start))
        best.append(min(options))
    spans = []
    end = len(words)
    while end:
        start = best[end][1]
        spans.append((start, end - 1))
        end = start
    return spans[::-1]


def _same_paragraph(article: Article, n: int) -> bool:
    return "\n\n" not in article.text[article.sentences[n].end : article.sentences[n + 1].start]


@lru_cache(maxsize=1024)
def _shortened(text: str, words: int) -> str:
    return " ".join(text.split()[:words])
