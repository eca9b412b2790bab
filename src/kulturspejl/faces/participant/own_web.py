"""The drawings that a phone fills with its owner's own numbers: now, now and wished for, and two people's."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.faces.shared.mirror import own
from kulturspejl.faces.shared.mirror.content import names_of

TOTAL = 10
"""Points a question on the page for trying alone, where the profile is made."""


def drawings(instrument: AllocationInstrument) -> dict[str, object]:
    """Figures as (id, drawing without anybody's numbers), and the words that go with them."""
    now, wish, mine, theirs = _("Now"), _("Preferred"), _("Mine"), _("The other’s")
    title = _("Your own picture")
    figures = (
        ("own-web-now", _empty(instrument, "hand-now", title, now)),
        ("own-web-both", _empty(instrument, "hand-both", title, now, wish)),
        ("own-web-two", _empty(instrument, "hand-two", _("Two webs on each other"), mine, theirs)),
    )
    words = {
        "now": now, "wish": wish, "mine": mine, "theirs": theirs, "of": _("{parts} of {whole}"),
        "cultures": names_of(instrument).called,
    }  # fmt: skip
    return {"figures": figures, "words": words}


def _empty(instrument: AllocationInstrument, key: str, title: str, *names: str) -> SafeString:
    return own.empty_web(instrument, TOTAL, names, key=key, title=title)
