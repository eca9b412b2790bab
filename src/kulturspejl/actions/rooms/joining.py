"""Coming into a room without an account, and coming back by the card that one photographed."""

import random
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kulturspejl.access.room_access import key_of_words, participant_of, place_of, room_of
from kulturspejl.actions import writer
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.ringing import ring_all, ring_desk
from kulturspejl.actions.rooms.running import MOST_PEOPLE, apply, state_of
from kulturspejl.actions.sent import secret_of
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.groups import Person, of_one_place
from kulturspejl.core.errors import Faulty, Gone, KulturspejlError, Refused
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.namesakes import told_apart
from kulturspejl.library.words import ON_A_CARD, six_words
from kulturspejl.records.models import Participant, Room, RoomKind
from kulturspejl.vault import codes

MOST_IN_A_TEAM = 40
LONGEST_NAME = 60
LONGEST_WORKPLACE = 100
OVER = Text(da="Dagen er slut.", en="The day is over.")
KEY = re.compile(r"[A-Z2-7]{26}")
"""128 bits in base32, as a phone makes it from words that it keeps to itself."""
GROUP = re.compile(f"[{codes.ALPHABET}]{{{codes.LONG}}}")
"""The mark of a group of a course in one room; whatever else is sent is none."""
NO_KEY = Text(
    da="Telefonen sendte ikke det, der skal til. Genindlæs siden, og prøv igen.",
    en="The phone did not send what is needed. Reload the page and try again.",
)
LOCKED = Text(
    da="Døren er låst: Der kommer ikke flere ind lige nu. Sig det til den, der holder mødet.",
    en="The door is locked: nobody else comes in just now. Tell whoever runs the meeting.",
)
CAME = timedelta(minutes=5)
"""So closely it is kept when somebody came: enough to take those off the list who came in a flood."""
FULL = Text(
    da="Der er ikke plads til flere i rummet. Sig det til facilitatoren.",
    en="The room is full. Tell the facilitator.",
)


@dataclass(frozen=True)
class Joined:
    """`key` belongs on the phone alone; `words` are shown once ("" where the phone has its own, or came back).

    `name` is what the others see: with a number where somebody was here by the same.
    """

    participant: uuid.UUID
    key: str
    words: str
    name: str


@dataclass(frozen=True)
class Arrival:
    """Somebody at the door of a room, with the fingerprint of their key; `may_be_here` where it was sent before."""

    room_id: uuid.UUID
    name: str
    workplace: str
    group: str
    key_hash: str
    may_be_here: bool
    now: datetime


def join(
    *, code: str, name: str, workplace: str, group: str = "", key: str = "", form: uuid.UUID | None = None,
    now: datetime, rng: random.Random,
) -> Joined:  # fmt: skip
    """Be here, under the name one wants to be called by. `rng` must be one that nobody can foresee.

    With a `key` the phone has chosen the six words itself, and no word of them comes here; the same key once more
    is the same participant. Without, the words follow from the form's own id: pressed twice, it is the same card.
    `group` is the mark of those of a course whom one comes together with.
    """
    wish = entrance(
        code=code, name=name, workplace=workplace, group=group, key=key, form=form, now=now, rng=rng
    )
    return wish.told(come(wish.item))


def entrance(
    *, code: str, name: str, workplace: str, group: str = "", key: str = "", form: uuid.UUID | None = None,
    now: datetime, rng: random.Random,
) -> writer.Order[Joined]:  # fmt: skip
    """What `join` asks of the writer, which asks every rule in the room's lock."""
    place, words = place_of(code), ""
    if not key:
        words = six_words(place.language, random.Random(secret_of(form)) if form else rng)
    elif not KEY.fullmatch(key):
        raise Faulty(NO_KEY, {"key": NO_KEY})
    mine = key or key_of_words(place.room_id, words)
    may_be_here = bool(key or form)
    arrival = Arrival(place.room_id, name, workplace, group, codes.fingerprint(mine), may_be_here, now)
    return writer.Order(come_all, arrival, lambda made: Joined(made.id, mine, words, made.name))


