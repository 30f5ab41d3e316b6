import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.selector.encoding import MAX_QUESTION_TOKENS, PassageEncoder, collate


def test_a_window_holds_question_head_and_sentences_in_order(encoder: PassageEncoder) -> None:
    (window,) = encoder.windows("who pays ?", "title", "court", ["mexico did not pay .", "congress paid ."])
    tokens = [encoder.token(i) for i in window.ids]
    assert " ".join(tokens) == ("[CLS] who pays ? [SEP] title . court . mexico did not pay . congress paid . [SEP]")
    assert [tokens[start:end] for start, end in window.spans] == [
        ["mexico", "did", "not", "pay", "."],
        ["congress", "paid", "."],
    ]


def test_types_tell_the_question_from_the_passage(encoder: PassageEncoder) -> None:
    (window,) = encoder.windows("who pays ?", "", "", ["mexico ."])
    assert window.types == (0, 0, 0, 0, 0, 1, 1, 1)


def test_a_missing_title_and_heading_leave_no_trace(encoder: PassageEncoder) -> None:
    (window,) = encoder.windows("who ?", "", "", ["mexico ."])
    assert window.spans[0][0] == 4


def test_a_passage_beyond_the_window_is_read_in_parts_and_no_sentence_is_lost(encoder: PassageEncoder) -> None:
    sentences = ["congress paid for most of the wall ."] * 12
    windows = encoder.windows("who pays ?", "title", "", sentences)
    assert len(windows) > 1
    assert sum(len(window.spans) for window in windows) == 12
    assert all(len(window) <= 48 for window in windows)


def test_a_sentence_longer_than_a_window_is_cut_but_kept(encoder: PassageEncoder) -> None:
    (window,) = encoder.windows("who pays ?", "title", "", ["wall " * 200])
    assert len(window) == 48
    assert len(window.spans) == 1


def test_a_sentence_without_words_still_has_a_span(encoder: PassageEncoder) -> None:
    (window,) = encoder.windows("who ?", "", "", ["", "mexico ."])
    assert all(start < end for start, end in window.spans)


def test_a_long_question_is_cut(encoder: PassageEncoder) -> None:
    wide = PassageEncoder(encoder.tokenizer, max_tokens=256)
    (window,) = wide.windows("wall " * 300, "title", "", ["mexico ."])
    assert window.types.count(0) == MAX_QUESTION_TOKENS + 2


@given(st.lists(st.text(max_size=60), min_size=1, max_size=9), st.text(max_size=80), st.text(max_size=40))
def test_every_sentence_has_exactly_one_span_whatever_the_text(
    encoder: PassageEncoder, sentences: list[str], question: str, title: str
) -> None:
    windows = encoder.windows(question, title, "", sentences)
    assert sum(len(window.spans) for window in windows) == len(sentences)
    for window in windows:
        assert len(window.ids) == len(window.types) <= 48
        ends = [0]
        for start, end in window.spans:
            assert ends[-1] <= start < end <= len(window.ids)
            ends.append(end)


def test_a_batch_averages_each_sentence_and_pads_with_nothing(encoder: PassageEncoder) -> None:
    windows = [
        *encoder.windows("who ?", "", "", ["mexico .", "the court says so ."]),
        *encoder.windows("who pays for it ?", "title", "", ["congress ."]),
    ]
    batch = collate(windows, token_multiple=16, sentence_multiple=4)
    assert batch.ids.shape == batch.mask.shape == (2, 16)
    assert batch.membership.shape == (2, 4, 16)
    np.testing.assert_allclose(batch.membership.sum(axis=2), [[1, 1, 0, 0], [1, 0, 0, 0]], rtol=1e-6)
    assert batch.mask.sum(axis=1).tolist() == [len(window) for window in windows]
    assert not (batch.membership * (1 - batch.mask[:, None, :])).any()
