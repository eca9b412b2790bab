"""Nobody without a login stops the real program: not by sending or reading slowly, nor by much, nor by nonsense."""

import contextlib
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
FILE = b'--x\r\nContent-Disposition: form-data; name="a"; filename="f"\r\n\r\n'
MANY = 24
"""More than there are threads for pages."""


@contextlib.contextmanager
def line_to(server, *, narrow: bool = False) -> Iterator[socket.socket]:
    with socket.socket() as line:
        if narrow:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        line.settimeout(60)
        line.connect(("127.0.0.1", server.port))
        yield line


def ask(server, words: bytes) -> bytes:
    """The whole reply to raw words."""
    heard = b""
    with line_to(server) as line:
        line.sendall(words)
        with contextlib.suppress(ConnectionResetError):
            while part := line.recv(65536):
                heard += part
    return heard


def request(server, method: bytes, path: bytes, body: bytes = b"", *headers: bytes) -> bytes:
    lines = [method + b" " + path + b" HTTP/1.1", b"Host: localhost", b"Connection: close", *headers]
    length = [b"Content-Length: %d" % len(body)] if body or method == b"POST" else []
    return ask(server, b"\r\n".join([*lines, *length, b"", body]))


def status(reply: bytes) -> int:
    return int(reply.split(b" ", 2)[1]) if reply else 0


def answers_at_once(server) -> bool:
    begin = time.monotonic()
    return status(request(server, b"GET", b"/healthz")) == 200 and time.monotonic() - begin < 20


@pytest.mark.parametrize("address", [b"/", b"/account/login/", b"/answers", b"/r/ABC/admit"])
def test_half_sentences_hold_up_nobody(server, address):
    with contextlib.ExitStack() as open_lines:
        for _ in range(MANY):
            line = open_lines.enter_context(line_to(server))
            head = b"POST " + address + b" HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n"
            line.sendall(head + FORM + b"\r\ncode=")
        time.sleep(0.3)
        assert answers_at_once(server)


def test_slow_readers_hold_up_nobody(server):
    longest = max((server.var / "static").rglob("*.js"), key=lambda file: file.stat().st_size)
    path = str(longest.relative_to(server.var / "static")).encode()
    with contextlib.ExitStack() as open_lines:
        for _ in range(MANY):
            line = open_lines.enter_context(line_to(server, narrow=True))
            line.sendall((b"GET /static/" + path + b" HTTP/1.1\r\nHost: localhost\r\n\r\n") * 30)
        time.sleep(1.5)
        assert answers_at_once(server)


def test_an_upload_from_nobody_is_not_kept_on_disk(server):
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
    with line_to(server) as line:
        line.sendall(head + b"Content-Length: 30000000\r\n\r\n" + FILE)
        for _ in range(20):
            line.sendall(b"a" * 1_000_000)
        files = Path(f"/proc/{server.process.pid}/fd").iterdir()
        names = []
        for file in files:
            with contextlib.suppress(OSError):
                names.append(str(file.readlink()))
        assert [name for name in names if name.endswith(".upload")] == []
        line.sendall(b"a" * (10_000_000 - len(FILE)))
        reply = line.recv(65536)
    assert status(reply) == 413
    assert "for langt" in reply.decode()


def test_a_stranger_cannot_name_the_address_that_guesses_are_counted_by(serve):
    """Behind a proxy that takes X-Forwarded-For away, or sets it: another spelling of it must not come through."""
    server = serve(KULTURSPEJL_BEHIND_PROXY="1")
    for number in range(40):
        forged = b"X_Forwarded_For: 10.0.0.%d" % number
        page = request(server, b"GET", b"/account/login/", b"", forged)
        cookie = page.split(b"csrftoken=")[1].split(b";")[0]
        token = page.split(b'name="csrfmiddlewaretoken" value="')[1].split(b'"')[0]
        body = b"login=a%d@havnby.test&password=wrong-wrong-wrong&csrfmiddlewaretoken=%s" % (number, token)
        reply = request(server, b"POST", b"/account/login/", body, FORM.strip(), b"Cookie: csrftoken=" + cookie, forged)
        if status(reply) == 429 or b"mislykkede" in reply or b"failed login" in reply:
            return
    raise AssertionError("forty wrong passwords from one machine, and none of them had to wait")


