"""How much worse than another run a run may be: ``answer_hit:-0.01``."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.errors import GoldError
from qa.evaluation.compare import Comparison, Difference
from qa.evaluation.metrics.registry import BY_NAME

EXIT_WORSE = 1
EXIT_COULD_NOT_RUN = 2

_FORM = re.compile(r"(?P<name>[^:\s]+):(?P<limit>[+-]?\d+(?:\.\d+)?)")
_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The second run may lose up to ``limit`` of ``metric``, in the metric's unit (0 or more)."""

    metric: str
    limit: float

    def broken_by(self, difference: Difference) -> bool:
        return difference.gain < -self.limit - _NOISE


def parse_tolerance(text: str) -> Tolerance:
    """``answer_hit:-0.01`` (may fall by 0.01), ``ece:+0.02`` (may rise by 0.02). The sign is that of getting worse.

    Raises :class:`GoldError` on another form, an unknown metric, or the sign of getting better.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise GoldError(f"{text!r} is no tolerance. Write the metric and how far it may go: answer_hit:-0.01")
    name, limit = found["name"], float(found["limit"])
    metric = BY_NAME.get(name)
    if metric is None:
        raise GoldError(f"There is no metric {name!r}. There are: {', '.join(BY_NAME)}.")
    worse = -1.0 if metric.better == "higher" else 1.0
    if limit and math.copysign(1.0, limit) != worse:
        raise GoldError(f"{name} gets worse when it {'falls' if worse < 0 else 'rises'}: write {name}:{-limit:+g}")
    return Tolerance(name, abs(limit))


def regressions(comparison: Comparison, tolerances: Sequence[Tolerance]) -> list[Difference]:
    """Differences beyond their tolerance. Raises :class:`GoldError` where the runs lack the metric."""
    found = [(tolerance, comparison.of(tolerance.metric)) for tolerance in tolerances]
    return [difference for tolerance, difference in found if tolerance.broken_by(difference)]
