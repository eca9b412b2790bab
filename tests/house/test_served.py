"""The fixture that runs the program: waits for it, tells what it said, pulls its plug."""

import sys
import urllib.request

import pytest

from tests.fixtures import served
from tests.fixtures.served import Server, finish

# A stand-in for the program that answers /healthz and repeats what it was told.
STAND_IN = """
import http.server, os, sys
print("told", *sys.argv[1:], os.environ["KULTURSPEJL_VAR"], os.environ.get("SECRET_KEY"), flush=True)
if "fall" in sys.argv: sys.exit("no room")
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/fault": 1 / 0
        self.send_response(200); self.end_headers(); self.wfile.write(b"well")
http.server.HTTPServer((sys.argv[3], int(sys.argv[5])), Answer).serve_forever()
"""


@pytest.fixture
def stand_in(monkeypatch, tmp_path) -> Server:
    monkeypatch.setattr(served, "PROGRAM", [sys.executable, "-c", STAND_IN])
    made = Server(tmp_path)
    made.var.mkdir()  # a stand-in needs no tables
    yield made
    made.kill()


def test_it_waits_until_the_program_can_serve_and_gives_it_a_folder_of_its_own(stand_in):
    stand_in.start()
    assert urllib.request.urlopen(f"{stand_in.url}/x").read() == b"well"
    assert f"told serve --host 127.0.0.1 --port {stand_in.port} {stand_in.var} None" in stand_in.log()


def test_a_program_that_does_not_start_is_told_with_its_last_words(stand_in):
    stand_in.arguments = ("fall",)
    with pytest.raises(AssertionError, match="no room"):
        stand_in.start()


def test_pulling_the_plug_and_starting_again_keeps_port_and_folder(stand_in):
    stand_in.start().kill()
    assert not stand_in.is_ready()
    assert stand_in.start().is_ready()


def test_a_traceback_that_nobody_expected_fails_the_test(stand_in):
    stand_in.start()
    with pytest.raises(ConnectionError):
        urllib.request.urlopen(f"{stand_in.url}/fault")
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        finish([stand_in])
