"""The real program: serves and stores, stops when asked, speaks https, and says what is wrong."""

import http.client
import socket
import ssl
import subprocess
import threading
import time
import urllib.request

import pytest

from tests.fixtures.ports import free_port
from tests.fixtures.served import PROGRAM, Server, clean_environment

pytestmark = pytest.mark.slow


def run(tmp_path, *words, **environment):
    """A command that is expected to end by itself."""
    surroundings = clean_environment() | {"KULTURSPEJL_VAR": str(tmp_path / "var")} | environment
    return subprocess.run(
        [*PROGRAM, *words], env=surroundings, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )


def test_it_serves_pages_and_styles_and_says_where(serve):
    server = serve()
    with urllib.request.urlopen(f"{server.url}/account/login/") as page:
        assert page.status == 200
        text = page.read().decode()
    style = text.split('rel="stylesheet" href="')[1].split('"')[0]
    request = urllib.request.Request(server.url + style, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["Content-Encoding"] == "br"
        assert "immutable" in answer.headers["Cache-Control"]
    assert f"http://localhost:{server.port}" in server.log()


def test_sigterm_ends_it_at_once_although_somebody_keeps_a_connection_open(serve):
    server = serve()
    kept = http.client.HTTPConnection("127.0.0.1", server.port)
    kept.request("GET", "/healthz")
    assert kept.getresponse().read() == b"ok"
    begin = time.monotonic()
    server.stop()
    assert time.monotonic() - begin < 20
    assert server.process.returncode == 0, "it was not asked twice"
    assert not server.is_ready()
    kept.close()


def test_a_request_under_way_is_finished_before_it_ends(serve):
    server = serve()
    told = []

    def ask():
        with urllib.request.urlopen(f"{server.url}/account/login/") as page:
            told.append(page.status)

    asking = [threading.Thread(target=ask) for _ in range(8)]
    for one in asking:
        one.start()
    time.sleep(0.05)
    server.stop()
    for one in asking:
        one.join(60)
    assert told == [200] * 8


def test_it_speaks_https_by_itself(tmp_path, certificate):
    server = Server(tmp_path, arguments=("--certificate", str(certificate.certificate), "--key", str(certificate.key)))
    trust = ssl.create_default_context(cafile=certificate.certificate)
    server.is_ready = lambda: answers_https(server.port, trust)
    try:
        server.start()
        with urllib.request.urlopen(f"https://localhost:{server.port}/account/login/", context=trust) as page:
            cookies = [value for name, value in page.headers.items() if name.lower() == "set-cookie"]
        assert cookies
        assert all("Secure" in cookie for cookie in cookies)
        assert f"https://localhost:{server.port}" in server.log()
    finally:
        server.stop()


def answers_https(port, trust):
    try:
        with urllib.request.urlopen(f"https://localhost:{port}/healthz", context=trust, timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def test_a_port_that_is_taken_is_told_with_another_to_try(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run(tmp_path, "serve", "--port", str(port))
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_certificate_that_is_missing_or_alone_or_no_match_is_told(tmp_path, certificate):
    port = str(free_port())
    alone = run(tmp_path, "serve", "--port", port, "--certificate", str(certificate.certificate))
    missing = run(tmp_path, "serve", "--port", port, "--certificate", "no.pem", "--key", str(certificate.key))
    key = str(certificate.key)
    swapped = run(tmp_path, "serve", "--port", port, "--certificate", key, "--key", key)
    assert "belong together" in alone.stderr
    assert "no file no.pem" in missing.stderr
    assert "cannot be used together" in swapped.stderr
    assert [one.returncode for one in (alone, missing, swapped)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://a@b/c", "DATABASE_URL begins with 'mysql'"),
        ("postgresql://somebody:hush@127.0.0.1:1/nothing", "cannot be reached"),
    ],
)
def test_a_wrong_database_is_told_without_its_password(tmp_path, url, told):
    done = run(tmp_path, "serve", "--port", str(free_port()), DATABASE_URL=url)
    assert done.returncode == 1
    assert told in done.stderr
    assert "hush" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_the_log_says_nothing_of_codes_that_were_tried(serve):
    server = serve()
    for path in ("/r/K7TM4WQXSECRET", "/r/K7TM4WQXSECRET/admit", "/nothing/here"):
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(server.url + path)
    server.stop()
    assert "SECRET" not in server.log()


def test_one_process_serves_it_all(serve):
    server = serve()
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(server.process.pid)], capture_output=True, text=True, check=False
    )
    assert children.stdout.strip() == ""