def come_all(arrivals: Sequence[Arrival]) -> list[Participant | KulturspejlError]:
    """Let them in, each by every rule. Runs inside the writer's transaction; who is refused is told, and no other.

    Rooms in one order, so that two processes do not wait for each other; in a room in the order in which they came.
    """
    outcomes: dict[int, Participant | KulturspejlError] = {}
    for at, one in sorted(enumerate(arrivals), key=lambda pair: pair[1].room_id):
        try:
            outcomes[at] = come(one)
        except KulturspejlError as error:
            outcomes[at] = error
    return [outcomes[at] for at in range(len(arrivals))]


def come(one: Arrival) -> Participant:
    """Who was here by this key, else somebody new."""
    with deciding(Room, one.room_id) as room:
        if state_of(room).is_over:
            raise Gone(OVER)
        known = Participant.objects.filter(key_hash=one.key_hash).first() if one.may_be_here else None
        if known is not None and known.room_id != room.id:
            raise Faulty(NO_KEY, {"key": NO_KEY})
        return known or come_in(room, one.name, one.workplace, one.key_hash, one.now, one.group)


def come_back(*, code: str, words: str = "", key: str = "", now: datetime) -> Joined:
    """The same participant on any phone, by six words or by the key. NotThere for those of nobody's."""
    room = room_of(code)
    if len(words.split()) == ON_A_CARD:
        key = key_of_words(room.id, words)
    found = participant_of(room, key)
    return Joined(found.id, key, "", found.name)


def come_in(
    room: Room, name: str, workplace: str, key_hash: str | None, now: datetime, group: str = ""
) -> Participant:
    """A new participant, called apart from the others; placed where they are placed already. The room is locked.

    Who is on paper alone has no key, and comes in by a locked door too.
    """
    called, place = one_line(name), one_line(workplace)
    _refuse(called, place)
    most = MOST_IN_A_TEAM if room.kind == RoomKind.BORROWED else MOST_PEOPLE
    if room.is_locked and key_hash is not None:
        raise Refused(LOCKED)
    there = list(Participant.objects.filter(room=room).values_list("id", "name", "workplace", "group_mark"))
    here = [name for _id, name, *_where in there]
    if len(here) >= most:
        raise Refused(FULL)
    made = Participant(
        room=room, name=told_apart(called, here), workplace=place, key_hash=key_hash, came_at=_nearly(now),
        group_mark=group if GROUP.fullmatch(group) else "",
    )  # fmt: skip
    # A key is one person's in one room. Not by trying: a refused row would stand in PostgreSQL's log.
    Participant.objects.bulk_create([made], ignore_conflicts=True)
    if not Participant.objects.filter(id=made.id).exists():
        raise Faulty(NO_KEY, {"key": NO_KEY})
    if state_of(room).divisions:
        others = [Person(str(id), where, mark) for id, _name, where, mark in there]
        mine = Person(str(made.id), place, made.group_mark)
        apply(room, do.Arrive(str(made.id), of_one_place(mine, others)), now)
    # Where nobody checks who comes, each phone is told: somebody may be about to answer.
    ring = ring_all if room.kind == RoomKind.BORROWED else ring_desk
    ring(room)
    return made


def _nearly(now: datetime) -> datetime:
    return now - (now - datetime.min.replace(tzinfo=now.tzinfo)) % CAME


def _refuse(name: str, workplace: str) -> None:
    faults: dict[str, Text] = {}
    if not name:
        faults["name"] = Text(
            da="Skriv det navn, du vil kaldes i dag.", en="Write the name you want to be called today."
        )
    longest = {"name": LONGEST_NAME, "workplace": LONGEST_WORKPLACE}
    faults |= without_room({"name": name, "workplace": workplace}, longest)
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
