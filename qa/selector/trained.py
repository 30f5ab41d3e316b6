"""The selector that was trained on questions about fact-checks."""

from collections.abc import Sequence
from pathlib import Path

from index.model_files import locate
from qa.errors import SelectorError
from qa.evidence import Candidate, PassageScore
from qa.selector.encoding import PassageEncoder, Window
from qa.selector.scoring import WindowScorer, scorer_of
from qa.selector.weights import LARGE_FILE, Weights

TOKENIZER_MODEL = "all-MiniLM-L6-v2"


class TrainedSelector:
    """Reads question and passage together; every sentence is scored in its context.

    >>> selector = TrainedSelector.load()              # doctest: +SKIP
    >>> selector.score("Who pays for it?", candidates)  # doctest: +SKIP
    """

    def __init__(self, name: str, encoder: PassageEncoder, scorer: WindowScorer) -> None:
        self.name = name
        self._encoder = encoder
        self._scorer = scorer

    @classmethod
    def load(cls, path: Path = LARGE_FILE) -> "TrainedSelector":
        """From a weights file, the packaged one by default. Raises :class:`SelectorError`."""
        weights = Weights.load(path)
        files = locate(TOKENIZER_MODEL)
        if files is None:
            raise SelectorError(f"The tokenizer of {TOKENIZER_MODEL} is not installed.")
        encoder = PassageEncoder.from_file(files.directory / "tokenizer.json")
        return cls(f"trained-{weights.sha256[:12]}", encoder, scorer_of(weights))

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        """One score a candidate, in their order. A passage longer than the window is read in parts, and answers as
        much as its best part.
        """
        of_candidate = [self._windows(question, candidate) for candidate in candidates]
        scores = iter(self._scorer.score([window for windows in of_candidate for window in windows]))
        found = []
        for windows in of_candidate:
            parts = [next(scores) for _ in windows]
            sentences = tuple(logit for part in parts for logit in part.sentences)
            found.append(PassageScore(max(part.answerable for part in parts), sentences))
        return found

    def _windows(self, question: str, candidate: Candidate) -> list[Window]:
        article, passage = candidate.article, candidate.hit.passage
        sentences = [" ".join(article.sentence_text(n).split()) for n in range(passage.first, passage.last + 1)]
        return self._encoder.windows(question, article.title, passage.heading, sentences)
