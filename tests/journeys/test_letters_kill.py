"""The plug is pulled while letters go out: none is lost, and one is sent twice only where the yes was not noted."""

import signal
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from tests.fixtures.mail import Letter, MailServer
from tests.fixtures.ports import free_port
from tests.fixtures.served import Server, finish

pytestmark = pytest.mark.slow
PEOPLE = 12
TOWN = f"""
from datetime import timedelta
from django.utils import timezone
from kulturspejl.actions import organisations, people, rounds
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import User
now = timezone.now()
steward = organisations.begin(
    name="Havnby", language="da", steward_name="Sanne", steward_email="sanne@havnby.test", now=now
)
where = dict(by=steward, organisation_id=steward.grants.get().organisation_id, now=now)
unit = organisations.add_unit(**where, name="Nord", parent=None, headcount={PEOPLE})
for name, role in (("karen", Role.LEADER), ("amir", Role.AMR), ("tove", Role.TR)):
    people.grant(**where, email=name + "@havnby.test", name=name, role=role, unit_id=unit, ends=None)
leader, amr = (User.objects.get(email=name + "@havnby.test") for name in ("karen", "amir"))
addresses = [(f"person{{number}}@havnby.test", "") for number in range({PEOPLE})]
made = rounds.create(
    by=leader, root=unit, people={{unit: rounds.People(addresses=addresses)}}, closes_at=now + timedelta(days=10),
    points=10, preferred="drawn", why="", language="da", now=now,
)
rounds.release_sending(by=amr, round_id=made, agreed=True, now=now)
"""
EXPECTED = PEOPLE + 4
"""The invited, three who were given a permission, and the leader, whose round is open."""


class Murderer(MailServer):
    """Kills the program after it has taken these letters, before or after it says so."""

    victim: Server
    before_the_yes = (3, 7)
    after_the_yes = (5, 10)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        said = await super().handle_DATA(server, session, envelope)
        if len(self.letters) in self.before_the_yes:
            self.victim.kill()
        if len(self.letters) in self.after_the_yes:
            server.loop.call_later(0.001, self.victim.kill)
        return said


@pytest.fixture
def murderer() -> Iterator[Murderer]:
    made = Murderer("127.0.0.1", free_port())
    controller = Controller(made, hostname=made.host, port=made.port)
    controller.start()
    yield made
    controller.stop()


def whom(letters: list[Letter]) -> Counter[tuple[str, str]]:
    """How often each came; the day's gathered letter about permissions may fall within the test or after it."""
    named = Counter((letter.receivers[0], str(letter.message["Subject"])) for letter in letters)
    return Counter({one: times for one, times in named.items() if not one[1].startswith("Der er ændret noget")})


def come_back(server: Server) -> None:
    """Started again; letters go out at once, so that the next kill may fall before it says that it serves."""
    try:
        server.start()
    except AssertionError:
        assert server.process is not None
        if server.process.poll() != -signal.SIGKILL:
            raise


def test_every_letter_comes_and_twice_only_where_a_kill_fell_between_yes_and_note(tmp_path, murderer):
    server = Server(tmp_path, murderer.environment)
    murderer.victim = server
    server.start()
    try:
        server.python(TOWN)
        end = time.monotonic() + 150
        while len(whom(murderer.letters)) < EXPECTED and time.monotonic() < end:
            if server.process is not None and server.process.poll() is not None:
                come_back(server)
            time.sleep(0.2)
        time.sleep(5)
    finally:
        finish([server])
    kills = len(Murderer.before_the_yes) + len(Murderer.after_the_yes)
    come = whom(murderer.letters)
    assert len(come) == EXPECTED
    assert 1 <= sum(come.values()) - EXPECTED <= kills
    for receiver_and_subject, times in come.items():
        ids = {str(one.message["Message-ID"]) for one in murderer.letters
               if (one.receivers[0], str(one.message["Subject"])) == receiver_and_subject}  # fmt: skip
        assert len(ids) == 1, f"the same letter, come {times} times, is to be known as one"
