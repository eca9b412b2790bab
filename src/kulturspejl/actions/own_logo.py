"""The picture of whoever holds the days: taken in, said in words, taken away."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.library.slides import NO_FILE, Slide, read_logo
from kulturspejl.records.models import OwnLogo, User

LONGEST_WORDS = 120
LARGEST = 400_000
"""Bytes: it is fetched by every wall and set into every report."""
LARGE = Text(
    da="Billedet fylder for meget. Gem det som PNG med få farver, eller mindre.",
    en="The picture is too large. Save it as a PNG with few colours, or smaller.",
)
SAY_IT = Text(
    da="Skriv, hvad billedet er, for eksempel »Havnby Kommunes logo«.",
    en="Write what the picture is, for example “Logo of Havnby”.",
)


def save_logo(*, by: User, given: bytes, words: str, now: datetime) -> None:
    """Keep a picture drawn anew, or other words for the one that is there. Raises Faulty with a sentence a field."""
    said = one_line(words)
    # Asked before the file is read, and again when it has been: nobody may hold the lock as long as that takes.
    with deciding(User, by.id):
        _require_facilitator(by, now)
        faults = without_room({"words": said}, {"words": LONGEST_WORDS}) if said else {"words": SAY_IT}
        if not given and not OwnLogo.objects.filter(owner=by).exists():
            faults["file"] = NO_FILE
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
    drawn = read_logo(given) if given else None
    if drawn and len(drawn.image) > LARGEST:
        raise Faulty(LARGE, {"file": LARGE})
    with deciding(User, by.id):
        organisation = _require_facilitator(by, now)
        row = OwnLogo.objects.filter(owner=by).first()
        if row is None and drawn is None:
            raise Faulty(NO_FILE, {"file": NO_FILE})
        if not _put_in(row or OwnLogo(owner=by), drawn, said):
            return
        note(by=by, organisation_id=organisation, verb="logo.save", about=by.id, now=now)


def _put_in(row: OwnLogo, drawn: Slide | None, words: str) -> bool:
    """Whether anything is another now: the same picture brought twice is one."""
    if row.words == words and (drawn is None or bytes(row.image) == drawn.image):
        return False
    row.words = words
    if drawn:
        row.form, row.width, row.height, row.image = drawn.form, drawn.width, drawn.height, drawn.image
    row.save()
    return True


def remove_logo(*, by: User, now: datetime) -> None:
    """Take it away everywhere; gone already is as good."""
    with deciding(User, by.id):
        organisation = _require_facilitator(by, now)
        gone, _tables = OwnLogo.objects.filter(owner=by).delete()
        if gone:
            note(by=by, organisation_id=organisation, verb="logo.remove", about=by.id, now=now)


def _require_facilitator(by: User, now: datetime) -> uuid.UUID:
    found = organisations_of(by, day_of(now))
    if not found:
        raise NotThere(NOTHING_HERE)
    return found[0]
