"""Sessions as Django keeps them, sealed: while an app is being connected its seed lies in one, and a code by mail too."""

from typing import Any

from django.contrib.sessions.backends import db

from kulturspejl.vault import own_key

ABOUT = "sessions"


class SessionStore(db.SessionStore):
    """A row of the database that only this instance can read."""

    def encode(self, session_dict: dict[str, Any]) -> str:
        """What goes into the row."""
        return own_key.seal_text(super().encode(session_dict), ABOUT)

    def decode(self, session_data: str) -> dict[str, Any]:
        """The session again; one from before version 0.2.0 as it is. With another SECRET_KEY nobody is signed in."""
        if not own_key.is_sealed(session_data):
            return super().decode(session_data)
        try:
            return super().decode(own_key.unseal_text(session_data, ABOUT))
        except own_key.OtherKey:
            return {}
