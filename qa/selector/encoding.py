"""A question and a passage become token ids that keep track of their sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_TOKENS = 256
MAX_QUESTION_TOKENS = 48
MAX_HEAD_TOKENS = 40


@dataclass(frozen=True, slots=True)
class Window:
    """One row the network reads: ``[CLS] question [SEP] title. heading. sentences [SEP]``.

    ``ids`` and ``types`` have one entry a token; ``spans`` holds ``[start, end)`` token positions, one pair a sentence,
    never empty.
    """

    ids: tuple[int, ...]
    types: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length: ``ids``, ``types``, ``mask`` of shape (rows, tokens) and ``membership`` of shape
    (rows, sentences, tokens), whose rows average the tokens of a sentence (zero for padding sentences)."""

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    mask: NDArray[np.int64]
    membership: NDArray[np.float32]


class PassageEncoder:
    """Turns text into windows with a WordPiece tokenizer (a ``tokenizer.json`` file). Thread-safe."""

    def __init__(self, tokenizer: "Tokenizer", *, max_tokens: int = MAX_TOKENS) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._max_tokens = max_tokens
        self._cls, self._sep = (_token_id(tokenizer, names) for names in (("<s>", "[CLS]"), ("</s>", "[SEP]")))
        self._cached_ids = lru_cache(maxsize=50_000)(self._ids)

    @property
    def tokenizer(self) -> "Tokenizer":
        return self._tokenizer

    @property
    def pieces(self) -> list[str]:
        """Every piece of the vocabulary, in the order of their ids."""
        return [self.token(number) for number in range(self._tokenizer.get_vocab_size())]

    def token(self, number: int) -> str:
        """The token with id ``number``."""
        return str(self._tokenizer.id_to_token(number))

    @classmethod
    def from_file(cls, path: Path, *, max_tokens: int = MAX_TOKENS) -> "PassageEncoder":
        from tokenizers import Tokenizer

        return cls(Tokenizer.from_file(str(path)), max_tokens=max_tokens)

    def _ids(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def windows(self, question: str, title: str, heading: str, sentences: Sequence[str]) -> list[Window]:
        """The passage in as few windows as ``max_tokens`` allows (nearly always one), each sentence in exactly one.

        A question or head that is too long, or a sentence longer than a window, is cut at its end.
        """
        question_ids = self._cached_ids(question)[:MAX_QUESTION_TOKENS]
        head = self._cached_ids("".join(f"{part}. " for part in (title, heading) if part))[:MAX_HEAD_TOKENS]
        before = (self._cls, *question_ids, self._sep)
        room = self._max_tokens - len(before) - len(head) - 1
        windows: list[Window] = []
        pending: list[tuple[int, ...]] = []
        used = 0
        for sentence in sentences:
            ids = self._cached_ids(sentence)[:room] or (self._sep,)
            if pending and used + len(ids) > room:
                windows.append(self._window(before, head, pending))
                pending, used = [], 0
            pending.append(ids)
            used += len(ids)
        if pending:
            windows.append(self._window(before, head, pending))
        return windows

    def _window(self, before: tuple[int, ...], head: tuple[int, ...], sentences: list[tuple[int, ...]]) -> Window:
        ids = [*before, *head]
        spans: list[tuple[int, int]] = []
        for sentence in sentences:
            spans.append((len(ids), len(ids) + len(sentence)))
            ids.extend(sentence)
        ids.append(self._sep)
        types = (0,) * len(before) + (1,) * (len(ids) - len(before))
        return Window(tuple(ids), types, tuple(spans))


def collate(windows: Sequence[Window], *, token_multiple: int = 1, sentence_multiple: int = 1) -> Batch:
    """Pad ``windows`` to the longest, rounded up to the multiples (fewer different shapes to compile for)."""
    n_tokens = _round_up(max(len(window) for window in windows), token_multiple)
    n_sentences = _round_up(max(len(window.spans) for window in windows), sentence_multiple)
    ids = np.zeros((len(windows), n_tokens), np.int64)
    types = np.zeros_like(ids)
    mask = np.zeros_like(ids)
    membership = np.zeros((len(windows), n_sentences, n_tokens), np.float32)
    for row, window in enumerate(windows):
        ids[row, : len(window)] = window.ids
        types[row, : len(window)] = window.types
        mask[row, : len(window)] = 1
        for sentence, (start, end) in enumerate(window.spans):
            membership[row, sentence, start:end] = 1 / (end - start)
    return Batch(ids, types, mask, membership)


def _round_up(n: int, multiple: int) -> int:
    return -(-n // multiple) * multiple


def _token_id(tokenizer: "Tokenizer", names: Sequence[str]) -> int:
    for name in names:
        found = tokenizer.token_to_id(name)
        if found is not None:
            return int(found)
    raise ValueError(f"the tokenizer has none of the special tokens {', '.join(names)}")
