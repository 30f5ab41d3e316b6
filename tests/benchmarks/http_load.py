"""Load on the service, on loopback: `make bench-http`.

Starts `footnote serve` over the sample archive with the packaged model, then lets many clients (locust) ask
different questions for some seconds, first within the limits, then above them. Ends with code 1 if a request within the
limits fails, or if the 99th percentile is above ten times the median.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.api.live import served

_USERS = Path(__file__).with_name("http_users.py")
_MAX_RATIO = 10.0


@dataclass(frozen=True, slots=True)
class Load:
    """What one run measured; times in milliseconds. ``refused`` were told to come back, ``failed`` is anything else."""

    name: str
    requests: int
    per_second: float
    p50: float
    p95: float
    p99: float
    refused: int
    failed: int


def main() -> int:
    """Run both loads and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--model", default="all-MiniLM-L6-v2", help="`hash` measures the service without a model")
    parser.add_argument("--data", type=Path, help="data folder with an index; the sample archive if left out")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="footnote-bench-") as folder:
        data_dir = given.data or _samples(Path(folder) / "data", given.model)
        environment = {"FOOTNOTE_MODEL": given.model}
        options = ("--processes", str(given.processes))
        with served(data_dir, *options, **environment) as service:
            within = _load("within the limits", service.url, given.clients, given.seconds, Path(folder))
        with served(data_dir, *options, FOOTNOTE_QUEUE="8", **environment) as service:
            above = _load("above them (queue of 8)", service.url, given.clients, given.seconds, Path(folder))
    _print([within, above])
    ratio = within.p99 / within.p50
    good = within.failed == within.refused == above.failed == 0 and ratio <= _MAX_RATIO
    sys.stdout.write(f"p99 / p50 = {ratio:.1f}: {'good' if good else 'NOT GOOD'}\n")
    return 0 if good else 1


def _samples(data_dir: Path, model: str) -> Path:
    environment = {**os.environ, "FOOTNOTE_DATA_DIR": str(data_dir), "FOOTNOTE_MODEL": model}
    command = [sys.executable, "-m", "api.cli.main", "demo", "--no-serve"]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return data_dir


def _load(name: str, url: str, clients: int, seconds: int, folder: Path) -> Load:
    """Run locust in a process of its own, so that its work does not hold up the measuring."""
    command = [
        sys.executable, "-m", "locust", "--locustfile", str(_USERS), "--headless", "--host", url,
        "--users", str(clients),
        "--spawn-rate", str(clients), "--run-time", f"{seconds}s", "--json", "--loglevel", "WARNING", "--skip-log",
        "--exit-code-on-error", "0",
    ]  # fmt: skip
    ran = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    rows = {row["name"]: row for row in json.loads(ran.stdout)}
    asked = rows["ask"]
    refused = rows.get("turned away", {}).get("num_requests", 0)
    times = sorted((int(ms), n) for ms, n in asked["response_times"].items())
    n_requests = asked["num_requests"]
    p50, p95, p99 = (_percentile(times, n_requests, share) for share in (0.5, 0.95, 0.99))
    failed = sum(row["num_failures"] for row in rows.values())
    return Load(name, n_requests, n_requests / seconds, p50, p95, p99, refused, failed)


def _percentile(times: list[tuple[int, int]], n: int, share: float) -> float:
    seen = 0
    for milliseconds, count in times:
        seen += count
        if seen >= share * n:
            return float(milliseconds)
    return float("nan")


def _print(loads: list[Load]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("load", "answered", "a second", "p50 ms", "p95 ms", "p99 ms", "turned away", "failed")
    for load in loads:
        numbers = (f"{value:.0f}" for value in (load.per_second, load.p50, load.p95, load.p99))
        table.add_row(load.name, str(load.requests), *numbers, str(load.refused), str(load.failed))
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
