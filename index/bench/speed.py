"""How fast an index opens and answers, and what it takes."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds a search, query embedding included, seen by one of ``clients`` that ask at once."""

    clients: int
    p50: float
    p95: float
    p99: float


def latency(search: Callable[[str], object], queries: Sequence[str], clients: int) -> Latency:
    """Every query once by each client, after one round to warm up."""

    def ask(query: str) -> float:
        began = time.perf_counter()
        search(query)
        return (time.perf_counter() - began) * 1000

    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(ask, queries))
        took = list(pool.map(ask, [query for query in queries for _ in range(clients)]))
    return Latency(clients, *(float(value) for value in np.percentile(took, [50, 95, 99])))


def processor_ms(search: Callable[[str], object], queries: Sequence[str]) -> float:
    """Median milliseconds of processor time, all threads together: what a search costs on a machine that is busy."""
    took = []
    for query in queries:
        began = time.process_time()
        search(query)
        took.append((time.process_time() - began) * 1000)
    return float(np.median(took))


def embedding_rate(encoder: Encoder, texts: Sequence[str]) -> float:
    """Texts a second, after a few to warm up."""
    encoder.encode(texts[:64])
    began = time.perf_counter()
    encoder.encode(texts)
    return len(texts) / (time.perf_counter() - began)


def embedding_processor_rate(encoder: Encoder, texts: Sequence[str]) -> float:
    """Texts a second of processor time, all threads together: what a busy machine has no influence on."""
    encoder.encode(texts[:64])
    began = time.process_time()
    encoder.encode(texts)
    return len(texts) / (time.process_time() - began)


def cold_start(directory: Path) -> tuple[float, float]:
    """Seconds from an empty process to the first answer, and the resident MiB of that process."""
    code = (
        "import sys; from pathlib import Path; from index.bench.speed import resident_mib;"
        " from index.encoder import load_encoder; from index.embedded import EmbeddedEngine;"
        " engine = EmbeddedEngine.open(Path(sys.argv[1]), load_encoder()); engine.search('Who pays for the program?');"
        " sys.stdout.write(str(resident_mib()))"
    )
    began = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", code, str(directory)], capture_output=True, text=True, check=True, env=os.environ.copy()
    )
    return time.perf_counter() - began, float(run.stdout)


def resident_mib(process: int | str = "self") -> float:
    """Peak resident memory of a process, by its id, or of this one."""
    status = Path(f"/proc/{process}/status")
    if process != "self" or status.exists():
        # Unlike getrusage, it does not count what the parent process held when this one was started.
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor_s(process: int | None = None) -> float:
    """Seconds of processor time so far, all threads together, of a process by its id, or of this one."""
    if process is None:
        return time.process_time()
    # Of what follows the name in brackets, the 12th and 13th are clock ticks of the program and of the kernel for it.
    ticks = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def bytes_of(directory: Path) -> int:
    """Size of all files below ``directory``."""
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
