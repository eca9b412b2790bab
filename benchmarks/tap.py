"""T6's fixed part: CPU between the tap on the desk and the ring at the phones, however many they are; aim 5 ms.

In one process, without the network: the press as a browser sends it, through the whole application that serves it, and
then the page that the ring carries, drawn for a room of eight. `--presses` makes it longer.
"""

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

AIM_MS = 5
PEOPLE = 8
WARM = 60
MARK = "m" * 32


def ready() -> None:
    """An instance of its own, empty, with everything at hand that a server has read when it begins."""
    os.environ["KULTURSPEJL_VAR"] = tempfile.mkdtemp()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from kulturspejl.web import at_hand

    call_command("migrate", verbosity=0)
    at_hand.fetch()


def sent(scene: dict[str, Any], form: dict[str, object]) -> dict[str, Any]:
    """The desk's form as a browser sends it."""
    body = urlencode({**form, "csrfmiddlewaretoken": MARK}).encode()
    return {
        "REQUEST_METHOD": "POST", "PATH_INFO": f"/facilitate/{scene['room']}/do", "QUERY_STRING": "",
        "SERVER_NAME": "localhost", "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": "application/x-www-form-urlencoded;charset=UTF-8", "CONTENT_LENGTH": str(len(body)),
        "HTTP_HOST": "localhost:8000", "HTTP_ORIGIN": "http://localhost:8000", "HTTP_SEC_FETCH_SITE": "same-origin",
        "HTTP_ACCEPT": "*/*", "HTTP_ACCEPT_LANGUAGE": "da,en;q=0.8", "HTTP_USER_AGENT": "Mozilla/5.0 Firefox/142.0",
        "HTTP_COOKIE": f"sessionid={scene['session']}; csrftoken={MARK}", "wsgi.input": BytesIO(body),
        "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": False,
        "wsgi.version": (1, 0), "wsgi.run_once": False,
    }  # fmt: skip


def presser(scene: dict[str, Any]) -> Callable[[], None]:
    """Goes on to another part of the day that all have together, each time that it is called."""
    from kulturspejl.records.models import Room
    from kulturspejl.web.wsgi import application

    places = itertools.cycle(at for at in scene["together"] if at)
    versions = itertools.count(Room.objects.values_list("version", flat=True).get(id=scene["room"]))

    def press() -> None:
        told: list[Any] = []

        def begin(status: str, _headers: object, _error: object = None, /) -> Callable[[bytes], object]:
            told.append(status)
            return told.append

        answer: Any = application(
            sent(scene, {"verb": "goto", "at": next(places), "seen": next(versions)}), begin
        )
        b"".join(answer)
        answer.close()
        if not told[0].startswith("302"):
            raise SystemExit(f"The press was answered by {told[0]}.")

    return press


def cpu_ms(work: Callable[[], object]) -> float:
    """CPU milliseconds of it."""
    began = time.process_time_ns()
    work()
    return (time.process_time_ns() - began) / 1e6


def main() -> int:
    """Print press, ring and both; 1 where both together miss the aim in the middle."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.tap", description=__doc__)
    given.add_argument("--presses", type=int, default=300)
    presses = given.parse_args().presses
    ready()
    from benchmarks.load.room import made
    from kulturspejl.faces.participant import pushed

    scene: dict[str, Any] = made(PEOPLE)
    press = presser(scene)
    taken: dict[str, list[float]] = {"press": [], "ring": [], "both": []}
    for turn in range(WARM + presses):
        pair = cpu_ms(press), cpu_ms(lambda: pushed.pages(scene["code"], "da"))
        if turn >= WARM:
            for name, value in zip(taken, (*pair, sum(pair)), strict=True):
                taken[name].append(value)
    for name, values in taken.items():
        print(f"{name:<6} median {median(values):5.2f}   best tenth {quantiles(values, n=10)[0]:5.2f} ms")
    return 0 if median(taken["both"]) <= AIM_MS else 1


if __name__ == "__main__":
    sys.exit(main())