NONSENSE = {
    "letters in a query": (b"GET", "/?æ=ø".encode(), b""),
    "letters in a path": (b"GET", "/r/æ".encode(), b""),
    "letters in an answer's query": (b"POST", "/answers?æ".encode(), b"{}"),
    "no UTF-8 in a path": (b"GET", b"/r/%ff%fe", b""),
    "NUL in a path": (b"GET", b"/r/%00", b""),
    "a long address": (b"GET", b"/r/" + b"a" * 60_000, b""),
    "a long query behind a login": (b"GET", b"/home?" + b"a" * 50_000, b""),
    "ten thousand fields": (b"POST", b"/", b"&".join(b"a%d=1" % number for number in range(10_000))),
    "no UTF-8 in a form": (b"POST", b"/", b"code=%ff%fe&code=\xff"),
    "a long form": (b"POST", b"/", b"code=" + b"a" * 3_000_000),
    "a long answer": (b"POST", b"/answers", b"{" + b"a" * 100_000),
    "another method": (b"BREW", b"/home", b""),
    "the server's own files": (b"GET", b"/static/%2e%2e/secret_key", b""),
    "the server's own files again": (b"GET", b"/static/../start_code", b""),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_refused_and_nothing_breaks(server, name):
    method, path, body = NONSENSE[name]
    reply = request(server, method, path, body, *([FORM.strip()] if body else []))
    assert 200 <= status(reply) < 500, reply[:200]
    assert answers_at_once(server)


KINDS = (
    b"multipart/form-data", b"multipart/form-data; boundary=x", b"multipart/form-data; boundary=" + b"x" * 3000,
    b"application/x-www-form-urlencoded; charset=utf-16", b"application/x-www-form-urlencoded; charset=base64",
    b"application/json; charset=rot13", b"text/html", b"; ; =", b"\xc3\xa6",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_no_content_type_breaks(server, kind):
    for address in (b"/", b"/answers", b"/r/ABC/admit", b"/r/ABC", b"/account/login/", b"/language"):
        for body in (b"", b"--x\r\n\xff", b"{", b"code=a", FILE + b"\xff\r\n--x--\r\n"):
            reply = request(server, b"POST", address, body, b"Content-Type: " + kind)
            assert 200 <= status(reply) < 500, (address, body, reply[:200])


@pytest.mark.parametrize(
    "head",
    [
        b"Host: a\r\nHost: b",
        b"",
        b"Host: a,b/<script>",
        b"Host: localhost\r\nCookie: sessionid=\xc3\xa6; \x01=..",
        b"Host: localhost\r\nAccept-Language: " + b"a-" * 5000,
        b"Host: localhost\r\nCookie: django_language=../../x",
    ],
)
def test_no_head_breaks(server, head):
    for path in (b"/", b"/home", b"/rounds/3f2504e0-4f89-41d3-9a0c-0305e82c3301/bell"):
        reply = ask(server, b"GET " + path + b" HTTP/1.1\r\n" + head + b"\r\nConnection: close\r\n\r\n")
        assert 200 <= status(reply) < 500, reply[:200]
        assert b"<script>" not in reply.split(b"\r\n\r\n", 1)[1]


def test_nonsense_fills_no_log(serve):
    server = serve()
    before = len(server.log())
    for name in NONSENSE:
        method, path, body = NONSENSE[name]
        request(server, method, path, body, *([FORM.strip()] if body else []))
    ask(server, b"GET / HTTP/1.1\r\nHost: a,b/<script>\r\nConnection: close\r\n\r\n")
    assert len(server.log()) - before < 500, server.log()[before:]


def test_behind_https_browsers_come_back_by_nothing_else(serve):
    server = serve(KULTURSPEJL_BASE_URL="https://kultur.example.dk", KULTURSPEJL_BEHIND_PROXY="1")
    https = b"X-Forwarded-Proto: https"
    for path in (b"/account/login/", b"/nothing", b"/home"):
        head = request(server, b"GET", path, b"", https).split(b"\r\n\r\n")[0].lower()
        assert b"strict-transport-security: max-age=31536000" in head
    head = request(server, b"GET", b"/account/login/", b"", https).lower()
    cookies = [line for line in head.split(b"\r\n") if line.startswith(b"set-cookie")]
    assert cookies
    assert all(b"secure" in line and b"samesite=lax" in line for line in cookies)
    assert b"strict-transport-security" not in request(server, b"GET", b"/account/login/").lower()
    assert b"strict-transport-security" not in request(server, b"GET", b"/", b"", b"X_Forwarded_Proto: https").lower()
