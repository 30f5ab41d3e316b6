import re

from qa.wording.patterns import any_of


def test_any_of_matches_each_phrase_with_any_space_and_apostrophe() -> None:
    pattern = re.compile(any_of("of course, it's", "sure"))
    assert all(pattern.fullmatch(text) for text in ["of  course", "it’s", "it's", "sure"])
    assert not pattern.fullmatch("ofcourse")
