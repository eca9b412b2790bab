"""Asking an address: a real server on this machine, reached as if it lay on the open internet, and attacks inward."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from kulturspejl.actions.reading import asking
from kulturspejl.actions.reading.asking import Answer, Web, ask

OUTSIDE = "93.184.216.34"


@dataclass
class Net:
    """A made-up internet: names, what each resolves to at each asking, and who was really connected to."""

    port: int
    names: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)
    reached: list[tuple[str, int]] = field(default_factory=list)

    def resolve(self, host, port):
        self.asked.append(host)
        if host not in self.names:
            return asking.resolve(host, port) if host[0].isdigit() or ":" in host else self._none(host)
        answers = self.names[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, place, port, seconds):
        self.reached.append((place, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    @staticmethod
    def _none(host):
        raise socket.gaierror(host)

    def web(self, trust=None):
        return Web(self.resolve, self.connect, trust)


@contextmanager
def serving(*answers: bytes, pace: float = 0.0, tls: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[bytes]]]:
    """A server that says these things, one a connection, and keeps what it was asked."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        def serve():
            for answer in answers:
                try:
                    line, _where = server.accept()
                    with tls.wrap_socket(line, server_side=True) if tls else line as talk:
                        heard.append(talk.recv(4096))
                        for byte in (answer[n : n + 1] for n in range(len(answer))) if pace else (answer,):
                            talk.sendall(byte)
                            time.sleep(pace)
                except OSError:
                    continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], heard


def said(status: int, location: str = "") -> bytes:
    where = f"Location: {location}\r\n" if location else ""
    return f"HTTP/1.1 {status} x\r\n{where}Set-Cookie: a=b\r\n\r\n".encode()


@pytest.mark.parametrize(
    ("status", "answer"),
    [(200, Answer.ANSWERS), (204, Answer.ANSWERS), (404, Answer.GONE), (410, Answer.GONE), (500, Answer.GONE),
     (403, Answer.UNSURE), (405, Answer.UNSURE), (429, Answer.UNSURE), (304, Answer.GONE), (302, Answer.GONE)],
)  # fmt: skip
def test_what_the_server_says_is_what_is_told(status, answer):
    with serving(said(status)) as (port, heard):
        net = Net(port, {"example.dk": [[OUTSIDE]]})
        assert ask("http://example.dk/artikel?a=1", net.web()) is answer
    assert net.reached == [(OUTSIDE, 80)]
    first, *headers = heard[0].decode().split("\r\n")
    assert first == "HEAD /artikel?a=1 HTTP/1.1"
    assert {line.partition(":")[0] for line in headers if line} == {"Host", "User-Agent", "Accept", "Connection"}


def test_three_redirects_are_followed_and_each_is_resolved_anew():
    chain = [said(301, "http://b.dk/"), said(302, "/next"), said(308, "http://c.dk/"), said(200)]
    with serving(*chain) as (port, _heard):
        net = Net(port, {"a.dk": [[OUTSIDE]], "b.dk": [["9.9.9.9"]], "c.dk": [["2a00:1450::1"]]})
        assert ask("http://a.dk/", net.web()) is Answer.ANSWERS
    assert net.asked == ["a.dk", "b.dk", "b.dk", "c.dk"]
    assert net.reached == [(OUTSIDE, 80), ("9.9.9.9", 80), ("9.9.9.9", 80), ("2a00:1450::1", 80)]
    with serving(*[said(302, "/again")] * 5) as (port, heard):
        assert ask("http://a.dk/", Net(port, {"a.dk": [[OUTSIDE]]}).web()) is Answer.GONE
    assert len(heard) == 4


INWARD = [
    "127.0.0.1", "0", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "017700000001", "10.0.0.1", "169.254.169.254",
    "192.168.1.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
    "[fd00:ec2::254]", "[fe80::1]", "100.100.100.200",
]  # fmt: skip


