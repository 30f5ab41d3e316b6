from index.milvus.keys import Key


def test_a_key_reads_as_it_was_written() -> None:
    for key in (Key("a.b:c_d-e", 12, 3), Key("a", 1)):
        assert Key.parse(str(key)) == key
    assert str(Key("a", 1, 0)) == "a#1#0"
    assert str(Key("a", 1)) == "a#1"


def test_a_passage_knows_its_head() -> None:
    assert Key("a", 7, 3).head == Key("a", 7)


def test_passages_are_sorted_by_number_not_by_text() -> None:
    assert sorted([Key("a", 1, 10), Key("b", 1, 0), Key("a", 1, 9)]) == [
        Key("a", 1, 9),
        Key("a", 1, 10),
        Key("b", 1, 0),
    ]
