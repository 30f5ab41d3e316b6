"""Who may see the staff pages, what their forms must carry, and the one router below which they all lie."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qs, quote, urlsplit

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse

from api.routes.pages import page
from api.sessions import Session, Sessions, same
from api.state import StateDep

PREFIX = "/staff"
COOKIE = "footnote_staff"
FORM_TOKEN = "form_token"
_MAX_FIELDS = 20
# What is seen of readers' questions stays in no cache, and the pages in no search engine.
_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin"}
CLOSED = "The staff pages are closed: set FOOTNOTE_STAFF_TOKEN and start the service anew to open them."


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever is signed in, and the request."""

    request: Request
    session: Session

    def show(self, name: str, **context: Any) -> HTMLResponse:
        """A rendered staff template. Every one of them gets ``form_token``."""
        return shown(self.request, name, form_token=self.session.form_token, **context)


async def sessions_of(state: StateDep) -> Sessions:
    """Raises 404 where no staff token is set."""
    sessions = await state.short.run(lambda: state.sessions)
    if sessions is None:
        raise HTTPException(404, CLOSED)
    return sessions


SessionsDep = Annotated[Sessions, Depends(sessions_of)]


async def session_of(request: Request, state: StateDep, sessions: SessionsDep) -> Session | None:
    """The session of a request, if it has one that is still good."""
    session = sessions.read(request.cookies.get(COOKIE, ""))
    if session is not None and await state.short.run(lambda: state.ended_sessions.holds(session.id)):
        return None
    return session


SessionDep = Annotated[Session | None, Depends(session_of)]


async def visitor(request: Request, session: SessionDep) -> Visitor:
    """Raises 303 to the sign-in, from where it goes back to the page."""
    if session is not None:
        return Visitor(request, session)
    wanted = address(request, "" if request.method != "GET" else _own_path(request))
    sign_in = address(request, "/sign-in") + f"?to={quote(wanted, safe='')}"
    raise HTTPException(303, "Please sign in first.", headers={"Location": sign_in, **_HEADERS})


VisitorDep = Annotated[Visitor, Depends(visitor)]


async def form(request: Request) -> dict[str, str]:
    """The fields of a form of our own pages. Raises 403 if a page of another site sent it."""
    if not _is_own(request):
        raise HTTPException(403, "This form was sent from another site. Open the staff pages and try again.")
    body = (await request.body()).decode("utf-8", "replace")
    try:
        fields = parse_qs(body, keep_blank_values=True, max_num_fields=_MAX_FIELDS)
    except ValueError as error:
        raise HTTPException(400, "The form has too many fields.") from error
    return {name: values[-1] for name, values in fields.items()}


async def session_form(fields: Annotated[dict[str, str], Depends(form)], visitor: VisitorDep) -> dict[str, str]:
    """The fields of a form that was made for this session. Raises 403 for any other."""
    if not same(fields.get(FORM_TOKEN, ""), visitor.session.form_token):
        raise HTTPException(403, "This form is out of date. Go back, load the page anew and try again.")
    return fields


FormDep = Annotated[dict[str, str], Depends(form)]
SessionFormDep = Annotated[dict[str, str], Depends(session_form)]


def staff_pages() -> APIRouter:
    """A router whose pages need a session."""
    return APIRouter(
        prefix=PREFIX, include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(visitor)]
    )


def shown(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A rendered template of the folder ``staff``, kept out of every cache."""
    response = page(request, f"staff/{name}", status, staff=address(request, ""), **context)
    response.headers.update(_HEADERS)
    return response


def address(request: Request, path: str) -> str:
    """Path of a staff page as the browser sees it."""
    return f"{request.scope.get('root_path', '')}{PREFIX}{path}"


def _own_path(request: Request) -> str:
    path = request.url.path.removeprefix(request.scope.get("root_path", "")).removeprefix(PREFIX)
    return f"{path}?{request.url.query}" if request.url.query else path


def _is_own(request: Request) -> bool:
    """Whether a page of this service sent the request, by what browsers add and no script can change.

    ``Sec-Fetch-Site`` (Fetch Metadata) is sent to https and localhost; elsewhere ``Origin`` must name the same host.
    """
    fetched = request.headers.get("sec-fetch-site")
    if fetched is not None:
        return fetched == "same-origin"
    host = urlsplit(request.headers.get("origin", "")).netloc
    return bool(host) and host == request.headers.get("host")
