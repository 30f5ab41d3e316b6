from datetime import date

from index.engine import Filters
from index.milvus.expressions import among, older, visible
from index.milvus.keys import Key


def test_without_filters_only_later_builds_are_left_out() -> None:
    assert visible(7, None) == visible(7, Filters()) == "rev <= 7"


def test_every_filter_is_in_the_expression() -> None:
    filters = Filters(
        article_ids=frozenset({"b", "a"}),
        publishers=frozenset({'The "Post"'}),
        verdicts=frozenset({"False"}),
        date_from=date(1, 1, 2),
        date_to=date(1, 1, 3),
        language="fr",
        excluded_ids=frozenset({"c"}),
    )
    assert visible(7, filters) == (
        'rev <= 7 and article_id in ["a", "b"] and article_id not in ["c"] and publisher in ["The \\"Post\\""]'
        ' and verdict in ["False"] and lang in ["fr"] and checked_on >= 2 and checked_on <= 3 and checked_on > -1'
    )


def test_rows_are_named_by_key_or_by_age() -> None:
    assert among([Key("a", 1, 0), Key("a", 1)]) == 'id in ["a#1", "a#1#0"]'
    assert older(["a"], 5) == 'article_id in ["a"] and rev < 5'
