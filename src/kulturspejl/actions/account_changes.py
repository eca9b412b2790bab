"""A change of how somebody logs in, or of who they are here: written down, and told to the owner by a letter."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from kulturspejl.actions import security_events
from kulturspejl.actions.telling import tell as write_to
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled, in_words
from kulturspejl.records.models import User

KIND = "account_changed"
WHERE = "/account/sessions/"
BY_SOMEBODY = Text(da="{what} af {who}", en="{what} by {who}")
WHAT: Mapping[str, Text] = {
    "password": Text(da="der blev valgt en adgangskode", en="a password was chosen"),
    "added.totp": Text(da="en app til koder blev tilknyttet", en="an app for codes was connected"),
    "removed.totp": Text(da="appen til koder blev fjernet", en="the app for codes was disconnected"),
    "added.webauthn": Text(da="en adgangsnøgle blev tilføjet", en="a passkey was added"),
    "removed.webauthn": Text(da="en adgangsnøgle blev fjernet", en="a passkey was removed"),
    "made.recovery_codes": Text(da="der blev lavet nye nødkoder", en="new recovery codes were made"),
    "used.recovery_codes": Text(da="en nødkode blev brugt", en="a recovery code was used"),
    "factors.forgotten": Text(
        da="app, adgangsnøgler og nødkoder blev fjernet", en="app, passkeys and recovery codes were taken off"
    ),
    "address.changed": Text(da="mailadressen blev ændret", en="the mail address was changed"),
    "link.made": Text(
        da="der blev lavet et link på serveren, som logger ind", en="a link that logs in was made at the server"
    ),
}


def tell(
    *, user: User, what: str, now: datetime, decided_by: User | None = None, also: Sequence[str] = ()
) -> None:
    """Write it down and tell the owner, in the caller's transaction; `also` are addresses beside the account's own.

    At any hour, and whatever the owner does: somebody else may be doing it. Raises KeyError for a change without words.
    """
    security_events.note(user=user, kind=what, by=decided_by, now=now)
    local = timezone.localtime(now)
    values = {
        "date": in_words(local),
        "what": _said(WHAT[what], decided_by if decided_by != user else None),
    }
    for address in ("", *also):
        write_to(KIND, to=[user], path=WHERE, values=values, at_once=True, address=address)


def _said(what: Text, decided_by: User | None) -> Text:
    if decided_by is None:
        return what
    return filled(BY_SOMEBODY, what=what, who=decided_by)
