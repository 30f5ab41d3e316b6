"""The queue of readers' votes: what they thought of answers, until somebody has dealt with it."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import RedirectResponse, Response

from api.routes.staff_pages.access import SessionFormDep, VisitorDep, address, staff_pages
from api.routes.staff_pages.paging import PER_PAGE, Offset, Part
from api.state import StateDep

router = staff_pages()


@router.get("/feedback")
async def feedback(
    visitor: VisitorDep,
    state: StateDep,
    vote: Annotated[Literal["", "up", "down"], Query()] = "",
    show: Annotated[Literal["open", "all"], Query()] = "open",
    offset: Offset = 0,
) -> Response:
    chosen = vote or None
    open_only = show == "open"
    total = await state.short.run(lambda: state.feedback.total(vote=chosen, open_only=open_only))
    found = await state.short.run(
        lambda: state.feedback.latest(PER_PAGE, vote=chosen, open_only=open_only, offset=offset)
    )
    return visitor.show(
        "feedback.html",
        votes=found,
        filters={"vote": vote, "show": show},
        part=Part(offset, total),
        retention_days=state.services.settings.retention_days,
    )


@router.post("/feedback")
async def settle(request: Request, state: StateDep, fields: SessionFormDep) -> Response:
    """Take a vote out of the queue, or put it back."""
    settled = fields.get("settled") == "yes"
    await state.short.run(lambda: state.feedback.settle(fields.get("answer_id", "")[:64], settled=settled))
    back = {name: fields[name] for name in ("vote", "show", "offset") if fields.get(name)}
    return RedirectResponse(f"{address(request, '/feedback')}?{urlencode(back)}", 303)
