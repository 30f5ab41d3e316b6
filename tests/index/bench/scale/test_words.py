from collections import Counter

import numpy as np

from index.bench.scale.words import VOCABULARY, content_words, text_words
from index.tokens import STOP_WORDS


def test_common_words_are_as_common_as_zipf_says() -> None:
    drawn = Counter(content_words(np.random.default_rng(1), 400_000))
    ranked = [count for _, count in drawn.most_common()]
    # p(n) ~ 1 / (n + 50), so the 451st is a tenth as frequent as the first.
    assert 8 < ranked[0] / ranked[450] < 12
    assert 20_000 < len(drawn) < VOCABULARY


def test_running_text_holds_stop_words() -> None:
    words = text_words(np.random.default_rng(2), 20_000)
    assert 0.43 < sum(word in STOP_WORDS for word in words) / len(words) < 0.48


def test_the_same_seed_draws_the_same_words() -> None:
    assert text_words(np.random.default_rng(3), 50) == text_words(np.random.default_rng(3), 50)
