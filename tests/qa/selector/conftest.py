"""A small real network with random weights, and windows for it."""

from dataclasses import replace

import pytest

from corpus import Article, Section, SectionRole, Sentence
from index import Hit, Passage
from qa.evidence import Candidate
from qa.selector.encoding import PassageEncoder, Window
from qa.selector.weights import Shape

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] who pays for the wall ? border fence mexico taxes did not pay it . congress paid most of"
    " says court ruling in 2019 2020 title ##s ##ed"
).split()
SHAPE = Shape(hidden=32, layers=2, heads=4, inner=64, positions=64, vocabulary=len(WORDS), epsilon=1e-12)


@pytest.fixture(scope="session")
def encoder() -> PassageEncoder:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(models.WordPiece({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return PassageEncoder(tokenizer, max_tokens=48)


@pytest.fixture(scope="session")
def windows(encoder: PassageEncoder) -> list[Window]:
    passages = [
        ["congress paid for most of the wall .", "mexico did not pay .", "the court says so ."],
        ["taxes paid it ."],
        ["the border fence in 2019 .", "a ruling in 2020 .", "who pays ?", "mexico .", "not mexico ."],
    ]
    return [window for text in passages for window in encoder.windows("who pays for the wall ?", "title", "", text)]


@pytest.fixture
def network():  # type: ignore[no-untyped-def]
    return random_network(SHAPE)


@pytest.fixture
def relative_network():  # type: ignore[no-untyped-def]
    """One whose encoder has relative positions."""
    return random_network(replace(SHAPE, buckets=32))


def random_network(shape: Shape):  # type: ignore[no-untyped-def]
    import torch
    from transformers import BertModel

    from qa.selector import mpnet
    from qa.selector.network import SelectorNetwork, config_of

    torch.manual_seed(3)
    bert = not shape.buckets
    encoder = BertModel(config_of(shape), add_pooling_layer=False) if bert else mpnet.of_shape(shape)
    made = SelectorNetwork(encoder, shape.hidden, reads_types=bert)
    with torch.no_grad():
        for parameter in made.encoder.parameters():  # its own start is so small that all sentences look alike
            if parameter.ndim == 2:
                parameter.mul_(6)
    return made.eval()


def candidate_of(article_id: str, *sentences: str) -> Candidate:
    """One passage that is its whole article."""
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Sentence(at, at + len(sentence)))
        at += len(sentence) + 1
    article = Article(
        id=article_id,
        title="title",
        text=text,
        sections=(Section("", SectionRole.FINDING, 0, len(text)),),
        sentences=tuple(spans),
    )
    passage = Passage(f"{article_id}#0", article_id, "", SectionRole.FINDING, 0, len(spans) - 1, 0, len(text))
    return Candidate(article, Hit(passage, 0.03, dense_score=0.5))


@pytest.fixture
def candidates() -> list[Candidate]:
    return [
        candidate_of("wall", "Congress paid for most of the wall.", "Mexico did not pay.", "The court says so."),
        candidate_of("fence", "The border fence in 2019.", "A ruling in 2020."),
    ]


@pytest.fixture
def long_candidate() -> Candidate:
    return candidate_of("long", *(f"Congress paid for most of the wall in {year}." for year in range(2000, 2020)))
