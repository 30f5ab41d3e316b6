"""Filter expressions. Values are written into them: the client's templates hang on some servers."""

import json
from collections.abc import Iterable

from index.engine import Filters
from index.milvus.values import NO_DAY, day, label


def visible(build: int, filters: Filters | None) -> str:
    """Rows of articles that pass ``filters``, none of a build later than ``build``. Undated ones fail a date range."""
    parts = [f"rev <= {build}"]
    if filters is None:
        return parts[0]
    if filters.article_ids:
        parts.append(f"article_id in {literal(filters.article_ids)}")
    if filters.excluded_ids:
        parts.append(f"article_id not in {literal(filters.excluded_ids)}")
    if filters.publishers:
        parts.append(f"publisher in {literal(map(label, filters.publishers))}")
    if filters.verdicts:
        parts.append(f"verdict in {literal(map(label, filters.verdicts))}")
    if filters.language is not None:
        parts.append(f"lang in {literal([label(filters.language)])}")
    if filters.date_from is not None:
        parts.append(f"checked_on >= {day(filters.date_from)}")
    if filters.date_to is not None:
        parts.append(f"checked_on <= {day(filters.date_to)} and checked_on > {NO_DAY}")
    return " and ".join(parts)


def among(ids: Iterable[object]) -> str:
    """Rows with one of these primary keys."""
    return f"id in {literal(map(str, ids))}"


def older(article_ids: Iterable[str], revision: int) -> str:
    """Rows of these articles from before ``revision``."""
    return f"article_id in {literal(article_ids)} and rev < {revision}"


def literal(values: Iterable[str]) -> str:
    """A list of strings; sorted, so that equal filters read the same."""
    return json.dumps(sorted(values), ensure_ascii=False)
