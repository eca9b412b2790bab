"""The page that somebody takes home: what the server adds to it is words."""

from django.utils.translation import gettext as _

from kulturspejl.faces.shared.mirror import own
from kulturspejl.readers import instruments
from kulturspejl.readers.rooms.on_phone import Phone


def context(phone: Phone) -> dict[str, object]:
    """What the phone's template gets; once the day is over also what the device chooses its sentences from."""
    found: dict[str, object] = {"phone": phone}
    if phone.own is not None:
        reading = own.reading_of(instruments.culture_profile())
        found["own_words"] = {"reading": reading, "lost": _("No network. Try again.")}
    return found
