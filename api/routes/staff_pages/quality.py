"""How good answers were over time: the runs of ``footnote evaluate``."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import HTTPException
from fastapi.responses import FileResponse, Response

from api.routes.staff_pages.access import VisitorDep, staff_pages
from api.state import State, StateDep
from qa import GoldError
from qa.evaluation.history import History, PastRun, Value, history
from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.report import HEADLINE, number

# A report is one page with its own script and style. Sandboxed, it is of no origin: it can't reach the session.
_REPORT_POLICY = (
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_WIDTH, _HEIGHT, _MARGIN = 240, 90, 8

router = staff_pages()


@dataclass(frozen=True, slots=True)
class Shown:
    """A metric of a run with its value to read."""

    metric: Metric
    text: str
    interval: str
    n: int


@dataclass(frozen=True, slots=True)
class Point:
    """A run in a chart, in the chart's units; ``low`` and ``high`` are the ends of its interval."""

    x: float
    y: float
    low: float
    high: float
    title: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A metric over the runs, the oldest first; ``top`` is the value at the upper edge, the lower edge is 0."""

    metric: Metric
    top: str
    points: Sequence[Point]
    latest: str

    @property
    def line(self) -> str:
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


@router.get("/quality")
async def quality(visitor: VisitorDep, state: StateDep, gold: str = "") -> Response:
    found = await past_runs(state)
    golds = list(dict.fromkeys(run.gold for run in found.runs))
    chosen = gold if gold in golds else (golds[0] if golds else "")
    runs = [run for run in found.runs if run.gold == chosen]
    return visitor.show(
        "quality.html",
        folder=state.services.settings.runs_dir,
        problems=found.problems,
        golds=[next(run for run in found.runs if run.gold == one) for one in golds],
        gold=chosen,
        runs=[(run, {one.metric.name: one for one in headline(run)}) for run in runs],
        metrics=[BY_NAME[name] for name in HEADLINE if any(name in run.metrics for run in runs)],
        charts=charts(runs) if len(runs) > 1 else [],
        width=_WIDTH,
        height=_HEIGHT,
    )


@router.get("/quality/{name}")
async def one_run(visitor: VisitorDep, state: StateDep, name: str) -> Response:
    run = await named_run(state, name)
    return visitor.show("run.html", run=run, rows=[_shown(metric, run) for metric in _metrics(run)])


@router.get("/quality/{name}/report")
async def report(state: StateDep, name: str) -> Response:
    """The page that the run wrote."""
    path = (await named_run(state, name)).folder / "report.html"
    if not path.is_file():
        raise HTTPException(404, f"The run {name!r} has no report.")
    headers = {"Content-Security-Policy": _REPORT_POLICY, "Cache-Control": "no-store"}
    return FileResponse(path, media_type="text/html; charset=utf-8", headers=headers)


async def past_runs(state: State) -> History:
    """The runs in the folder that the settings name. Raises 503 if it can't be read."""
    try:
        return await state.short.run(lambda: history(state.services.settings.runs_dir))
    except GoldError as error:
        raise HTTPException(503, str(error)) from error


async def named_run(state: State, name: str) -> PastRun:
    """Raises 404 if there is no such run."""
    run = (await past_runs(state)).named(name)
    if run is None:
        raise HTTPException(404, f"There is no run {name!r} in {state.services.settings.runs_dir}.")
    return run


def headline(run: PastRun) -> list[Shown]:
    """The metrics shown large, in their order."""
    return [_shown(BY_NAME[name], run) for name in HEADLINE if name in run.metrics]


def charts(runs: Sequence[PastRun]) -> list[Chart]:
    """A chart for each of the headline metrics that two runs have; ``runs`` begin with the newest."""
    found = []
    for name in HEADLINE:
        chosen = [(run, run.metrics[name]) for run in reversed(runs) if name in run.metrics]
        if len(chosen) < 2:
            continue
        # Shares are drawn on the whole scale: half a percent must not look like a fall.
        top = max(1.0, *(value.high for _, value in chosen))
        step = (_WIDTH - 2 * _MARGIN) / (len(chosen) - 1)
        points = [
            Point(
                x=round(_MARGIN + n * step, 1),
                y=_y(value.value, top),
                low=_y(value.low, top),
                high=_y(value.high, top),
                title=f"{run.finished:%Y-%m-%d %H:%M}, {run.name}: {number(value.value, name)}",
            )
            for n, (run, value) in enumerate(chosen)
        ]
        top_text = "1" if top == 1.0 else number(top, name)
        found.append(Chart(BY_NAME[name], top_text, points, number(chosen[-1][1].value, name)))
    return found


def _y(value: float, top: float) -> float:
    return round(_HEIGHT - _MARGIN - value / top * (_HEIGHT - 2 * _MARGIN), 1)


def _metrics(run: PastRun) -> list[Metric]:
    return [metric for name, metric in BY_NAME.items() if name in run.metrics]


def _shown(metric: Metric, run: PastRun) -> Shown:
    value: Value = run.metrics[metric.name]
    low, high = number(value.low, metric.name), number(value.high, metric.name)
    return Shown(metric, number(value.value, metric.name), f"{low} – {high}", value.n)
