"""Cookies of the staff pages: made here, for a while, until signed out."""

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import sessions
from api.sessions import LIFETIME_S, EndedSessions, Sessions, same
from corpus.sql_store import open_engine

SESSIONS = Sessions("a long random token")


def test_a_cookie_is_read_back_by_every_process_that_has_the_token() -> None:
    session = SESSIONS.read(SESSIONS.begin())
    assert session is not None
    cookie = SESSIONS.begin()
    assert Sessions("a long random token").read(cookie) == SESSIONS.read(cookie)
    assert SESSIONS.read(cookie) != session


def test_another_token_ends_every_session() -> None:
    assert Sessions("another token").read(SESSIONS.begin()) is None


def test_a_session_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = SESSIONS.begin()
    monkeypatch.setattr(sessions, "LIFETIME_S", -1)
    assert LIFETIME_S == 36_000
    assert SESSIONS.read(cookie) is None


@given(st.text(max_size=300))
def test_what_was_not_signed_here_is_no_session(cookie: str) -> None:
    assert SESSIONS.read(cookie) is None


@given(st.data())
def test_a_cookie_with_another_character_is_no_session(data: st.DataObject) -> None:
    cookie = SESSIONS.begin()
    # The last character of a part holds bits that decoding drops.
    last = {len(part) for part in (cookie, cookie.rsplit(".", 1)[0], cookie.split(".", 1)[0])}
    place = data.draw(st.integers(0, len(cookie) - 1).filter(lambda n: n + 1 not in last))
    other = data.draw(st.sampled_from("abcXYZ019-_.").filter(lambda c: c != cookie[place]))
    assert SESSIONS.read(cookie[:place] + other + cookie[place + 1 :]) is None


def test_the_token_of_forms_is_another_in_each_session_and_not_in_the_cookie() -> None:
    cookie = SESSIONS.begin()
    mine, other = SESSIONS.read(cookie), SESSIONS.read(SESSIONS.begin())
    assert mine is not None
    assert other is not None
    assert mine.form_token != other.form_token
    assert mine.form_token not in cookie
    assert base64.urlsafe_b64encode(bytes.fromhex(mine.form_token)).decode().rstrip("=") not in cookie


@pytest.mark.parametrize(
    ("given_", "expected", "are_same"),
    [("a", "a", True), ("a", "b", False), ("", "a", False), ("ä", "ä", True), ("\ud800", "a", False)],
)
def test_secrets_of_any_characters_are_compared(given_: str, expected: str, are_same: bool) -> None:
    assert same(given_, expected) is are_same


def test_an_ended_session_is_known_to_others_and_forgotten_when_time_would_have_ended_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'log.sqlite3'}")
    EndedSessions(engine).add("one")
    EndedSessions(engine).add("one")
    assert EndedSessions(engine).holds("one")
    assert not EndedSessions(engine).holds("two")
    monkeypatch.setattr(sessions, "LIFETIME_S", -1)
    EndedSessions(engine).add("two")
    assert not EndedSessions(engine).holds("one")
