"""Signing in with the staff token, and out."""

import math
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.rate_limit import client_key
from api.routes.staff_pages.access import (
    COOKIE,
    PREFIX,
    FormDep,
    SessionDep,
    SessionFormDep,
    SessionsDep,
    VisitorDep,
    address,
    shown,
)
from api.sessions import LIFETIME_S, same
from api.state import StateDep

# Not below the other pages' router: these two addresses are for those who have no session yet.
router = APIRouter(prefix=PREFIX, include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/sign-in")
async def ask_for_token(
    request: Request, session: SessionDep, to: Annotated[str, Query(max_length=2000)] = ""
) -> Response:
    target = _local(request, to)
    if session is not None:
        return RedirectResponse(target, 303)
    return shown(request, "sign_in.html", to=target, problem="")


@router.post("/sign-in")
async def sign_in(request: Request, state: StateDep, sessions: SessionsDep, fields: FormDep) -> Response:
    target = _local(request, fields.get("to", ""))
    if wait_s := state.sign_ins.wait_s(client_key(request.client.host if request.client else "")):
        seconds = math.ceil(wait_s)
        problem = f"Too many attempts from your network. Please try again in {seconds} seconds."
        response = shown(request, "sign_in.html", 429, to=target, problem=problem)
        response.headers["Retry-After"] = str(seconds)
        return response
    token = state.services.settings.staff_token
    if token is None or not same(fields.get("token", "").strip(), token.get_secret_value()):
        state.log.warning("staff_sign_in_refused")
        return shown(request, "sign_in.html", 401, to=target, problem="This is not the staff token.")
    state.log.info("staff_signed_in")
    reply = RedirectResponse(target, 303)
    reply.set_cookie(
        COOKIE,
        sessions.begin(),
        max_age=LIFETIME_S,
        path=address(request, ""),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return reply


@router.post("/sign-out")
async def sign_out(request: Request, state: StateDep, visitor: VisitorDep, fields: SessionFormDep) -> Response:
    await state.short.run(lambda: state.ended_sessions.add(visitor.session.id))
    reply = RedirectResponse(address(request, "/sign-in"), 303)
    secure = request.url.scheme == "https"
    reply.delete_cookie(COOKIE, path=address(request, ""), secure=secure, httponly=True, samesite="strict")
    return reply


def _local(request: Request, target: str) -> str:
    """``target`` if it is a staff page, else the first one: nobody is sent elsewhere by a link to the sign-in."""
    home = address(request, "")
    inside = target == home or target.startswith((f"{home}/", f"{home}?"))
    return target if inside and not set(target) & set("\\\r\n\t") and "/sign-" not in target else home
