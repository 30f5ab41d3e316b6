"""Who gets to the staff pages, and what their forms refuse."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from tests.api.conftest import TOKEN, settings_for
from tests.api.staff_visit import BROWSER, form_token, sign_in, staff_client

PAGES = [
    "", "/questions", "/questions/draft?answer=a", "/unanswered", "/feedback", "/articles",
    "/articles/was-napoleon-unusually-short", "/try", "/quality", "/quality/x", "/quality/x/report", "/threshold",
]  # fmt: skip


@pytest.fixture
def visitor(own_data_dir: Path) -> TestClient:
    return staff_client(own_data_dir)


@pytest.fixture(scope="module")
def closed(data_dir: Path) -> TestClient:
    return TestClient(create_app(settings_for(data_dir)), headers=BROWSER, follow_redirects=False)


@pytest.mark.parametrize("path", [*PAGES, "/sign-in"])
def test_without_a_staff_token_there_are_no_pages(closed: TestClient, path: str) -> None:
    reply = closed.get(f"/staff{path}")
    assert reply.status_code == 404
    assert "set FOOTNOTE_STAFF_TOKEN" in reply.text


def test_without_a_staff_token_nobody_signs_in(closed: TestClient) -> None:
    assert sign_in(closed, "").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_every_page_asks_to_sign_in_first_and_goes_there_after(visitor: TestClient, path: str) -> None:
    refused = visitor.get(f"/staff{path}")
    assert refused.status_code == 303
    asked = visitor.get(refused.headers["location"])
    assert asked.status_code == 200
    (to,) = [line.split('value="')[1].split('"')[0] for line in asked.text.splitlines() if 'name="to"' in line]
    assert to == f"/staff{path}"
    assert sign_in(visitor, to=to).headers["location"] == to
    assert visitor.get(refused.headers["location"]).headers["location"] == to


def test_a_cookie_of_another_making_opens_nothing(visitor: TestClient) -> None:
    visitor.cookies.set("footnote_staff", "IkEi.aaaaaa.bbbb")
    assert visitor.get("/staff").status_code == 303


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN.upper(), "ß" * 1000])
def test_a_wrong_token_opens_nothing_and_is_not_shown(visitor: TestClient, token: str) -> None:
    reply = sign_in(visitor, token)
    assert reply.status_code == 401
    assert "This is not the staff token." in reply.text
    assert not token or token not in reply.text
    assert "set-cookie" not in reply.headers


def test_the_cookie_is_kept_from_scripts_from_other_sites_and_from_plain_http(visitor: TestClient) -> None:
    plain = sign_in(visitor).headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/staff", "max-age=36000"} <= set(plain.split("; "))
    assert "secure" not in plain
    visitor.base_url = "https://testserver"  # type: ignore[assignment]
    safe = sign_in(visitor).headers["set-cookie"].lower()
    assert "secure" in safe.split("; ")


def test_who_tries_tokens_has_to_wait_even_with_the_right_one(visitor: TestClient) -> None:
    assert [sign_in(visitor, "wrong").status_code for _ in range(6)] == [401] * 5 + [429]
    refused = sign_in(visitor)
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    assert "Please try again in" in refused.text


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "/staff\\..\\x", "/staffed", "/staff/sign-in",
        "javascript:alert(1)", "/staff\r\nX: y", "/",
    ],
)  # fmt: skip
def test_nobody_is_sent_elsewhere_after_signing_in(visitor: TestClient, to: str) -> None:
    assert sign_in(visitor, to=to).headers["location"] == "/staff"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_forms_of_other_sites_are_refused(visitor: TestClient, headers: dict[str, str]) -> None:
    reply = visitor.post("/staff/sign-in", data={"token": TOKEN}, headers=headers)
    assert (reply.status_code, "set-cookie" in reply.headers) == (403, False)
    assert "sent from another site" in reply.text


@pytest.mark.parametrize("path", ["/staff/feedback", "/staff/sign-out"])
def test_a_form_without_the_token_of_this_session_changes_nothing(visitor: TestClient, path: str) -> None:
    sign_in(visitor)
    others = form_token(visitor.get("/staff"))
    visitor.cookies.clear()
    sign_in(visitor)
    visitor.app.state.footnote.feedback.add("a", "Why?", "down", None, "")  # type: ignore[attr-defined]
    for token in ({}, {"form_token": ""}, {"form_token": others}):
        reply = visitor.post(path, data={"answer_id": "a", "settled": "yes", **token})
        assert (reply.status_code, "out of date" in reply.text) == (403, True)
    assert "1 vote waiting" in visitor.get("/staff/feedback").text


def test_a_form_that_comes_after_the_session_asks_to_sign_in(visitor: TestClient) -> None:
    reply = visitor.post("/staff/feedback", data={"form_token": "x", "answer_id": "a", "settled": "yes"})
    assert (reply.status_code, reply.headers["location"]) == (303, "/staff/sign-in?to=%2Fstaff")


def test_signing_out_ends_the_session_wherever_a_copy_of_its_cookie_lies(visitor: TestClient) -> None:
    sign_in(visitor)
    cookie = visitor.cookies["footnote_staff"]
    reply = visitor.post("/staff/sign-out", data={"form_token": form_token(visitor.get("/staff"))})
    assert reply.headers["location"] == "/staff/sign-in"
    assert "footnote_staff" not in visitor.cookies
    visitor.cookies.set("footnote_staff", cookie)
    assert visitor.get("/staff").status_code == 303


def test_the_pages_stay_in_no_cache_and_bring_no_script_of_their_own(visitor: TestClient) -> None:
    pages = {"/sign-in": visitor.get("/staff/sign-in")}
    sign_in(visitor)
    pages |= {
        path: visitor.get(f"/staff{path}") for path in ("", "/questions", "/feedback", "/try?q=moon", "/no-such-page")
    }
    for path, page in pages.items():
        assert "<script" not in page.text
        assert " style=" not in page.text
        assert "script-src 'self'" in page.headers["content-security-policy"]
        if path != "/no-such-page":
            assert page.headers["cache-control"] == "no-store"


def test_the_pages_are_not_in_the_description_of_the_interface(visitor: TestClient) -> None:
    assert not [path for path in visitor.get("/openapi.json").json()["paths"] if path.startswith("/staff")]


@pytest.mark.parametrize("body", [b"\xff\xfe%00", b"&" * 100, b"a=1&" * 50, b"token=%ff%00", b"{}"])
def test_forms_that_are_none_are_refused(visitor: TestClient, body: bytes) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert visitor.post("/staff/sign-in", content=body, headers=headers).status_code in {400, 401}
