"""A few rounds of what `python -m tests.faults.replicas` does at length."""

import pytest

from tests.corpus.postgres import MISSING, is_installed
from tests.faults.replicas import VICTIMS, run


@pytest.mark.timeout(900)
@pytest.mark.skipif(not is_installed(), reason=MISSING)
def test_what_is_killed_comes_back_and_nothing_is_lost() -> None:
    lines: list[str] = []
    run(2, 1, lines.append)
    assert len(lines) == 2 * len(VICTIMS)
