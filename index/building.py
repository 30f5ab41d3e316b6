"""What every build does: the report it gives, and what it reads of each article."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus import Article
from corpus.codec import to_json
from index.cutting import cut, head_text, passage_text
from index.encoder import Encoder
from index.passage import Passage
from index.tokens import terms, words

#: Called with a stage ("Reading", "Embedding", "Writing"), how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. ``embedded`` and ``reused`` count vectors: one a passage, and one a head (title and claim)."""

    generation: str
    articles: int
    passages: int
    embedded: int
    reused: int
    seconds: float
    changed: bool


def content_of(hashes: Mapping[str, str], encoder: Encoder, index_format: int | str) -> str:
    """SHA-256 of what a generation is made of: articles (their content hashes by id), encoder and format."""
    digest = hashlib.sha256(f"{index_format} {encoder.name}\n".encode())
    for article_id in sorted(hashes):
        digest.update(f"{article_id} {hashes[article_id]}\n".encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as it is indexed. ``line`` is its JSON (see :mod:`corpus.codec`), ``hash`` that line's SHA-256.

    The encoder reads ``texts``, one a passage, and ``head``: title and claim. ``passage_terms`` are the words that each
    passage is found by: those of head and heading, and its own. ``article_terms`` are those of the whole article.
    """

    article: Article
    line: bytes
    hash: str
    passages: Sequence[Passage]
    head: str
    texts: Sequence[str]
    passage_terms: Sequence[list[str]]
    article_terms: list[str]


def prepare(article: Article) -> Prepared:
    """Cut ``article`` into passages and take its words."""
    line = to_json(article).encode()
    head, passages = head_text(article), cut(article)
    head_terms = terms(head)
    own = [terms(passage.text_in(article)) for passage in passages]
    return Prepared(
        article=article,
        line=line,
        # As corpus.codec.content_hash has it, without writing the article down twice.
        hash=hashlib.sha256(line).hexdigest(),
        passages=passages,
        head=head,
        texts=[passage_text(article, passage) for passage in passages],
        passage_terms=[
            head_terms + terms(passage.heading) + found for passage, found in zip(passages, own, strict=True)
        ],
        article_terms=[*head_terms, *(term for found in own for term in found)],
    )


def completions(article: Article) -> list[str]:
    """What typing is completed with: the title and the further questions."""
    return [article.title, *article.dive_deeper]


def vocabulary(article: Article) -> list[str]:
    """The words that spelling is checked against, as often as they stand there."""
    return [*words(head_text(article)), *words(article.text)]