@pytest.mark.parametrize("host", INWARD)
def test_no_way_of_writing_an_inward_address_is_asked_nor_redirected_to(host):
    net = Net(1, {})
    assert ask(f"http://{host}/latest/meta-data/", net.web()) in (Answer.INWARD, Answer.GONE)
    assert net.reached == []
    with serving(said(302, f"http://{host}/")) as (port, _heard):
        net = Net(port, {"a.dk": [[OUTSIDE]]})
        assert ask("http://a.dk/", net.web()) in (Answer.INWARD, Answer.GONE)
    assert net.reached == [(OUTSIDE, 80)]


def test_a_name_with_one_inward_address_among_public_ones_is_not_asked():
    for places in ([OUTSIDE, "10.0.0.1"], ["10.0.0.1", OUTSIDE], [OUTSIDE, "::1"], ["169.254.169.254"]):
        net = Net(1, {"a.dk": [places]})
        assert ask("https://a.dk/", net.web()) is Answer.INWARD
        assert net.reached == []


def test_a_name_that_turns_inward_after_it_was_judged_is_still_asked_where_it_was_judged():
    with serving(said(200)) as (port, _heard):
        net = Net(port, {"rebinding.dk": [[OUTSIDE], ["127.0.0.1"]]})
        assert ask("http://rebinding.dk/", net.web()) is Answer.ANSWERS
    assert net.asked == ["rebinding.dk"]
    assert net.reached == [(OUTSIDE, 80)]
    with serving(said(302, "http://rebinding.dk/b")) as (port, _heard):
        net = Net(port, {"rebinding.dk": [[OUTSIDE], ["127.0.0.1"]]})
        assert ask("http://rebinding.dk/", net.web()) is Answer.INWARD
    assert net.reached == [(OUTSIDE, 80)]


@pytest.mark.parametrize(
    "location",
    ["http://a.dk:6379/", "https://a.dk:80/", "file:///etc/passwd", "gopher://a.dk/", "http://u:p@a.dk/", "http://[::1",
     "http://nowhere.invalid/", "ftp://a.dk/", "javascript:1", "http://a.dk/" + "x" * 600],
)  # fmt: skip
def test_a_redirect_to_what_is_no_plain_address_ends_there(location):
    with serving(said(302, location)) as (port, _heard):
        net = Net(port, {"a.dk": [[OUTSIDE]]})
        assert ask("http://a.dk/", net.web()) is Answer.GONE
    assert len(net.reached) == 1


@pytest.mark.parametrize(
    "answer", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.1 \xb2\r\n\r\n", b"HTTP/1.1\r\n\r\n", b"\0" * 20_000]
)
def test_what_is_no_web_server_does_not_answer(answer):
    with serving(answer) as (port, _heard):
        assert ask("http://a.dk/", Net(port, {"a.dk": [[OUTSIDE]]}).web()) is Answer.GONE


def test_a_server_that_answers_a_sign_at_a_time_is_given_up_when_the_time_is_over():
    with serving(said(200) * 4, pace=0.05) as (port, _heard):
        started = time.monotonic()
        found = ask("http://a.dk/", Net(port, {"a.dk": [[OUTSIDE]]}).web(), patience=0.3)
    assert found is Answer.GONE
    assert time.monotonic() - started < 1.0


def test_a_certificate_must_be_for_the_name_that_was_asked(certificate):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate.certificate, certificate.key)
    trust = ssl.create_default_context(cafile=str(certificate.certificate))
    with serving(said(200), said(200), said(200), tls=tls) as (port, heard):
        net = Net(port, {"kulturspejl.test": [[OUTSIDE]], "other.test": [[OUTSIDE]]})
        assert ask("https://kulturspejl.test/x", net.web(trust)) is Answer.ANSWERS
        assert ask("https://other.test/x", net.web(trust)) is Answer.GONE
        assert ask("https://kulturspejl.test/x", net.web()) is Answer.GONE
    assert net.reached == [(OUTSIDE, 443)] * 3
    assert len(heard) == 1
