"""Run by any version: people go on with what they held in their hands, one with a voucher from before."""

import json
import sys
import uuid
from datetime import UTC, datetime

import django
import pytest

django.setup()

from kulturspejl.actions import responses  # noqa: E402
from kulturspejl.core.errors import KulturspejlError  # noqa: E402
from tests.actions import town  # noqa: E402
from tests.actions.rooms import course  # noqa: E402

held = json.loads(sys.argv[1])
now = datetime.now(UTC)
responses.submit(voucher=held["voucher"], retry_id=uuid.uuid4(), answers=town.profile(3, 3, 2), now=now)
for code in held["codes"][6:8]:
    town.answer(code, town.profile(3, 3, 2), now=now)
room = course.Course(None, uuid.UUID(held["room"]), None, None)
for key in held["keys"][5:7]:
    room.send(held["part"], {"line": "nyt"}, key=key, now=now)
for spent in held["codes"][:6]:
    with pytest.raises(KulturspejlError):
        town.answer(spent, town.profile(1, 1, 1), now=now)
