"""A facilitator's own slides: brought to a station of a class, moved, told in words, and taken away."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max, Sum

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import require_room
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, deciding_alone
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.choreography.steps import NO_SUCH, OVER
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library.slides import NO_FILE, Slide, read
from kulturspejl.records.models import Room, RoomKind, RoomSlide, User
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_slides import MOST_BYTES, MOST_SLIDES, most_bytes_here

LONGEST_WORDS = 1200
OF_ALL = "slides of all classes"
"""There is room for so many bytes of all together."""
NOT_HERE = Text(
    da="Egne slides kan kun stå i et hold, som en kursusleder har oprettet.",
    en="Slides of your own can only stand in a class that a facilitator has made.",
)
TOO_MANY = Text(
    da="Et hold kan have {most} slides. Der er {here}, og filerne har {more}. Fjern nogle først.",
    en="A class can have {most} slides. There are {here}, and the files have {more}. Remove some first.",
)
TOO_MUCH = Text(
    da="Holdets slides må fylde {most} MB. Gem dem med mindre billeder (til skærm), eller fjern nogle først.",
    en="The slides of a class may take {most} MB. Save them with smaller pictures (for screen), or remove some first.",
)
FULL = Text(
    da="Serveren har ikke plads til flere slides. Slet slides fra hold, der er holdt, eller spørg den, der driver den.",
    en="The server has no room for more slides. Delete slides of classes that are over, or ask whoever runs it.",
)


def add_slides(
    *, by: User, room_id: uuid.UUID, station: str, files: Sequence[bytes], form: uuid.UUID | None = None, now: datetime
) -> int:
    """Draw the pages of PDFs and pictures anew and put them last at a station; returns how many.

    Raises Faulty with a sentence under "file" for what cannot be taken, Conflict once the day is over.
    """
    # Asked before a file is read, and again when it has been: nobody may hold the lock for the minute that this takes.
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        _require_class(room, station)
    if not files:
        raise Faulty(NO_FILE, {"file": NO_FILE})
    drawn = [slide for given in files for slide in read(given)]
    with deciding_alone(OF_ALL), deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if made_before(form, by) is not None:
            return len(drawn)
        _require_class(room, station)
        _require_space(room, drawn)
        last = RoomSlide.objects.filter(room=room, station=station).aggregate(last=Max("place"))["last"] or 0
        RoomSlide.objects.bulk_create(
            RoomSlide(
                room=room, station=station, place=place, form=one.form, width=one.width, height=one.height,
                words=one.words, size=len(one.image), image=one.image,
            )
            for place, one in enumerate(drawn, start=last + 1)
        )  # fmt: skip
        note(by=by, organisation_id=room.organisation_id, verb="room.slides", about=room.id, now=now)
        keep(form, by, room.id, now)
        ring_all(room)
    return len(drawn)


def describe_slide(*, by: User, room_id: uuid.UUID, slide_id: uuid.UUID, words: str, now: datetime) -> None:
    """What the slide shows, for whoever cannot see it. Raises Faulty for words that are too long."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        _require_going_on(room)
        faults = without_room({"words": words}, {"words": LONGEST_WORDS})
        if faults:
            raise Faulty(faults["words"], faults)
        slide = _slide(room, slide_id)
        slide.words = words
        slide.save(update_fields=["words"])
        ring_all(room)


def move_slide(
    *, by: User, room_id: uuid.UUID, slide_id: uuid.UUID, station: str, after: uuid.UUID | None, now: datetime
) -> None:
    """Behind another slide of a station, or first in it. Moved there already, nothing happens."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        _require_class(room, station)
        slide = _slide(room, slide_id)
        there = [one for one in RoomSlide.objects.filter(room=room, station=station).defer("image") if one != slide]
        places = {one.id: place for place, one in enumerate(there, start=1)}
        if after is not None and after not in places:
            raise NotThere(NO_SUCH)
        there.insert(places[after] if after else 0, slide)
        for place, one in enumerate(there, start=1):
            one.station, one.place = station, place
        RoomSlide.objects.bulk_update(there, ["station", "place"])
        ring_all(room)


def remove_slide(*, by: User, room_id: uuid.UUID, slide_id: uuid.UUID, now: datetime) -> None:
    """Take a slide away; gone already is as good."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        RoomSlide.objects.filter(room=room, id=slide_id).delete()
        ring_all(room)


def remove_slides(*, by: User, room_id: uuid.UUID, now: datetime) -> None:
    """Take all of them away, also when the day is over."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        gone, _tables = RoomSlide.objects.filter(room=room).delete()
        if gone:
            note(by=by, organisation_id=room.organisation_id, verb="room.slides", about=room.id, now=now)
            ring_all(room)


def copy_slides(room: Room, made: Room) -> None:
    """Those of one room into another one that has the same stations, one at a time: together they may be 60 MB.

    What an instance takes is asked where files come in: a copy without its slides would be missed in front of a class.
    Runs in the caller's transaction.
    """
    for one in RoomSlide.objects.filter(room=room).iterator():
        _copy(one, made).save()


def _copy(one: RoomSlide, made: Room) -> RoomSlide:
    return RoomSlide(
        room=made, station=one.station, place=one.place, form=one.form, width=one.width, height=one.height,
        words=one.words, size=one.size, image=one.image,
    )  # fmt: skip


def _require_class(room: Room, station: str) -> None:
    if room.kind not in (RoomKind.CLASS, RoomKind.PRACTICE):
        raise Conflict(NOT_HERE)
    day = day_of_room(room)
    if not any(day.place_of(one) == station for one in day.script):
        raise NotThere(NO_SUCH)
    _require_going_on(room)


def _require_going_on(room: Room) -> None:
    if from_json(room.state).is_over:
        raise Conflict(OVER)


def _slide(room: Room, slide_id: uuid.UUID) -> RoomSlide:
    found = RoomSlide.objects.filter(room=room, id=slide_id).defer("image").first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def _require_space(room: Room, drawn: Sequence[Slide]) -> None:
    more, here = sum(len(one.image) for one in drawn), RoomSlide.objects.filter(room=room)
    many, taken = here.count(), here.aggregate(sum=Sum("size"))["sum"] or 0
    refused = None
    if many + len(drawn) > MOST_SLIDES:
        refused = filled(TOO_MANY, most=MOST_SLIDES, here=many, more=len(drawn))
    elif taken + more > MOST_BYTES:
        refused = filled(TOO_MUCH, most=MOST_BYTES // 1_000_000)
    elif _taken() + more > most_bytes_here():
        refused = FULL
    if refused:
        raise Faulty(refused, {"file": refused})


def _taken() -> int:
    """Bytes of all slides of the instance."""
    found: int = RoomSlide.objects.aggregate(sum=Sum("size"))["sum"] or 0
    return found
