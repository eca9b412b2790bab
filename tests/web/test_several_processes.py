"""Two real server processes on one PostgreSQL: a press at one reaches the phones of the other, come what may."""

import json
import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import psycopg
import pytest

from tests.fixtures.ports import free_port
from tests.fixtures.served import PROGRAM, Server, finish
from tests.web.test_bells import Listener

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
EARS = "FROM pg_stat_activity WHERE application_name = 'kulturspejl bell' AND datname = current_database()"
MARK = "m" * 32
SCENE = f"""
import sys, json
from datetime import UTC, datetime
sys.path.insert(0, {str(ROOT)!r})
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tests.actions.rooms.course import begin
course = begin(1, now=datetime.now(UTC))
store = SessionStore()
store[SESSION_KEY], store[HASH_SESSION_KEY] = str(course.frida.pk), course.frida.get_session_auth_hash()
store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
store.create()
print(json.dumps(dict(room=str(course.id), code=course.code, key=course.keys[0], session=store.session_key)))
"""


class Room:
    """A room, its facilitator and one participant, by plain HTTP."""

    def __init__(self, server):
        self.__dict__.update(json.loads(server.python(SCENE).splitlines()[-1]))

    def press(self, server, verb="next"):
        data = {"verb": verb, "seen": self.version(server), "csrfmiddlewaretoken": MARK, "minutes": 2}
        request = urllib.request.Request(
            f"{server.url}/facilitate/{self.room}/do", data=urllib.parse.urlencode(data).encode()
        )
        request.add_header("Cookie", f"sessionid={self.session}; csrftoken={MARK}")
        with urllib.request.urlopen(request, timeout=60) as reply:
            assert reply.status == 200

    def now(self, server):
        request = urllib.request.Request(f"{server.url}/room/{self.code}/now")
        request.add_header("Cookie", f"kulturspejl_room={self.key}")
        with urllib.request.urlopen(request, timeout=60) as reply:
            return reply.read().decode()

    def version(self, server):
        return int(re.search(r'data-version="(\d+)"', self.now(server))[1])

    def listen(self, server):
        return Listener(server.port, f"/room/{self.code}/bell")


@pytest.fixture
def pair(tmp_path, new_postgres_url):
    """Two processes as on two machines that share the database and the folder of keys."""
    url = new_postgres_url(with_tables=True)
    made = []
    for name in "ab":
        (tmp_path / name).mkdir()
        here = {"DATABASE_URL": url, "KULTURSPEJL_VAR": str(tmp_path / "var")}
        made.append(Server(tmp_path / name, here).start())
    yield made
    finish(made)


def health(server):
    with urllib.request.urlopen(f"{server.url}/healthz", timeout=60) as reply:
        return reply.read().decode()


def until(is_so, seconds=20):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_press_at_one_process_reaches_a_phone_at_the_other(pair):
    here, there = pair
    room = Room(here)
    phone = room.listen(there)
    first = phone.stamp()
    before = room.version(there)
    room.press(here)
    heard = phone.stamp()
    assert heard != first
    assert room.version(there) == before + 1
    assert f'data-stamp="{heard}"' in page(room, here), "both processes speak of the same stamp"
    assert f'data-stamp="{heard}"' in page(room, there)


def page(room, server):
    request = urllib.request.Request(f"{server.url}/room/{room.code}")
    request.add_header("Cookie", f"kulturspejl_room={room.key}")
    with urllib.request.urlopen(request, timeout=60) as reply:
        return reply.read().decode()


def test_when_the_database_hangs_up_nothing_is_slept_through(pair):
    here, there = pair
    room = Room(here)
    phone = room.listen(there)
    phone.stamp()
    with psycopg.connect(there.environment["DATABASE_URL"], autocommit=True) as operator:
        assert operator.execute(f"SELECT count(*) {EARS}").fetchone() == (2,), "one ear a process"
        operator.execute(f"SELECT pg_terminate_backend(pid) {EARS}")
        room.press(here)
        heard = {phone.stamp()}
        until(lambda: operator.execute(f"SELECT count(*) {EARS}").fetchone() == (2,))
    until(lambda: health(there) == health(here) == "ok")
    before = room.version(there)
    room.press(here)
    until(lambda: f'data-stamp="{phone.stamp()}"' in page(room, here))
    assert heard
    assert room.version(there) == before + 1
    assert "The bell has lost PostgreSQL" in there.log()


def test_while_nobody_can_listen_the_health_page_says_so(pair, postgres):
    here, _there = pair
    name = here.environment["DATABASE_URL"].split("/")[3].split("?")[0]
    # New connections are refused; those that pages have already are kept.
    postgres.do(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    postgres.do("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kulturspejl bell'")
    until(lambda: told(here) == "ok\nbell")
    postgres.do(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    until(lambda: told(here) == "ok")
    here.expects_faults = True


def told(server):
    """The health page, whatever its status: a thread that has no connection yet cannot store."""
    try:
        return health(server)
    except urllib.error.HTTPError as error:
        return error.read().decode()


@pytest.fixture
def many(tmp_path, new_postgres_url):
    """One command with two processes on one port."""
    server = Server(tmp_path, {"DATABASE_URL": new_postgres_url(with_tables=True)}, ("--processes", "2")).start()
    yield server
    finish([server])


def children(server):
    told = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(server.process.pid)], capture_output=True, text=True, check=False
    )
    return [int(one) for one in told.stdout.split()]


def test_one_command_serves_two_processes_on_one_port(many):
    room = Room(many)
    assert len(children(many)) == 2
    phones = [room.listen(many) for _ in range(24)]
    before = [phone.stamp() for phone in phones]
    assert len(set(before)) == 2, "some at each process: until the first ring each has its own stamp"
    room.press(many)
    assert len({phone.stamp() for phone in phones}) == 1


def test_one_that_dies_is_started_again_and_all_end_with_the_command(many):
    dead, alive = children(many)
    os.kill(dead, signal.SIGKILL)
    until(lambda: len(set(children(many)) - {dead}) == 2)
    until(many.is_ready)
    many.stop()
    assert many.process.returncode == 0, many.log()[-3000:]
    assert not Path(f"/proc/{alive}").exists()
    assert "is started again" in many.log()


def test_when_the_command_is_killed_its_processes_end(many):
    ours = children(many)
    many.process.kill()
    many.process.wait(60)
    until(lambda: not any(Path(f"/proc/{one}").exists() for one in ours))


@pytest.mark.parametrize(("count", "told"), [("2", "needs PostgreSQL"), ("0", "from 1 to"), ("99", "from 1 to")])
def test_the_embedded_store_has_one_process(tmp_path, count, told):
    server = Server(tmp_path)
    command = [*PROGRAM, "serve", "--port", str(free_port()), "--processes", count]
    done = subprocess.run(
        command, cwd=tmp_path, env=server.environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert told in done.stderr
