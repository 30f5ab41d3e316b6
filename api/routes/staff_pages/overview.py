"""The first page: what is served, what readers asked this week, what waits for the newsroom."""

from collections import Counter

from fastapi.responses import Response

from api.routes.staff.serving import status_of
from api.routes.staff_pages.access import VisitorDep, staff_pages
from api.routes.staff_pages.quality import headline, past_runs
from api.state import StateDep
from index import IndexingError

_DAYS = 7

router = staff_pages()


@router.get("")
async def overview(visitor: VisitorDep, state: StateDep) -> Response:
    try:
        index, problem = await status_of(state), None
    except IndexingError as error:
        index, problem = None, str(error)
    counted = await state.short.run(lambda: state.question_log.counts(_DAYS))
    outcomes: Counter[str] = Counter()
    for count in counted:
        outcomes[count.outcome] += count.n
    runs = (await past_runs(state)).runs
    return visitor.show(
        "overview.html",
        index=index,
        problem=problem,
        log=state.services.settings.question_log,
        days=_DAYS,
        n_asked=outcomes.total(),
        n_answered=outcomes["answered"],
        n_open=await state.short.run(lambda: state.feedback.total(open_only=True)),
        run=runs[0] if runs else None,
        headline=headline(runs[0]) if runs else [],
    )
