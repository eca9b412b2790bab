"""Sessions as Django keeps them, but sealed: the seed of an app lies in one while it is being connected."""

from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from kulturspejl.actions import sessions
from kulturspejl.faces.shared import signed_in
from kulturspejl.records.single import row_by
from kulturspejl.vault import own_key

ABOUT = "sessions"
BEFORE = "allauth.account.auth_backends.AuthenticationBackend"
"""Who read accounts up to version 0.8.1: a session that was begun then goes on."""


class SessionStore(db.SessionStore):
    """A row of the database that only this instance can read."""

    was_ended = False
    """Whether it was ended while this request was answered, by logging out or by a rule."""

    def flush(self) -> None:
        """End it, and remember that it was here."""
        super().flush()
        self.was_ended = True

    def cycle_key(self) -> None:
        """Another key for the same session, as after a new password; whoever ends it must find it by the new one."""
        super().cycle_key()
        mark = signed_in.mark_of(self)
        if mark is not None and self.session_key:
            sessions.moved(session_id=mark.id, session_key=self.session_key)

    def _get_session_from_db(self) -> Session | None:
        """The row, unless it is over: every page asks, so by a statement that is put together once."""
        row = row_by(Session, "session_key", self.session_key)
        if row is not None and row.expire_date > timezone.now():
            return row
        self._session_key = None
        return None

    def encode(self, session_dict: dict[str, Any]) -> str:
        """What goes into the row."""
        return own_key.seal_text(super().encode(session_dict), ABOUT)

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """The session again; one from before version 0.2.0 as it is. With another SECRET_KEY nobody is signed in."""
        found = self._read(session_data.decode() if isinstance(session_data, bytes) else session_data)
        if found.get(BACKEND_SESSION_KEY) == BEFORE:
            found[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        return found

    def _read(self, text: str) -> dict[str, Any]:
        if not own_key.is_sealed(text):
            return super().decode(text)
        try:
            return super().decode(own_key.unseal_text(text, ABOUT))
        except own_key.OtherKey:
            return {}
