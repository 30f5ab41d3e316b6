"""The comparison as lines of text, each value with its ratio to Footnote's."""

from collections.abc import Callable, Sequence

from index.bench.comparison import Measured
from index.bench.quality import Quality

_Value = Callable[[Measured], float | None]

_ROWS: tuple[tuple[str, int, _Value], ...] = (
    ("build, vectors given, s", 1, lambda one: one.built.seconds),
    ("build, vectors given, processor time, s", 1, lambda one: one.built.processor_s),
    ("embedding, passages/s", 0, lambda one: one.embedding_rate),
    ("build with embedding, s (estimated)", 0, lambda one: one.whole_build_s),
    ("index on disk, MiB", 0, lambda one: one.built.size / 2**20),
    ("peak memory, building, MiB", 0, lambda one: one.built.peak_mib),
    ("peak memory, serving, MiB", 0, lambda one: one.peak_mib),
    ("cold start to first result, s", 1, lambda one: one.cold_start_s),
    ("search, 1 client, p50, ms", 1, lambda one: one.alone.p50),
    ("search, 1 client, p95, ms", 1, lambda one: one.alone.p95),
    ("search, 1 client, p99, ms", 1, lambda one: one.alone.p99),
    ("search, processor time, p50, ms", 1, lambda one: one.processor_ms),
    ("search, 8 clients, p50, ms", 1, lambda one: one.crowd.p50),
    ("search, 8 clients, p95, ms", 1, lambda one: one.crowd.p95),
    ("search, 8 clients, p99, ms", 1, lambda one: one.crowd.p99),
)
_QUALITY: tuple[tuple[str, Callable[[Quality], float]], ...] = (
    ("article hit@1", lambda quality: quality.hit_1),
    ("article hit@5", lambda quality: quality.hit_5),
    ("MRR of ten articles", lambda quality: quality.mrr),
    ("MAP@5", lambda quality: quality.map_5),
)


def comparison_lines(measured: Sequence[Measured]) -> list[tuple[str, ...]]:
    """A header and a line a measure. The first system is the one that the others are set against: ``×`` is how many
    times its value theirs is. ``–`` stands for what was not measured.
    """
    lines = [("measure", *(one.title for one in measured))]
    for name, digits, value_of in _ROWS:
        values = [value_of(one) for one in measured]
        others = (_with_ratio(value, values[0], digits) for value in values[1:])
        lines.append((name, _number(values[0], digits), *others))
    lines.append(("searches, 1 and 8 clients", *(f"{one.alone.searches} and {one.crowd.searches}" for one in measured)))
    for name, quality_of in _QUALITY:
        found = (None if one.quality is None else quality_of(one.quality) for one in measured)
        lines.append((name, *(_number(value, 3) for value in found)))
    return lines


def _with_ratio(value: float | None, first: float | None, digits: int) -> str:
    if value is None or not first:
        return _number(value, digits)
    ratio = value / first
    return f"{_number(value, digits)} ({ratio:.0f}×)" if ratio >= 10 else f"{_number(value, digits)} ({ratio:.2g}×)"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"
