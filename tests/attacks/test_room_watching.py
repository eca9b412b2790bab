"""In a room: whoever watches pages, bells, sizes, tables and logs sees nobody answer without a name.

And whoever runs it cannot make a crowd of people who are not there.
"""

import logging
import re
import uuid
from functools import partial

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.test import Client

from kulturspejl.access.room_access import bell_of, desk_bell_of
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.live import bell
from kulturspejl.records.models import Participant, RoomPicture
from kulturspejl.records.room_boxes import RoomBox, RoomGate
from kulturspejl.vault import codes
from kulturspejl.web.logs import WithoutCodes
from tests.actions.rooms.course import NOW, begin, come, token

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def course():
    return begin(10)


@pytest.fixture
def pull(course):
    return f"{course.go_to('culture_profile', 'pairs')}/direction"


def phone(course, number: int) -> Client:
    client = Client(headers={"accept-language": "da"})
    client.cookies["kulturspejl_room"] = course.keys[number]
    return client


def who(course, number: int) -> Participant:
    return Participant.objects.get(key_hash=codes.fingerprint(course.keys[number]))


def everything_seen(course, at) -> dict[str, tuple[object, ...]]:
    """Every page of the room for everybody who may see one, the phone that answers last; and both bells."""
    desk, code = at(course.frida, "da"), course.code
    replies = {f"desk {way}": desk.get(f"/facilitate/{course.id}{way}") for way in ("", "/wall", "/change")}
    replies["list"] = desk.get("/facilitate")
    replies["wall"] = at().get(f"/facilitate/{course.id}/wall?key={course.room.wall_key}")
    replies["door"] = at().get(f"/room/{code}")
    for number in (0, 5):
        for way in ("", "/now"):
            replies[f"phone {number}{way}"] = phone(course, number).get(f"/room/{code}{way}")
    seen = {name: (one.status_code, one.headers.get("ETag"), plain(one)) for name, one in replies.items()}
    stamps = (bell.stamp(bell_of(course.room)), bell.stamp(desk_bell_of(course.room)))
    return seen | {"bells": stamps}


def plain(reply) -> str:
    """A page without what is new each time it is asked for."""
    page = re.sub(r'((?:csrfmiddlewaretoken|form_id)" value=")[\w-]+', r"\1", reply.content.decode(errors="replace"))
    return re.sub(r'(?:nonce|data-sign-in)="[^"]*"', "", page)


