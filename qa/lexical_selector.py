"""The untrained scorer: cosine and lexical coverage of the question by each sentence and by its passage.

Baseline and fallback of the trained selector.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from qa.evidence import Candidate, PassageScore
from qa.terms import content_stems
from qa.wording.context import parts

_CACHED_SENTENCES = 20_000
_ENCODED_PER_QUESTION = 16


class LexicalSelector:
    """Scores by ``cosine + sentence coverage + half the passage coverage``, spread to the range of logits.

    Context behind the question ("who pays for it, regarding ferry toll?") says where to look and the question
    what for: it counts half in a passage and not at all in a sentence. Only the ``encoded_per_question`` sentences with
    the best coverage are embedded (about 2 ms each on one core), the others take their passage's cosine from retrieval
    less ``0.1``; vectors are kept for the next question.
    """

    name = "lexical-1"

    def __init__(self, encoder: Encoder, *, encoded_per_question: int = _ENCODED_PER_QUESTION) -> None:
        self._encoder = encoder
        self._encoded_per_question = encoded_per_question
        self._vectors: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        """One score a candidate. Logits are positive where a sentence covers about half of the question."""
        weights = _weights(question)
        passages = [_covered(weights, _passage_stems(candidate)) for candidate in candidates]
        sentences = [
            (i, candidate.article.sentence_text(n))
            for i, candidate in enumerate(candidates)
            for n in range(candidate.hit.passage.first, candidate.hit.passage.last + 1)
        ]
        asked, _ = parts(question)
        covered = [_covered(_weights(asked), content_stems(text)) for _, text in sentences]
        order = sorted(range(len(sentences)), key=lambda k: (-covered[k] - 0.5 * passages[sentences[k][0]], k))
        chosen = order[: self._encoded_per_question]
        cosines = dict(zip(chosen, self._cosines(asked, [sentences[k][1] for k in chosen]), strict=True))
        logits: list[list[float]] = [[] for _ in candidates]
        for k, (i, _) in enumerate(sentences):
            cosine = cosines.get(k, (candidates[i].hit.dense_score or 0.0) - 0.1)
            logits[i].append(6 * (cosine - 0.5) + 4 * (covered[k] - 0.5) + 2 * (passages[i] - 0.75))
        return [
            PassageScore(6 * ((candidate.hit.dense_score or 0.0) - 0.5) + 6 * (covers - 0.75), tuple(of_passage))
            for candidate, covers, of_passage in zip(candidates, passages, logits, strict=True)
        ]

    def _cosines(self, question: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        encoded = self._encoder.encode([question, *new])
        known.update(zip(new, encoded[1:], strict=True))
        with self._lock:
            for text in new:
                self._vectors[text] = known[text]
            while len(self._vectors) > _CACHED_SENTENCES:
                self._vectors.popitem(last=False)
        return [float(known[text] @ encoded[0]) for text in texts]


def _weights(question: str) -> dict[str, float]:
    asked, context = parts(question)
    return {**dict.fromkeys(content_stems(context), 0.5), **dict.fromkeys(content_stems(asked), 1.0)}


def _covered(weights: Mapping[str, float], held: frozenset[str]) -> float:
    total = sum(weights.values())
    return sum(weight for stem, weight in weights.items() if stem in held) / total if total else 1.0


def _passage_stems(candidate: Candidate) -> frozenset[str]:
    article, passage = candidate.article, candidate.hit.passage
    return content_stems(f"{article.title} {passage.heading}") | content_stems(passage.text_in(article))
