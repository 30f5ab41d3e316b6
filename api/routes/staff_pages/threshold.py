"""What another threshold would trade, shown on a run: this page looks, and changes nothing."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import HTTPException, Query
from fastapi.responses import Response

from api.routes.staff_pages.access import VisitorDep, staff_pages
from api.routes.staff_pages.quality import named_run, past_runs
from api.state import State, StateDep
from index import IndexingError
from qa import GoldError
from qa.evaluation.history import PastRun
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.plots import plots
from qa.evaluation.result import TurnResult
from qa.evaluation.run import read_run
from qa.evaluation.trade import moved, trade, trade_at

# The slider moves in hundredths.
_STEPS = 100
# Where neither the run nor the service says what is in force.
_MIDDLE = 0.5

router = staff_pages()


@router.get("/threshold")
async def threshold(
    visitor: VisitorDep,
    state: StateDep,
    run: Annotated[str, Query(max_length=200)] = "",
    at: Annotated[float | None, Query(ge=0, le=1)] = None,
) -> Response:
    found = await past_runs(state)
    if not found.runs:
        return visitor.show("threshold.html", run=None, folder=state.services.settings.runs_dir)
    chosen = await named_run(state, run) if run else found.runs[0]
    results = await _results(state, chosen)
    decided = [result for result in results if is_decided(result)]
    drawn = plots(decided)
    measured = drawn.threshold if drawn else None
    served = await _served(state)
    in_force = measured if measured is not None else served if served is not None else _MIDDLE
    limit = round(in_force, 2) if at is None else at
    changed = moved(decided, in_force, limit) if at is not None else []
    return visitor.show(
        "threshold.html",
        run=chosen,
        runs=found.runs,
        n_answerable=sum(result.answerable for result in decided),
        n_unanswerable=sum(not result.answerable for result in decided),
        points=trade(decided, _STEPS),
        now=trade_at(decided, limit),
        in_force=in_force,
        measured=measured,
        served=served,
        asked=at is not None,
        gained=[result for result in changed if limit < in_force],
        lost=[result for result in changed if limit > in_force],
    )


async def _results(state: State, run: PastRun) -> tuple[TurnResult, ...]:
    path = run.folder / "results.jsonl"
    try:
        changed_ns = path.stat().st_mtime_ns
        return await state.short.run(lambda: _read(run.folder, changed_ns))
    except (OSError, GoldError) as error:
        raise HTTPException(503, f"The results of the run {run.name!r} can't be read: {error}") from error


@lru_cache(maxsize=4)
def _read(folder: Path, changed_ns: int) -> tuple[TurnResult, ...]:
    """``changed_ns`` makes a run that was written anew another one."""
    return read_run(folder).results


async def _served(state: State) -> float | None:
    """The threshold that readers' questions are held to now."""
    try:
        return (await state.serving()).answerer.threshold
    except IndexingError:
        return None