def tables(but: type[Model]) -> dict[str, list[str]]:
    """Every row of every table but one: a gate stays as it is when somebody answers, a box when somebody may."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            name = model._meta.db_table
            if model is not but:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
                found[name] = sorted(map(repr, cursor.fetchall()))
    return found


def test_no_page_no_bell_no_mark_and_no_table_changes_when_somebody_answers(course, pull, at):
    course.send(pull, {"pull": "A"}, token=token(1))
    pages = everything_seen(course, at)
    rows = tables(but=RoomGate)
    voucher = course.buy(pull, token(5))
    assert tables(but=RoomGate) == rows, "a voucher is one thing"
    assert everything_seen(course, at) == pages, "a voucher shows nowhere"
    for chosen in "BC":
        rows = tables(but=RoomBox)
        answer = {"part": pull, "values": {"pull": chosen}, "voucher": voucher}
        rooms.contribute(code=course.code, id=uuid.uuid4(), **answer, now=NOW)
        assert tables(but=RoomBox) == rows, "and an answer another"
        assert everything_seen(course, at) == pages
    for _ in range(2):
        rows = tables(but=RoomBox)
        rooms.withdraw(code=course.code, part=pull, voucher=voucher, now=NOW)
        assert tables(but=RoomBox) == rows, "but for the box"
        assert everything_seen(course, at) == pages, "taking back is not seen either"


def test_being_done_is_seen_at_the_desk_alone(course, pull, at):
    before = everything_seen(course, at)
    rooms.mark_done(code=course.code, key=course.keys[5], station=pull.split("/")[0], now=NOW)
    after = everything_seen(course, at)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"desk ", "phone 5", "phone 5/now", "bells"}
    assert before["bells"][0] == after["bells"][0], "only the desk's bell has rung"


def shown(course, name: str) -> RoomPicture:
    course.do(do.Show(name))
    picture = RoomPicture.objects.get(part__endswith=f"/{name}")
    course.do(do.Hide(name))
    return picture


def test_people_on_paper_and_phones_that_have_not_answered_hide_nobody(course, pull):
    for number in range(7):
        course.send(pull, {"pull": "A"}, token=token(number))
    for number in range(5):
        rooms.add_on_paper(by=course.frida, room_id=course.id, name=f"Papir {number}", workplace="", now=NOW)
    come(course, 5)
    for number in (7, 8):
        course.buy(pull, token(number))
    assert not shown(course, "direction").is_final


def test_a_crowd_that_is_taken_off_the_list_again_hides_nobody(course, pull):
    """Whoever runs the room comes in with seven phones, answers, and takes them off: one real answer is left."""
    for number in range(8):
        course.send(pull, {"pull": "A"}, token=token(number))
    for number in range(7):
        rooms.remove(by=course.frida, room_id=course.id, participant=who(course, number).id, now=NOW)
    assert not shown(course, "direction").is_final
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    assert not RoomPicture.objects.filter(is_final=True).exists(), "not at the end of the day either"


def test_somebody_who_comes_in_again_is_somebody_else_only_on_the_list(course, pull):
    """What cannot be helped without accounts, and stands in docs/en/anonymity.md: a person with two phones is two."""
    come(course, 1)
    assert course.send(pull, {"pull": "A"}, token=token(10)) == "stored"
    assert Participant.objects.count() == 11, "but the second one is seen on the list, and counted on the wall"


@pytest.mark.parametrize("change", ["one more", "one rewritten", "one gone", "two more"])
def test_hiding_taking_again_and_showing_anew_tells_nobody_s_line(course, change):
    part = f"{course.go_to('check_in', 'line')}/arrived"
    for number in range(5):
        course.send(part, {"line": f"Ord {number}"}, key=course.keys[number])
    first = shown(course, "arrived").picture["lines"]
    course.do(do.Again(course.state.version))
    if change == "one gone":
        rooms.remove(by=course.frida, room_id=course.id, participant=who(course, 2).id, now=NOW)
    elif change == "one rewritten":
        course.send(part, {"line": "Nyt"}, key=course.keys[2])
    else:
        for number in range(5, 6 if change == "one more" else 7):
            course.send(part, {"line": f"Ord {number}"}, key=course.keys[number])
    second = shown(course, "arrived")
    assert (len(first), second.picture["lines"], second.is_final) == (5, [], False)


def test_going_there_by_another_way_is_no_way_round(course):
    part = f"{course.go_to('check_in', 'line')}/arrived"
    for number in range(5):
        course.send(part, {"line": f"Ord {number}"}, key=course.keys[number])
    shown(course, "arrived")
    for number in (5, 6):
        course.go_to("culture_profile", "pairs")
        course.go_to("check_in", "line")
        course.send(part, {"line": f"Ord {number}"}, key=course.keys[number])
        assert shown(course, "arrived").picture["lines"] == []


def test_what_is_combined_is_frozen_however_it_is_shown(course, pull):
    for number in range(8):
        course.send(pull, {"pull": "A"}, token=token(number))
    first = shown(course, "direction").picture
    course.go_to("check_in", "line")
    course.go_to("culture_profile", "pairs")
    for key in course.keys[8:]:
        late = Client(headers={"cookie": f"kulturspejl_room={key}"})
        letter = {"part": pull, "secret": "a1" * 16}
        reply = late.post(f"/room/{course.code}/voucher", letter, content_type="application/json")
        assert reply.status_code == 409
    assert shown(course, "direction").picture == first


@pytest.mark.parametrize(
    "way",
    [
        "/without-a-name/{}", "/without-a-name/{}/back", "/room/{}/contributions", "/room/{}/voucher", "/room/{}/now",
    ],
)  # fmt: skip
def test_when_something_breaks_no_log_holds_a_code_a_key_or_a_voucher(course, pull, caplog, monkeypatch, way):
    def broken(*_args, **_kwargs):
        raise RuntimeError("broken")

    given = course.buy(pull, token(1))
    monkeypatch.setattr("kulturspejl.actions.rooms.contribute", broken)
    monkeypatch.setattr("kulturspejl.actions.rooms.buy_voucher", broken)
    monkeypatch.setattr("kulturspejl.actions.rooms.withdraw", broken)
    monkeypatch.setattr("kulturspejl.readers.rooms.phone", broken)
    mine = phone(course, 1)
    mine.raise_request_exception = False
    letter = {"id": str(uuid.uuid4()), "part": pull, "values": {"pull": "A"}, "voucher": given, "secret": "a1" * 16}
    send = mine.get if way.endswith("now") else partial(mine.post, data=letter, content_type="application/json")
    assert send(way.format(course.code)).status_code == 500
    said = [record for record in caplog.records if record.levelno >= logging.WARNING and WithoutCodes().filter(record)]
    words = "\n".join(logging.Formatter().format(record) for record in said)
    assert "Internal Server Error" in words
    assert not [secret for secret in (course.code, course.keys[1], given, "a1" * 16) if secret in words]
