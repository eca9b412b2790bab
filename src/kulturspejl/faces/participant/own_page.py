"""The page that somebody takes home: what the server adds to it is a drawing without numbers, and words."""

from django.utils.translation import gettext as _

from kulturspejl.faces.shared.mirror import own
from kulturspejl.readers import instruments
from kulturspejl.readers.rooms.on_phone import Phone

TOTAL = 10
"""Points a question on the page for trying alone, where the profile is made."""


def context(phone: Phone) -> dict[str, object]:
    """What the phone's template gets; once the day is over also what the device puts its own numbers into."""
    if phone.own is None:
        return {"phone": phone}
    instrument = instruments.culture_profile()
    figure = own.web(instrument, TOTAL, own.even(TOTAL), own.even(TOTAL), key="own", title=_("Your own picture"))
    words = {
        "reading": own.reading_of(instrument), "of": _("{parts} of {whole}"), "now": _("Now"), "wish": _("Preferred"),
        "lost": _("No network. Try again."),
    }  # fmt: skip
    return {"phone": phone, "own_figure": figure, "own_words": words}
