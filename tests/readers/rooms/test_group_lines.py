"""What one writes for the whole group: nobody else in it writes, and it is shown though there are few groups."""

import random
import uuid

import pytest

from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Room
from kulturspejl.values.room_day import day_of_room, state_of_room
from tests.actions.town import NOW

pytestmark = pytest.mark.django_db(transaction=True)
LINE = {"most": "Klan, for vi spiser sammen"}


@pytest.fixture
def seated():
    """A team of six at the three questions, in two groups; the first of each presses nothing yet."""
    lent = rooms.borrow(programme="team_dialogue", language="da", now=NOW)
    by = DeskKey(lent.desk_key)
    room = Room.objects.get(id=lent.room_id)
    rng = random.Random(2)
    keys = [rooms.join(code=room.code, name=f"Kollega {at}", workplace="", now=NOW, rng=rng).key for at in range(6)]
    script = day_of_room(room).script
    at = next(place for place, one in enumerate(script) if one.step == "groups")
    rooms.run(by=by, room_id=room.id, command=do.GoTo(at, state_of_room(room, NOW).version), now=NOW)
    assert readers.desk(by, room.id, language="da", now=NOW).group_sizes == "6 = 2 × 3"
    assert phone(room, keys[0]).waits_to_sit, "there is no field yet, and the phone says why"
    rooms.divide(by=by, room_id=room.id, rng=rng, now=NOW)
    return room, by, keys, f"{script[at].key}/lines"


def send(room, part, key):
    return rooms.contribute(code=room.code, id=uuid.uuid4(), part=part, values=LINE, key=key, now=NOW)


def phone(room, key):
    return readers.phone(room.code, key, language="da", now=NOW)


@pytest.mark.slow
def test_one_writes_for_the_group_and_the_others_have_no_field(seated):
    room, _by, keys, part = seated
    with pytest.raises(Conflict):
        send(room, part, keys[0])
    rooms.claim(code=room.code, key=keys[0], now=NOW)
    mates = {member for member, _name in phone(room, keys[0]).group.members}
    mate = next(key for key in keys[1:] if phone(room, key).me in mates)
    assert [one.key for one in phone(room, keys[0]).station.parts] == [part]
    assert phone(room, mate).station.parts == ()
    with pytest.raises(Conflict):
        send(room, part, mate)
    assert send(room, part, keys[0]) == "stored"
    assert not phone(room, keys[0]).waits_to_sit


def test_a_group_alone_may_be_shown_for_no_one_person_stands_behind_its_line(seated):
    room, by, keys, part = seated
    rooms.run(by=by, room_id=room.id, command=do.Show("lines"), now=NOW)
    (shown,) = readers.wall(by, room.id, "", language="da", now=NOW).shown
    assert shown.hidden == "Der er ikke skrevet noget endnu.", "and not: when at least 1 has answered"
    rooms.run(by=by, room_id=room.id, command=do.Hide("lines"), now=NOW)
    rooms.claim(code=room.code, key=keys[0], now=NOW)
    send(room, part, keys[0])
    rooms.run(by=by, room_id=room.id, command=do.Show("lines"), now=NOW)
    (shown,) = readers.wall(by, room.id, "", language="da", now=NOW).shown
    assert not shown.hidden
    assert LINE["most"] in str(shown.lines)
    assert shown.sentence == "1 gruppe har svaret.", "and not one person of six"


@pytest.mark.slow
def test_two_who_wrote_for_one_group_are_one_group(seated):
    room, by, keys, part = seated
    mates = {member for member, _name in phone(room, keys[0]).group.members}
    mine = [key for key in keys if phone(room, key).me in mates]
    others = [key for key in keys if key not in mine]
    for key in (mine[0], mine[1]):
        rooms.claim(code=room.code, key=key, now=NOW)
        send(room, part, key)
    rooms.run(by=by, room_id=room.id, command=do.Show("lines"), now=NOW)
    assert on_wall(room, by) == ("1 gruppe har svaret.", "1 group has answered.")
    rooms.run(by=by, room_id=room.id, command=do.Hide("lines"), now=NOW)
    again(room, by, part)
    rooms.claim(code=room.code, key=others[0], now=NOW)
    send(room, part, others[0])
    rooms.run(by=by, room_id=room.id, command=do.Show("lines"), now=NOW)
    assert on_wall(room, by) == ("2 grupper har svaret.", "2 groups have answered.")


def again(room, by, part):
    """Back to the step: what was shown there may be shown anew."""
    at = next(place for place, one in enumerate(day_of_room(room).script) if part.startswith(f"{one.key}/"))
    room.refresh_from_db()
    for there in (at - 1, at):
        rooms.run(by=by, room_id=room.id, command=do.GoTo(there, state_of_room(room, NOW).version), now=NOW)
        room.refresh_from_db()


def on_wall(room, by):
    """What is said of how many, in Danish and in English."""
    return tuple(readers.wall(by, room.id, "", language=one, now=NOW).shown[0].sentence for one in ("da", "en"))


def test_of_few_people_the_desk_says_in_words_that_they_sit_together():
    lent = rooms.borrow(programme="team_dialogue", language="da", now=NOW)
    by, room = DeskKey(lent.desk_key), Room.objects.get(id=lent.room_id)
    for at in range(5):
        rooms.join(code=room.code, name=f"Kollega {at}", workplace="", now=NOW, rng=random.Random(at))
    at = next(place for place, one in enumerate(day_of_room(room).script) if one.step == "groups")
    rooms.run(by=by, room_id=room.id, command=do.GoTo(at, state_of_room(room, NOW).version), now=NOW)
    assert readers.desk(by, room.id, language="da", now=NOW).group_sizes == "Alle 5 sidder sammen."
