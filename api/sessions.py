"""Who is signed in to the staff pages: a signed cookie, and which of them were ended before their time."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy.engine import Engine

from api.tables import create, ended_sessions

#: A working day: whoever stays signed in overnight signs in again.
LIFETIME_S = 10 * 60 * 60
_ID_BYTES = 24


@dataclass(frozen=True, slots=True)
class Session:
    """``form_token`` goes into every form that changes something: a page of another site can't know it."""

    id: str
    form_token: str


class Sessions:
    """Signs with a key made of the staff token, so that every process knows the sessions of the others, and a new
    token ends them all.

    The key is stretched with scrypt (RFC 7914): whoever gets hold of a cookie can't try tokens on it at any speed.
    """

    def __init__(self, token: str) -> None:
        self._key = hashlib.scrypt(token.encode(), salt=b"footnote staff session", n=2**14, r=8, p=1, dklen=32)
        self._signed = URLSafeTimedSerializer(
            self._key, salt=b"session", signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"}
        )

    def begin(self) -> str:
        """Cookie of a new session."""
        return str(self._signed.dumps(secrets.token_urlsafe(_ID_BYTES)))

    def read(self, cookie: str) -> Session | None:
        """The session of ``cookie``; ``None`` if it was not made here, or more than :data:`LIFETIME_S` ago."""
        try:
            session_id = self._signed.loads(cookie, max_age=LIFETIME_S)
        except BadData:
            return None
        if not isinstance(session_id, str):
            return None
        form_token = hmac.new(self._key, b"form " + session_id.encode(), hashlib.sha256).hexdigest()
        return Session(session_id, form_token)


def same(given: str, expected: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell where they differ."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), expected.encode())


class EndedSessions:
    """Sessions that were signed out of: their cookies are worth nothing, wherever a copy may lie."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        create(engine)

    def add(self, session_id: str) -> None:
        """End a session; those that time has ended by now are forgotten."""
        now = datetime.now(UTC)
        with self._engine.begin() as connection:
            connection.execute(
                sa.delete(ended_sessions).where(ended_sessions.c.ended_at < now - timedelta(seconds=LIFETIME_S))
            )
            connection.execute(sa.delete(ended_sessions).where(ended_sessions.c.session_id == session_id))
            connection.execute(sa.insert(ended_sessions).values(session_id=session_id, ended_at=now))

    def holds(self, session_id: str) -> bool:
        query = sa.select(ended_sessions.c.session_id).where(ended_sessions.c.session_id == session_id)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None
