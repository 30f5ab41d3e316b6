"""Any cross-encoder or extractive reader of sentence-transformers or transformers in place of the trained selector."""

import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qa.errors import SelectorError
from qa.evidence import Candidate, PassageScore

_BATCH = 32
_MAX_ANSWER_TOKENS = 40


class CrossEncoderSelector:
    """A sentence-transformers ``CrossEncoder`` with one label: it scores (question, sentence) and (question, passage).

    ``model`` is a folder or a name. Raises :class:`SelectorError` if it can't be loaded or has several labels.
    """

    def __init__(self, model: str) -> None:
        from sentence_transformers import CrossEncoder
        from torch.nn import Identity

        try:
            self._model = CrossEncoder(model, activation_fn=Identity(), device="cpu")
        except (OSError, ValueError) as error:
            raise SelectorError(f"sentence-transformers can't load the cross-encoder {model}: {error}") from error
        labels = int(self._model.config.num_labels)
        if labels != 1:
            raise SelectorError(f"{model} has {labels} labels; a selector needs a cross-encoder with one, a relevance.")
        self.name = _name_of(model, self._model.model)
        self._lock = threading.Lock()

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        """One score a candidate, in their order; logits as the model gives them."""
        texts: list[str] = []
        for candidate in candidates:
            texts.append(_headed(candidate, _passage_of(candidate)))
            texts.extend(_sentences_of(candidate))
        if not texts:
            return []
        with self._lock:
            logits = self._model.predict(
                [(question, text) for text in texts], batch_size=_BATCH, show_progress_bar=False
            )
        remaining = iter(float(logit) for logit in logits)
        return [
            PassageScore(next(remaining), tuple(next(remaining) for _ in _sentences_of(candidate)))
            for candidate in candidates
        ]


class ReaderSelector:
    """A question-answering model of transformers: a sentence is as good as the best answer span in it.

    Logits are start plus end of the best span, less those of "no answer" (the first token), as for SQuAD 2.0
    (Rajpurkar et al. 2018, arXiv:1806.03822). Raises :class:`SelectorError` if ``model`` can't be loaded.
    """

    def __init__(self, model: str) -> None:
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer

        try:
            self._tokenizer = AutoTokenizer.from_pretrained(model)
            self._model = AutoModelForQuestionAnswering.from_pretrained(model).eval()
        except (OSError, ValueError) as error:
            raise SelectorError(f"transformers can't load the reader {model}: {error}") from error
        if not self._tokenizer.is_fast:
            raise SelectorError(f"the tokenizer of {model} can't tell where its tokens stand; save it as a fast one.")
        self.name = _name_of(model, self._model)
        self._window = min(512, int(self._model.config.max_position_embeddings) - 2)
        self._lock = threading.Lock()

    def score(self, question: str, candidates: Sequence[Candidate]) -> list[PassageScore]:
        """One score a candidate, in their order. Sentences beyond the model's window get the score of its worst."""
        found = []
        for candidate in candidates:
            sentences = self._sentence_logits(question, candidate)
            found.append(PassageScore(max(sentences), sentences))
        return found

    def _sentence_logits(self, question: str, candidate: Candidate) -> tuple[float, ...]:
        import torch

        with self._lock:
            inputs = self._tokenizer(
                question,
                _passage_of(candidate),
                truncation="only_second",
                max_length=self._window,
                return_offsets_mapping=True,
                return_tensors="pt",
            )
        offsets = inputs.pop("offset_mapping")[0].tolist()
        of_passage = [n == 1 for n in inputs.sequence_ids(0)]
        with torch.inference_mode():
            output = self._model(**inputs)
        starts, ends = output.start_logits[0].float(), output.end_logits[0].float()
        none = float(starts[0] + ends[0])
        article, passage = candidate.article, candidate.hit.passage
        found: list[float | None] = []
        for n in range(passage.first, passage.last + 1):
            sentence = article.sentences[n]
            low, high = sentence.start - passage.start, sentence.end - passage.start
            tokens = [i for i, (a, b) in enumerate(offsets) if of_passage[i] and low <= a < b <= high]
            found.append(_best_span(starts, ends, tokens) - none if tokens else None)
        known = [logit for logit in found if logit is not None]
        worst = min(known, default=-none)
        return tuple(worst if logit is None else logit for logit in found)


def load_model(model: str) -> CrossEncoderSelector | ReaderSelector:
    """The selector that a model's own configuration says it is. Raises :class:`SelectorError`."""
    from transformers import AutoConfig

    try:
        config = AutoConfig.from_pretrained(model)
    except (OSError, ValueError) as error:
        raise SelectorError(
            f"there is no model {model}: {error}. Give a folder or name of a cross-encoder or a question-answering"
            ' model, or "trained", "trained-small" or "lexical".'
        ) from error
    kinds = " ".join(config.architectures or ())
    if "ForQuestionAnswering" in kinds:
        return ReaderSelector(model)
    if "ForSequenceClassification" in kinds:
        return CrossEncoderSelector(model)
    raise SelectorError(f"{model} is neither a cross-encoder nor a question-answering model, but {kinds or 'unknown'}.")


def _best_span(starts: Any, ends: Any, tokens: Sequence[int]) -> float:
    """Largest start plus end logit over spans of at most ``_MAX_ANSWER_TOKENS`` tokens within one sentence."""
    first, last = tokens[0], tokens[-1] + 1
    sums = starts[first:last, None] + ends[None, first:last]
    allowed = sums.new_ones(sums.shape).triu().tril(_MAX_ANSWER_TOKENS - 1).bool()
    return float(sums[allowed].max())


def _sentences_of(candidate: Candidate) -> list[str]:
    article, passage = candidate.article, candidate.hit.passage
    return [article.sentence_text(n) for n in range(passage.first, passage.last + 1)]


def _passage_of(candidate: Candidate) -> str:
    return candidate.hit.passage.text_in(candidate.article)


def _headed(candidate: Candidate, text: str) -> str:
    return f"{candidate.article.title}. {text}"


def _name_of(model: str, network: Any) -> str:
    digest = hashlib.sha256()
    for key, value in sorted(network.state_dict().items()):
        digest.update(key.encode())
        digest.update(value.cpu().contiguous().numpy().tobytes())
    return f"{Path(model).name}@{digest.hexdigest()[:12]}"
