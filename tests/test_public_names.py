"""The public names of each package: a change here is a change for everyone who builds on Footnote."""

import corpus
import index
import qa


def test_corpus_names() -> None:
    assert corpus.__all__ == [
        "Article",
        "CorpusError",
        "InvalidArticle",
        "Marker",
        "Section",
        "SectionRole",
        "Sentence",
        "Source",
        "StoreError",
        "UnreadablePage",
    ]


def test_index_names() -> None:
    assert index.__all__ == [
        "ArticleHit",
        "BuilderBusy",
        "ClusterError",
        "CorruptIndex",
        "Filters",
        "Hit",
        "IndexMismatch",
        "IndexingError",
        "ModelError",
        "NoIndex",
        "Passage",
        "RetrievedPassages",
        "SearchEngine",
        "SearchResult",
        "SearchUnavailable",
    ]


def test_qa_names() -> None:
    assert qa.__all__ == [
        "Answer",
        "AnsweringError",
        "ArticleAnswer",
        "CalibrationError",
        "Candidate",
        "Citation",
        "GoldError",
        "InvalidAnswer",
        "Nearest",
        "PassageScore",
        "Question",
        "Quote",
        "Reason",
        "Refusal",
        "Scope",
        "Selector",
        "SelectorError",
        "Turn",
    ]
