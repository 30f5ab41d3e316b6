import time

import pytest

from qa.wording.stories import at_length, leaves_story, retells


@pytest.mark.parametrize(
    ("announcement", "expected"),
    [
        ("The narrator said:", True),
        ("Below is the transcription of the clip:", True),
        ("The story began as follows:", True),
        ("The post read:", False),
        ("The bio began with a disclaimer:", False),
    ],
)
def test_stories_and_transcripts_are_told_at_length(announcement: str, expected: bool) -> None:
    assert at_length(announcement) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In the clip, a narrator tells the story of a mayor at a gala.", True),
        ("The video told a made-up tale about the ferry.", True),
        ("The keeper told the council of the storm.", False),
        ("The clip, which tells the story of the ferry, is fake.", False),
    ],
)
def test_a_video_that_tells_a_story_is_retold(sentence: str, expected: bool) -> None:
    assert retells(sentence) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "However, the gala never took place.",
        "The channel hosts hundreds of such clips.",
        "In another video, the mayor was a pilot.",
        "A scan found the voice to be AI-generated.",
    ],
)
def test_who_told_a_story_and_how_true_it_is_are_no_part_of_it(sentence: str) -> None:
    assert leaves_story(sentence)


def test_what_happens_in_a_story_is_part_of_it() -> None:
    assert not leaves_story("Across the table sat a spokesman of the brewery, who read the records aloud.")


@pytest.mark.parametrize("text", ["the video " * 5_000, "a " * 20_000, "the video told a " * 5_000, "began" * 9_000])
def test_long_text_takes_no_long_time(text: str) -> None:
    began = time.process_time()
    retells(text)
    at_length(text)
    leaves_story(text)
    assert time.process_time() - began < 1.0
