"""A borrowed room: opened in one go without an account, led by its key alone, and gone after 24 hours."""

import random
import uuid
from datetime import date, timedelta

import pytest

from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused, Unready
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import AuditEntry, Organisation, Participant, Room
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import begin
from tests.actions.town import NOW, found_town

pytestmark = pytest.mark.django_db(transaction=True)
POINTS = {
    f"now_d{place}_{letter}": given
    for place in range(1, 7)
    for letter, given in zip("ABCD", (4, 3, 2, 1), strict=True)
}


@pytest.fixture
def lent() -> rooms.Borrowed:
    return rooms.borrow(language="da", now=NOW)


def run(lent, command, now=NOW) -> int:
    return rooms.run(by=DeskKey(lent.desk_key), room_id=lent.room_id, command=command, now=now)


def state(lent):
    return from_json(Room.objects.get(id=lent.room_id).state)


def go_to_profile(lent) -> str:
    script = day_of_room(Room.objects.get(id=lent.room_id)).script
    at = next(place for place, one in enumerate(script) if one.reveals)
    run(lent, do.GoTo(at, state(lent).version))
    return f"{script[at].key}/{script[at].reveals[0]}"


def come(lent, name: str) -> str:
    return rooms.join(code=lent.code, name=name, workplace="", now=NOW, rng=random.Random(name)).key


def answer(lent, part: str, key: str, points=POINTS) -> str:
    return rooms.contribute(code=lent.code, id=uuid.uuid4(), part=part, values=points, key=key, now=NOW)


def desk(lent, language="da"):
    return readers.desk(DeskKey(lent.desk_key), lent.room_id, language=language, now=NOW)


def test_no_organisation_and_no_line_stands_behind_it(lent):
    room = Room.objects.get(id=lent.room_id)
    assert (room.organisation, room.made_by, room.minimum) == (None, None, 5)
    assert lent.desk_key not in str(vars(room)), "only a hash is kept"
    rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW)
    assert not AuditEntry.objects.exists()


def test_only_its_own_key_leads_it(lent):
    other = rooms.borrow(language="da", now=NOW)
    for by in (DeskKey(other.desk_key), DeskKey(""), DeskKey(lent.code), begin().frida):
        with pytest.raises(NotThere):
            rooms.run(by=by, room_id=lent.room_id, command=do.Next(1), now=NOW)
        with pytest.raises(NotThere):
            readers.desk(by, lent.room_id, language="da", now=NOW)


def test_a_key_opens_no_class():
    course = begin()
    Room.objects.filter(id=course.id).update(desk_key_hash="")
    with pytest.raises(NotThere):
        rooms.run(by=DeskKey(""), room_id=course.id, command=do.Next(1), now=NOW)


def test_the_plan_begins_when_its_people_do(lent):
    later = NOW + timedelta(hours=3)
    run(lent, do.Next(state(lent).version), now=later)
    local = desk(lent).agenda[0]
    assert local.start != "9.00"
    assert state(lent).slots[0].minutes == 3


@pytest.mark.parametrize(("people", "is_shown"), [(4, False), (5, True), (8, True)])
def test_the_team_sees_itself_from_five_answers(lent, people, is_shown):
    keys = [come(lent, f"P{number}") for number in range(people)]
    part = go_to_profile(lent)
    for key in keys:
        answer(lent, part, key)
    run(lent, do.Show(part.split("/")[1]))
    (shown,) = desk(lent).shown
    assert bool(shown.svg) is is_shown
    assert bool(shown.hidden) is not is_shown
    if is_shown:
        assert next(value for _label, value, _share in shown.rows).startswith("24 af 60")
        assert f"{people} har svaret." in shown.sentence
        assert "24" in shown.sentence
        with pytest.raises(Conflict):
            answer(lent, part, keys[0])


def test_a_profile_that_does_not_add_up_is_said_where_it_is(lent):
    key = come(lent, "Mette")
    part = go_to_profile(lent)
    with pytest.raises(Faulty) as found:
        answer(lent, part, key, {**POINTS, "now_d2_A": 9})
    assert list(found.value.fields) == ["now_d2"]


def test_what_is_agreed_stands_on_every_face_and_is_asked_for_in_full(lent):
    by = DeskKey(lent.desk_key)
    with pytest.raises(Faulty) as found:
        rooms.agree(by=by, room_id=lent.room_id, action=" ", owner="Per", day=None, now=NOW)
    assert set(found.value.fields) == {"action", "day"}
    rooms.agree(by=by, room_id=lent.room_id, action="Vi hilser", owner="Per", day=date(2026, 12, 1), now=NOW)
    key = come(lent, "Mette")
    phone = readers.phone(lent.code, key, language="da", now=NOW)
    room = Room.objects.get(id=lent.room_id)
    wall = readers.wall(None, lent.room_id, room.wall_key, language="da", now=NOW)
    for view in (desk(lent), phone, wall):
        assert (view.agreed.action, view.agreed.owner, view.agreed.day) == (
            "Vi hilser",
            "Per",
            date(2026, 12, 1),
        )


def test_it_is_gone_after_24_hours_and_not_before(lent):
    come(lent, "Mette")
    rooms.delete_due(now=NOW + timedelta(hours=23, minutes=59))
    assert state(lent).is_over is False
    assert rooms.delete_due(now=NOW + timedelta(hours=24)) == [lent.room_id]
    assert not Participant.objects.exists()


def test_its_leader_may_delete_it_at_once_and_a_class_may_not_be(lent):
    rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW)
    assert not Room.objects.exists()
    course = begin()
    with pytest.raises(Conflict):
        rooms.delete_now(by=course.frida, room_id=course.id, now=NOW)


def test_an_organisation_may_say_no():
    town = found_town()
    Organisation.objects.filter(id=town.organisation).update(lends_rooms=False)
    assert readers.lent(language="da") == ()
    with pytest.raises(Refused):
        rooms.borrow(language="da", now=NOW)


def test_nobody_fills_the_disk_with_rooms(monkeypatch):
    """Not more than so many; those in which nobody has ever been give way after an hour."""
    monkeypatch.setattr("kulturspejl.actions.rooms.borrowing.MOST_LENT", 3)
    lent = [rooms.borrow(language="da", now=NOW) for _ in range(3)]
    rooms.join(code=lent[0].code, name="A", workplace="", now=NOW, rng=random.Random(1))
    with pytest.raises(Unready):
        rooms.borrow(language="da", now=NOW + timedelta(minutes=50))
    for _ in range(2):
        rooms.borrow(language="da", now=NOW + timedelta(minutes=70))
    with pytest.raises(Unready):
        rooms.borrow(language="da", now=NOW + timedelta(minutes=70))
    assert Room.objects.filter(id=lent[0].room_id).exists()
    assert not Room.objects.filter(id__in=[one.room_id for one in lent[1:]]).exists()


def test_a_team_has_forty_places(lent, monkeypatch):
    monkeypatch.setattr("kulturspejl.actions.rooms.joining.MOST_IN_A_TEAM", 2)
    come(lent, "A")
    come(lent, "B")
    with pytest.raises(Refused):
        come(lent, "C")
