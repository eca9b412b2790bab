"""What the list of an account's events calls each of them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.readers.account import EventLine

KINDS = {
    "signed_in": gettext_lazy("logged in"),
    "refused": gettext_lazy("was not let in"),
    "session.ended": gettext_lazy("was logged out"),
    "password": gettext_lazy("chose a password"),
    "added.totp": gettext_lazy("connected an app"),
    "removed.totp": gettext_lazy("disconnected the app"),
    "added.webauthn": gettext_lazy("added a passkey"),
    "removed.webauthn": gettext_lazy("removed a passkey"),
    "made.recovery_codes": gettext_lazy("made new recovery codes"),
    "used.recovery_codes": gettext_lazy("used a recovery code"),
    "factors.forgotten": gettext_lazy("app, passkeys and recovery codes were taken off"),
    "name.changed": gettext_lazy("the name was corrected"),
    "address.changed": gettext_lazy("the mail address was changed"),
    "link.made": gettext_lazy("a link that logs in was made at the server"),
    "everything.taken": gettext_lazy("everything about the person was downloaded"),
    "calendar.made": gettext_lazy("made a secret address for a calendar"),
    "calendar.ended": gettext_lazy("ended the secret address of a calendar"),
    "erased": gettext_lazy("the person was erased"),
}
WAYS = {
    "mail": gettext_lazy("code by mail"),
    "password": gettext_lazy("password"),
    "totp": gettext_lazy("app"),
    "webauthn": gettext_lazy("passkey"),
    "recovery_codes": gettext_lazy("recovery code"),
    "link": gettext_lazy("link from the server"),
    "second look": gettext_lazy("code by mail"),
    "page": gettext_lazy("a page that is not theirs"),
    "own": gettext_lazy("by themselves"),
    "idle": gettext_lazy("nothing done for eight hours"),
    "too long": gettext_lazy("logged in for seven days"),
    "administrator": gettext_lazy("by an administrator"),
    "name and address": gettext_lazy("because the mail address was changed"),
}


def told(line: EventLine) -> str:
    """The event in a few words: logged in (code by mail, Firefox, Windows)."""
    said = str(KINDS.get(line.kind, line.kind))
    parts = [
        str(WAYS.get(part, part)) for words in line.about.split(" · ") for part in words.split(", ") if part
    ]
    if line.times > 1:
        parts.append(_("%(times)s times within an hour") % {"times": line.times})
    if line.by:
        parts.append(_("by %(person)s") % {"person": line.by})
    return f"{said} ({', '.join(parts)})" if parts else said
