"""Who may use the staff addresses, and the one router below which they all lie."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.problems import described
from api.sessions import same
from api.state import StateDep

_bearer = HTTPBearer(auto_error=False, description="The value of FOOTNOTE_STAFF_TOKEN.")


async def staff_only(
    state: StateDep, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> None:
    """Raises 401 unless the request carries the staff token; 403 where none is set."""
    token = state.services.settings.staff_token
    if token is None:
        raise HTTPException(403, "The staff endpoints are closed: set FOOTNOTE_STAFF_TOKEN to open them.")
    given = credentials.credentials if credentials else ""
    if not same(given, token.get_secret_value()):
        raise HTTPException(401, "A valid bearer token is needed.", headers={"WWW-Authenticate": "Bearer"})


def staff_router() -> APIRouter:
    """A router whose addresses need the token."""
    return APIRouter(
        prefix="/v1/staff",
        tags=["staff"],
        dependencies=[Depends(staff_only)],
        responses=described(400, 401, 403, 408, 413, 422, 429, 503),
    )
