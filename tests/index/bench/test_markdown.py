from index.bench.markdown import markdown


def test_the_first_line_is_the_header() -> None:
    assert markdown([("measure", "A", "B"), ("p50", "1", "2")]) == (
        "| measure | A | B |\n| --- | ---: | ---: |\n| p50 | 1 | 2 |"
    )
