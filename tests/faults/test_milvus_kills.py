import pytest

from tests.faults.milvus_kills import run
from tests.index.milvus_server import skip_without


@pytest.mark.timeout(900)
def test_what_is_acknowledged_survives_the_sudden_death_of_milvus() -> None:
    skip_without("pymilvus", "milvus_lite")
    report = run(rounds=2, seed=10)
    assert report.wrong == [], str(report)
    assert report.rounds == 2
    assert min(report.seen[what] for what in ("edits", "reads", "question 200", "withdrawals")) > 0
