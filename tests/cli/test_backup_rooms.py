"""Backups and rooms: what people filled in today stays out of the file, and a room that is deleted stays deleted."""

import json
import shutil
from pathlib import Path

import pytest

from tests.fixtures.served import Server

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import UTC, datetime
from tests.actions.rooms.course import begin, token
now = datetime.now(UTC)
made = begin(9, now=now)
part = f"{{made.go_to('check_in', 'line', now=now)}}/arrived"
for key in made.keys:
    made.send(part, {{"line": "hemmeligt"}}, key=key, now=now)
part = f"{{made.go_to('culture_profile', 'pairs', now=now)}}/direction"
for number in range(9):
    made.send(part, {{"pull": "A"}}, token=token(number), now=now)
"""
COUNTS = """
import json
from django.apps import apps
print(json.dumps({m.__name__: m._base_manager.count() for m in apps.get_app_config("records").get_models()}))
"""
FINISH = """
from datetime import UTC, datetime
from kulturspejl.actions import rooms
from kulturspejl.records.models import Room, User
room = Room.objects.get()
rooms.finish(by=User.objects.get(name="Frida"), room_id=room.id, seen=room.version, now=datetime.now(UTC))
"""
DELETE = """
from datetime import UTC, datetime, timedelta
from kulturspejl.actions import rooms
rooms.delete_due(now=datetime.now(UTC) + timedelta(days=40))
"""


def instance(folder):
    (folder / "filled").mkdir()
    return Server(folder / "filled", {"SECRET_KEY": "the-same-for-all-instances-of-this-test"})


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A class in the middle of its day."""
    made = instance(tmp_path_factory.mktemp("made"))
    made.prepare().python(MAKE)
    return made.var


@pytest.fixture
def filled(made_once, tmp_path):
    """The same, for one test alone."""
    made = instance(tmp_path)
    shutil.copytree(made_once, made.var)
    return made


ANSWERS = """
from django.db import transaction
from kulturspejl.actions.rooms import boxes
from kulturspejl.records.models import Room
(room_id,) = Room.objects.values_list("id", flat=True)
with transaction.atomic():
    print(sum(len(boxes.read_answers(room_id, part)) for part in boxes.parts_with_a_box(room_id)))
"""


def answers(server) -> int:
    """How many answers without a name can be opened."""
    return int(server.python(ANSWERS).splitlines()[-1])


def counts(server) -> dict[str, int]:
    found = json.loads(server.python(COUNTS).splitlines()[-1])
    return {name: found[name] for name in ("Room", "Participant", "RoomNote", "RoomGate", "RoomBox")}


def test_what_was_filled_in_today_stays_out_unless_asked_for(filled, tmp_path):
    assert counts(filled) == {"Room": 1, "Participant": 9, "RoomNote": 9, "RoomGate": 1, "RoomBox": 1}
    filled.command("backup", str(tmp_path / "usual.zip"))
    filled.command("restore", str(tmp_path / "usual.zip"), "--replace")
    assert counts(filled) == {"Room": 1, "Participant": 9, "RoomNote": 0, "RoomGate": 0, "RoomBox": 0}


def test_an_open_box_comes_back_with_its_keys_where_it_was_asked_for(filled, tmp_path):
    assert answers(filled) == 9
    filled.command("backup", str(tmp_path / "all.zip"), "--include-open")
    for file in (filled.var / "keys").iterdir():
        file.unlink()
    assert answers(filled) == 0
    filled.command("restore", str(tmp_path / "all.zip"), "--replace")
    assert answers(filled) == 9


def test_what_was_deleted_at_the_end_of_the_day_does_not_come_back(filled, tmp_path):
    filled.command("backup", str(tmp_path / "all.zip"), "--include-open")
    filled.python(FINISH)
    filled.command("restore", str(tmp_path / "all.zip"), "--replace")
    assert counts(filled) == {"Room": 1, "Participant": 9, "RoomNote": 0, "RoomGate": 0, "RoomBox": 0}
    assert not list((filled.var / "keys").glob("*.*")), "no key comes back for a box that does not"


def test_a_room_whose_time_is_up_does_not_come_back(filled, tmp_path):
    filled.command("backup", str(tmp_path / "usual.zip"))
    filled.python(DELETE)
    filled.command("restore", str(tmp_path / "usual.zip"), "--replace")
    assert counts(filled) == {"Room": 0, "Participant": 0, "RoomNote": 0, "RoomGate": 0, "RoomBox": 0}


KEEP = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import UTC, datetime
from kulturspejl.records.models import User
from tests.actions.rooms import team
now = datetime.now(UTC)
amr = User.objects.get(name="Amir")
unit = amr.grants.get().unit_id
for action in ("Vi hilser", "Vi spørger"):
    lent = team.opened(now=now)
    team.agree(lent, action, now=now)
    team.offer(lent, now=now)
    team.take(lent, amr, unit, now=now)
offered = team.opened(now=now)
team.agree(offered, now=now)
team.offer(offered, now=now)
"""
TAKE_OFF = """
from datetime import UTC, datetime
from kulturspejl.actions import rooms
from kulturspejl.records.models import KeptMeeting, User
one = KeptMeeting.objects.order_by("id").first()
rooms.take_off(by=User.objects.get(name="Tove"), meeting_id=one.id, now=datetime.now(UTC))
"""


def test_what_a_unit_took_off_does_not_come_back_and_no_offer_does(filled, tmp_path):
    filled.python(KEEP)
    filled.command("backup", str(tmp_path / "usual.zip"))
    filled.python(TAKE_OFF)
    filled.command("restore", str(tmp_path / "usual.zip"), "--replace")
    found = json.loads(filled.python(COUNTS).splitlines()[-1])
    assert (found["KeptMeeting"], found["RoomOffer"], found["Action"]) == (1, 0, 2)
