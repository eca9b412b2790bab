"""What all phones of a room show now, made at once: each different page is drawn once and goes out to many."""

from collections.abc import Mapping

from django.utils import translation

from kulturspejl.faces.participant import keys
from kulturspejl.faces.participant.filled_in import Drawings
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.live.carried import Page
from kulturspejl.readers import rooms
from kulturspejl.vault import codes


def pages(code: str, spoken: str) -> Mapping[str, Page]:
    """The page's parts for each phone, by `listener`; who is not in it asks by itself. NotThere for a wrong code."""
    with translation.override(spoken):
        found = rooms.phones(code, language=language(), now=clock.now())
        drawings = Drawings()
        drawn = [drawings.page(view) for view in found.views]
    return {who: drawn[place] for who, place in found.seen_by.items()}


def listener(cookies: Mapping[str, str]) -> str:
    """Under which name `pages` has a phone's page; "" for one that has no key."""
    key = keys.key_in(cookies)
    return codes.fingerprint(key) if key else ""
