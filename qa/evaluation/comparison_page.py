"""A comparison as one self-contained page: every metric, and the changed turns with both answers side by side."""

from collections import Counter

from qa.evaluation.compare import Comparison
from qa.evaluation.report import environment, shown


def comparison_page(comparison: Comparison) -> str:
    """The page, HTML with nothing to load."""
    moves = Counter((a.outcome, b.outcome) for a, b in comparison.changed if a.outcome != b.outcome)
    return environment().get_template("comparison.html").render(
        runs=(comparison.first, comparison.second),
        differences=comparison.differences,
        n_left_out=comparison.n_left_out,
        turns=[(shown(a), shown(b)) for a, b in comparison.changed],
        moves=moves.most_common(),
    )  # fmt: skip
