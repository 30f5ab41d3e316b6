"""Tables of what was measured: what each engine takes, and what a million passages would cost."""

from collections.abc import Sequence

from index.bench.scale.running import Outcome, Results

_MIB = 2**20
_NONE = Outcome()
_UNKNOWN = "–"
_HEADER = (
    "passages", "engine", "build s", "processor s", "disk MiB", "opens s", "process MiB", "server MiB",
    "p50 ms", "p95 ms", "processor ms", "recall@50",
)  # fmt: skip


def lines(results: Results) -> list[Sequence[str]]:
    """Header, and a line for each archive and engine."""
    return [_HEADER, *(_line(results, *pair) for pair in results.pairs())]


def notes(results: Results) -> list[str]:
    """What did not come to its end, and what else has to be known of the lines."""
    found = []
    for key, outcome in results.outcomes.items():
        if outcome.problem:
            archive, engine, step = key.split(" ")
            of = "" if engine == "-" else f" with {engine}"
            found.append(f"{archive}, {step}{of}: {outcome.problem}.")
    for archive, engine in results.pairs():
        built = _values(results, archive, engine, "build")
        if built.get("embedded") and not archive.isdecimal():
            found.append(f"{archive} with {engine}: the build had to embed {built['embedded']:,.0f} texts as well.")
    return found


def cost_lines(results: Results) -> list[Sequence[str]]:
    """Memory, disk and hours a million passages, on paper: those of each engine's largest archive, scaled by its size.

    In small ones, what a process takes whatever it holds would be counted many times.
    """
    rate = next(
        (one.values["embedded_per_cpu_s"] for one in results.outcomes.values() if "embedded_per_cpu_s" in one.values), 0
    )
    table: list[Sequence[str]] = [
        ("a million passages, from", "engine", "disk GiB", "memory GiB", "build, processor h", "embedding, processor h")
    ]
    searched_in = {
        engine: archive for archive, engine in results.pairs() if _values(results, archive, engine, "search")
    }
    for engine, archive in searched_in.items():
        built, searched = (_values(results, archive, engine, step) for step in ("build", "search"))
        times = 1e6 / built["passages"]
        memory = searched.get("engine_mib", 0) + searched.get("server_mib", 0)
        table.append((
            f"{built['passages']:,.0f}", engine,
            _number(built.get("bytes", 0) / _MIB / 1024 * times, 1),
            _number(memory / 1024 * times, 1),
            _number(built.get("build_cpu_s", 0) / 3600 * times, 2),
            _number(1e6 / rate / 3600 if rate else 0, 1),
        ))  # fmt: skip
    return table


def _line(results: Results, archive: str, engine: str) -> Sequence[str]:
    built, searched = (_values(results, archive, engine, step) for step in ("build", "search"))
    passages = built.get("passages") or (float(archive) if archive.isdecimal() else 0)
    kind = "generated" if archive.isdecimal() else archive
    return (
        f"{passages:,.0f} ({kind})" if passages else kind,
        engine,
        _number(built.get("build_s", 0), 0),
        _number(built.get("build_cpu_s", 0), 0),
        _number(built.get("bytes", 0) / _MIB, 0),
        _number(searched.get("open_s", 0), 1),
        _number(searched.get("engine_mib", 0), 0),
        _number(searched.get("server_mib", 0), 0),
        _number(searched.get("p50_ms", 0), 1),
        _number(searched.get("p95_ms", 0), 1),
        _number(searched.get("cpu_ms", 0), 1),
        _number(searched.get("recall", 0), 4),
    )


def _values(results: Results, archive: str, engine: str, step: str) -> dict[str, float]:
    return dict((results.get(archive, engine, step) or _NONE).values)


def _number(value: float, digits: int) -> str:
    """A dash for what was not measured: nothing here takes nothing."""
    return f"{value:,.{digits}f}" if value else _UNKNOWN
