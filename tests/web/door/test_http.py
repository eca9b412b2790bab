"""HTTP at the quick door, byte by byte against the real program: what RFC 9112 lets a client send, and what is half."""

import json
import socket
import time
import uuid

import pytest

from benchmarks.load.people import Person, numbered
from tests.fixtures.served import ROOT

pytestmark = pytest.mark.slow
PEOPLE = 9


@pytest.fixture(scope="module")
def people(server):
    """A round for nine in the running program."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['round', '{PEOPLE}', '1']\n"
    code += "from benchmarks.load.round import main; main()"
    return [Person(at, one) for at, one in enumerate(json.loads(server.python(code).splitlines()[-1]))]


class Wire:
    """A connection, and what comes back on it."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.file = self.socket.makefile("rb")

    def send(self, raw):
        self.socket.sendall(raw)

    def reply(self, has_body=True):
        line = self.file.readline().decode()
        headers = {}
        while (field := self.file.readline().decode().strip()) != "":
            name, _colon, value = field.partition(":")
            headers[name.lower()] = value.strip()
        body = self.file.read(int(headers.get("content-length", 0))) if has_body else b""
        return int(line.split(" ")[1]), headers, body


def a_head(method, path, *fields):
    first = (f"{method} {path} HTTP/1.1", "Host: localhost", "Content-Type: application/json")
    return "\r\n".join((*first, *fields, "", "")).encode()


def a_post(path, body):
    return a_head("POST", path, f"Content-Length: {len(body)}") + body


def admission(person):
    return f"/r/{person.code}/admit", b'{"blinded": "%s"}' % (b"eHh4" * 8)


def admitted(wire, person):
    wire.send(a_post(*admission(person)))
    return json.loads(wire.reply()[2])["voucher"]


def an_answer(wire, person):
    given = {"voucher": admitted(wire, person), "id": str(uuid.uuid4()), "answers": numbered(person.number)}
    return json.dumps(given).encode()


def test_one_connection_carries_page_admission_and_answer(server, people):
    wire, person = Wire(server.port), people[0]
    wire.send(a_head("GET", f"/r/{person.code}"))
    status, headers, body = wire.reply()
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert person.code in body.decode()
    wire.send(a_post("/answers", an_answer(wire, person)))
    assert wire.reply()[0] == 201


def test_head_has_the_headers_and_no_body(server, people):
    wire, person = Wire(server.port), people[1]
    wire.send(a_head("HEAD", f"/r/{person.code}"))
    status, headers, _nothing = wire.reply(has_body=False)
    assert status == 200
    assert headers["content-type"] == "text/html; charset=utf-8"
    wire.send(a_head("HEAD", "/answers"))
    assert wire.reply(has_body=False)[0] == 405
    wire.send(a_post(*admission(person)))
    assert wire.reply()[0] == 200, "nothing of a body was left on the wire"


def test_a_body_in_chunks_is_the_same_body(server, people):
    wire, person = Wire(server.port), people[2]
    path, body = admission(person)
    chunks = b"".join(b"%x\r\n%s\r\n" % (1, body[at : at + 1]) for at in range(len(body))) + b"0\r\n\r\n"
    wire.send(a_head("POST", path, "Transfer-Encoding: chunked") + chunks)
    status, _headers, chunked = wire.reply()
    wire.send(a_post(path, body))
    assert (status, chunked) == (200, wire.reply()[2])


def test_whoever_asks_first_is_told_to_go_on(server, people):
    wire, (path, body) = Wire(server.port), admission(people[3])
    wire.send(a_head("POST", path, f"Content-Length: {len(body)}", "Expect: 100-continue"))
    status, _headers, _body = wire.reply(has_body=False)
    assert status == 100
    wire.send(body)
    assert wire.reply()[0] == 200


def test_requests_one_behind_the_other_are_answered_in_that_order(server, people):
    wire, person = Wire(server.port), people[4]
    sent = an_answer(wire, person)
    three = [a_post("/answers", one) for one in (sent, b"{", sent)]
    wire.send(b"".join(three) + a_head("GET", "/healthz"))
    assert [wire.reply()[0] for _ in range(4)] == [201, 422, 200, 200]


def test_half_a_body_stores_nothing_and_holds_nobody_up(server, people):
    wire, person = Wire(server.port), people[5]
    sent = an_answer(wire, person)
    half = Wire(server.port)
    half.send(a_post("/answers", sent)[:-20])
    began = time.monotonic()
    other = Wire(server.port)
    other.send(a_post(*admission(person)))
    assert other.reply()[0] == 200
    assert time.monotonic() - began < 20, "the half one is waited for a minute"
    half.socket.close()
    wire.send(a_post("/answers", sent))
    assert wire.reply()[0] == 201, "not stored before"


def test_a_body_that_comes_slowly_is_taken(server, people):
    wire, person = Wire(server.port), people[6]
    sent = a_post("/answers", an_answer(wire, person))
    for at in range(0, len(sent), 200):
        wire.send(sent[at : at + 200])
        time.sleep(0.05)
    assert wire.reply()[0] == 201


def test_a_body_that_is_too_long_is_refused_in_words(server):
    wire = Wire(server.port)
    wire.send(a_post("/answers", b'"' + b"x" * 70_000 + b'"'))
    status, _headers, body = wire.reply()
    assert status == 413
    assert "for langt" in body.decode()


@pytest.mark.parametrize(
    "raw",
    [
        b"POST /answers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
        b"POST /answers HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /answers HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /answers SMTP\r\n\r\n",
    ],
)
def test_what_is_no_http_is_refused_and_the_next_is_served(server, raw):
    wire = Wire(server.port)
    wire.send(raw)
    wire.socket.shutdown(socket.SHUT_WR)
    first = wire.file.readline()
    assert first == b"" or first.split(b" ")[1].startswith(b"4")
    other = Wire(server.port)
    other.send(a_head("GET", "/healthz"))
    assert other.reply()[0] == 200
