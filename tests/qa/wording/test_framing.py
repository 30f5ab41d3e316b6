import pytest

from qa.wording.framing import sides


@pytest.mark.parametrize(
    ("sentence", "speaking"),
    [
        ("Supporters of the toll say that it pays for the bridge.", {"support"}),
        ("Critics, among them two shop owners, counter that trade fell.", {"oppose"}),
        ("Proponents frame the toll as fair, while opponents warn of detours.", {"support", "oppose"}),
        ("Supporters of the toll say so.", {"support"}),
        ("“Critics’ groups — two of them local — object,” it read.", {"oppose"}),
        ("Opponents of so-called toll roads met.", set()),
        ("The toll is two crowns.", set()),
        ("Critics were invited to the opening.", set()),
    ],
)
def test_sides(sentence: str, speaking: set[str]) -> None:
    assert sides(sentence) == speaking
