"""The page that somebody takes home: what the server adds to it is words, and where the phone finds the rest."""

from dataclasses import asdict

from django.utils.translation import gettext as _

from kulturspejl.faces.shared.mirror import own
from kulturspejl.readers import instruments
from kulturspejl.readers.rooms.on_phone import Phone


def context(phone: Phone) -> dict[str, object]:
    """What the phone's template gets; from the check-out on also what the device puts its owner's own things into."""
    found: dict[str, object] = {"phone": phone}
    if phone.home is not None:
        found["home_facts"] = asdict(phone.home) | {
            "now": _("now {number}"), "goal": _("goal {number}"), "of": _("of {most}"),
        }  # fmt: skip
    if phone.own is not None:
        reading = own.reading_of(instruments.culture_profile())
        found["own_words"] = {"reading": reading, "lost": _("No network. Try again.")}
    return found
