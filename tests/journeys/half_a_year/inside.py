"""What is run inside the instance: its jobs, morning by morning, and a session for whoever has an account."""

import json
import sys
import time as waiting
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from kulturspejl.actions import mailing
from kulturspejl.actions.result_letters import rounds_with_lists
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import CourseLetter, DemoMail, Letter, Round, RoundState, User
from kulturspejl.values.hours import is_quiet
from kulturspejl.web.jobs import ALL
from tests.journeys.half_a_year.place import MORNING, days_between, set_clock

MINE = ("close", "tell", "courses", "course letters", "rooms", "plan reminders", "shared lines", "minutes")
"""In an order in which one finds what another has done. The server does these too, but once a minute or a day, and
nobody wants to wait for that. Letters it sends itself."""
PATIENCE = 30


def walk(file: str, first: str, last: str, read: int) -> None:
    """Each day from the first to the last, both included; says the letters with the days on which they came.

    `read` is the last letter that is known, so that none is left out which came while somebody acted.
    """
    by_name = {job.name: job for job in ALL}
    came = []
    for day in days_between(date.fromisoformat(first), date.fromisoformat(last)):
        if clock.today() != day:
            set_clock(Path(file), day, MORNING)
        for name in MINE:
            by_name[name].work()
        _until_all_are_sent()
        fresh = list(DemoMail.objects.filter(id__gt=read).order_by("id"))
        came += [(day.isoformat(), one.to, one.subject, one.body) for one in fresh]
        read = fresh[-1].id if fresh else read
    sys.stdout.write(json.dumps([read, came]))


def sign_in(address: str) -> None:
    """A session as it is after the code from the mail."""
    user = User.objects.get(email=address)
    made = SessionStore()
    made[SESSION_KEY] = str(user.pk)
    made[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    made[HASH_SESSION_KEY] = user.get_session_auth_hash()
    made.save()
    sys.stdout.write(made.session_key)


def _until_all_are_sent() -> None:
    end = waiting.monotonic() + PATIENCE
    while not is_quiet(clock.now()) and _waits():
        assert waiting.monotonic() < end, "letters wait, and nobody sends them"
        waiting.sleep(0.1)


def _waits() -> bool:
    letters = any(table.objects.filter(state="waiting").exists() for table in (CourseLetter, Letter))
    open_now = Round.objects.filter(state=RoundState.OPEN).values_list("id", flat=True)
    return letters or bool(rounds_with_lists()) or any(mailing.waiting_in(one) for one in open_now)
