"""Who hears a bell, and that it rings: the real program, its sessions and its rounds."""

import json
import queue
import socket
import threading
from pathlib import Path

import pytest

from kulturspejl.web.bells import topic_of

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
ROUND = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
SCENE = f"""
import sys, json
from datetime import UTC, datetime, timedelta
sys.path.insert(0, {str(ROOT)!r})
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tests.actions.town import found_town, ask
now = datetime.now(UTC) - timedelta(minutes=1)
where = found_town(headcount=9, now=now)
def session(user):
    store = SessionStore()
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store.create()
    return store.session_key
made = str(ask(where, mails=9, now=now))
print(json.dumps({{"round": made, "leader": session(where.leader), "hr": session(where.hr)}}))
"""


class Listener:
    """An open stream, read line by line in a thread."""

    def __init__(self, port, path, session=""):
        self.lines = queue.Queue()
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=60)
        cookie = f"Cookie: sessionid={session}\r\n" if session else ""
        self.connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{cookie}\r\n".encode())
        self.file = self.connection.makefile("rb")
        self.status = int(self.file.readline().split()[1])
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.file:
            self.lines.put(line.decode().strip())
        self.lines.put(None)

    def stamp(self):
        """The next event's stamp; None when the stream has ended."""
        while (line := self.lines.get(timeout=60)) is not None:
            if line.startswith("data: "):
                return line.removeprefix("data: ")
        return None


def test_only_bells_have_a_topic():
    assert topic_of(f"/rounds/{ROUND}/bell").name == f"round:{ROUND}"
    assert topic_of(f"/rounds/{ROUND}") is None
    assert topic_of(f"/rounds/{ROUND.upper()}/bell") is None
    assert topic_of("/rounds/x/bell") is None


@pytest.fixture(scope="module")
def scene(server):
    return json.loads(server.python(SCENE).splitlines()[-1])


def test_strangers_and_hr_hear_nothing(server, scene):
    path = f"/rounds/{scene['round']}/bell"
    assert Listener(server.port, path).status == 404
    assert Listener(server.port, path, scene["hr"]).status == 404
    assert Listener(server.port, path, "forged").status == 404
    assert Listener(server.port, f"/rounds/{ROUND}/bell", scene["leader"]).status == 404


def test_the_leader_hears_that_the_round_was_cancelled_and_the_end_of_the_server(server, scene):
    listener = Listener(server.port, f"/rounds/{scene['round']}/bell", scene["leader"])
    assert listener.status == 200
    before = listener.stamp()
    cancel(server, scene)
    assert listener.stamp() not in (before, None)
    server.stop()
    assert listener.stamp() is None
    assert server.process.returncode == 0, server.log()[-3000:]


def cancel(server, scene):
    """By the page that the leader has, so that the ring happens in the server's own process."""
    page = ask(server, "GET", f"/rounds/{scene['round']}", scene["leader"])
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    cookie = page.split("csrftoken=")[1].split(";")[0]
    body = f"csrfmiddlewaretoken={token}"
    ask(server, "POST", f"/rounds/{scene['round']}/cancel", f"{scene['leader']}; csrftoken={cookie}", body)


def ask(server, method, path, session, body=""):
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: sessionid={session}\r\nConnection: close\r\n"
        form = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        connection.sendall((head + form + "\r\n" + body).encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode(errors="replace")
    assert answer.split()[1] in {"200", "302"}, answer[:500]
    return answer


@pytest.mark.django_db(transaction=True)
def test_a_session_that_has_ended_or_run_out_hears_nothing(settings):
    from datetime import timedelta

    from django.test import Client

    from kulturspejl.faces.shared import signed_in
    from kulturspejl.records.models import OpenSession
    from kulturspejl.web import bells
    from tests import people

    where = people.team(9)
    made = people.waiting_round(where)
    topic = topic_of(f"/rounds/{made}/bell")

    def browser():
        client = Client()
        client.force_login(where.leader)
        cookie = f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}".encode()
        return client, {"headers": [(b"cookie", cookie)], "client": ("127.0.0.1", 5000)}

    first, asked = browser()
    assert bells._permitted(topic, asked)
    second, others = browser()
    first.post("/account/sessions/end")
    assert not bells._permitted(topic, others)
    session = first.session
    mark = signed_in.mark_of(session)
    signed_in._write(session, signed_in.Mark(mark.id, mark.began, mark.used - timedelta(hours=8, minutes=1)))
    session.save()
    assert not bells._permitted(topic, asked)
    assert OpenSession.objects.count() == 1
    assert second.get("/home").status_code == 302
