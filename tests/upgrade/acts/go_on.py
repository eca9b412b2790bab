"""Run by any version: people go on with what they held in their hands, one with a voucher from before."""

import json
import sys
import uuid
from datetime import UTC, datetime

import django
import pytest

django.setup()

from kulturspejl.actions import responses, rooms  # noqa: E402
from kulturspejl.core.errors import KulturspejlError  # noqa: E402
from kulturspejl.records.models import User  # noqa: E402
from tests.actions import town  # noqa: E402
from tests.actions.rooms import course  # noqa: E402

held = json.loads(sys.argv[1])
now = datetime.now(UTC)
responses.submit(voucher=held["voucher"], retry_id=uuid.uuid4(), answers=town.profile(3, 3, 2), now=now)
for code in held["codes"][6:8]:
    town.answer(code, town.profile(3, 3, 2), now=now)
frida = User.objects.get(email="frida@havnby.test")
room = course.Course(None, uuid.UUID(held["room"]), frida, None, held["keys"])
for key in held["keys"][5:7]:
    room.send(held["part"], {"line": "nyt"}, key=key, now=now)
if held["box"]:
    room.go_to("culture_profile", "pairs", now=now)
    assert [one["choice"] for one in room.answers(held["box"])] == ["A"] * 3
    assert room.buy(held["box"], course.token(3), now=now) == held["own"], "the same phone has its voucher still"
    answer = {"part": held["box"], "values": {"pull": "B"}, "voucher": held["own"]}
    assert rooms.contribute(code=room.code, id=uuid.uuid4(), **answer, now=now) == "stored"
    assert sorted(one["choice"] for one in room.answers(held["box"])) == ["A", "A", "A", "B"]
    with pytest.raises(KulturspejlError):
        room.buy(held["box"], "another phone of the same person 0003", now=now)
for spent in held["codes"][:6]:
    with pytest.raises(KulturspejlError):
        town.answer(spent, town.profile(1, 1, 1), now=now)
