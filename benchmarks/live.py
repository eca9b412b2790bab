"""From the tap on the desk until the last phone has the new step, beside the bare asyncio bound (science.md T6, T7).

Each phone is what the page's script is: an open stream, and a question when it hears that something is new. Presses
on our server and on the bound take turns; load and server share the machine. `--phones 30 300`, `--presses 24`,
`--postgres` (two processes) or `--embedded` alone narrow it down.
"""

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.load.http import HOST, Connection
from benchmarks.load.phones import Bare, Crowd, Phone
from benchmarks.load.server import ROOT, Process, start

PHONES = (30, 300, 1000)
PRESSES = 24
AIMS = {"same for all": 2.5, "own group": 5}
PATIENCE = 60.0
PAUSE = 0.15
MARK = "m" * 32
Scene = dict[str, Any]
AT_A_TIME = 50
"""So many come in at a time: a class does not open its phones within one millisecond."""


@dataclass
class Found:
    """One number of phones and one kind of step. Seconds; `steps` are (last phone ours, last phone bound) a press."""

    kind: str
    phones: int
    steps: list[tuple[float, float]] = field(default_factory=list)
    cpu_us: float = 0.0
    bare_us: float = 0.0
    kilobytes: float = 0.0
    megabytes: float = 0.0
    body: int = 0


class Desk:
    """The facilitator's own connection."""

    def __init__(self, port: int, scene: Scene) -> None:
        self.connection, self.scene = Connection(port), scene

    async def press(self, **fields: object) -> int:
        """One press; the status."""
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": MARK})
        head = (
            f"POST /facilitate/{self.scene['room']}/do HTTP/1.1\r\nHost: localhost\r\n"
            f"Cookie: sessionid={self.scene['session']}; csrftoken={MARK}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        reply = await self.connection.send(head.encode() + body.encode())
        return reply.status


def main() -> None:
    """Measure and print."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--phones", type=int, nargs="+", default=PHONES)
    given.add_argument("--presses", type=int, default=PRESSES)
    given.add_argument("--embedded", action="store_true")
    given.add_argument("--postgres", action="store_true")
    words = given.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    for name, stores in {"embedded, 1 process": embedded, "PostgreSQL, 2 processes": on_postgres}.items():
        if (words.postgres or words.embedded) and not getattr(words, stores.__name__.removeprefix("on_")):
            continue
        for count in words.phones:
            with stores() as (environment, arguments):
                for found in _measure(count, words.presses, environment, arguments):
                    _print(name, found)


@contextlib.contextmanager
def embedded() -> Iterator[tuple[dict[str, str], list[str]]]:
    """The default: SQLite, one process."""
    with tempfile.TemporaryDirectory() as folder:
        yield os.environ | {"KULTURSPEJL_VAR": folder, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}, []


@contextlib.contextmanager
def on_postgres() -> Iterator[tuple[dict[str, str], list[str]]]:
    """A PostgreSQL of its own, two server processes on one port."""
    from tests.fixtures import postgres

    where = postgres.make_folder()
    try:
        store = postgres.start(where)
        try:
            store.wait_until_ready()
            with embedded() as (environment, _none):
                yield environment | {"DATABASE_URL": store.url()}, ["--processes", "2"]
        finally:
            store.stop()
    finally:
        shutil.rmtree(where)


def _measure(count: int, presses: int, environment: dict[str, str], arguments: list[str]) -> list[Found]:
    scene = _scene(count, environment)
    command = [sys.executable, "-m", "kulturspejl", "serve", *arguments]
    ours = start(command, environment)

    def kill_and_start() -> Process:
        nonlocal ours
        ours.kill()
        ours = start(command, environment, ours.port)
        return ours

    try:
        return asyncio.run(_drive(ours, scene, presses, environment, kill_and_start))
    finally:
        ours.stop()


def _scene(count: int, environment: dict[str, str]) -> Scene:
    for command in (["manage.py", "migrate", "-v", "0"], ["-m", "benchmarks.load.room", str(count)]):
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
    scene: Scene = json.loads(done.stdout.splitlines()[-1])
    return scene


async def _drive(
    ours: Process, scene: Scene, presses: int, environment: dict[str, str], kill_and_start: Callable[[], Process]
) -> list[Found]:
    desk, crowd = Desk(ours.port, scene), Crowd(len(scene["keys"]))
    await desk.press(verb="next", seen=0)
    await _warm(ours.port, scene)
    before = ours.share()
    phones = [Phone(crowd, scene["code"], key) for key in scene["keys"]]
    for start_at in range(0, len(phones), AT_A_TIME):
        await asyncio.gather(*(phone.open(ours.port) for phone in phones[start_at : start_at + AT_A_TIME]))
    async with asyncio.timeout(PATIENCE):
        while not all(phone.version for phone in phones):
            await asyncio.sleep(PAUSE)
    room = Room(ours, desk, crowd, phones[0])
    found = [await _together(room, scene, presses, environment), await _in_groups(room, scene, presses, environment)]
    for one in found:
        one.megabytes = ours.share()
        one.kilobytes = 1000 * (one.megabytes - before) / one.phones
    await _hand_in(room, scene, phones)
    await _come_back(room, phones, kill_and_start)
    for phone in phones:
        phone.close()
    await desk.connection.close()
    return found


async def _warm(port: int, scene: Scene) -> None:
    """A few come and go, so that every process has read what it reads once; what is counted is each phone alone."""
    some = [Phone(Crowd(1), scene["code"], key) for key in scene["keys"][:24]]
    for phone in some:
        await phone.open(port)
        phone.ask()
    async with asyncio.timeout(PATIENCE):
        while not all(phone.tag for phone in some):
            await asyncio.sleep(PAUSE)
    for phone in some:
        phone.close()
    await asyncio.sleep(1)


@dataclass
class Room:
    """What is measured: the server, the desk, all phones, and one of them to look at."""

    server: Process
    desk: Desk
    crowd: Crowd
    one: Phone

    async def press(self, **fields: object) -> float:
        """Seconds from the tap until the last phone has what follows."""
        version, begun = self.one.version, time.perf_counter()
        pressing = asyncio.create_task(self.desk.press(seen=version, **fields))
        moments = await self.crowd.all_have(version + 1, PATIENCE)
        if await pressing not in (200, 302):
            raise RuntimeError("the desk's press was refused")
        return moments[-1] - begun


async def _together(room: Room, scene: Scene, presses: int, environment: dict[str, str]) -> Found:
    """From one plenary step to the next, round and round: all phones see the same."""
    places = itertools.cycle(one for one in scene["together"] if one)
    return await _presses("same for all", room, presses, environment, lambda: {"verb": "goto", "at": next(places)})


async def _in_groups(room: Room, scene: Scene, presses: int, environment: dict[str, str]) -> Found:
    """More minutes for people who sit in groups: each phone sees its own group and role."""
    await room.press(verb="goto", at=scene["in_groups"])
    await room.press(verb="divide")
    return await _presses("own group", room, presses, environment, lambda: {"verb": "more", "minutes": 1})


async def _hand_in(room: Room, scene: Scene, phones: list[Phone]) -> None:
    """Everybody sends a word in the same moment, with a name and without one."""
    await room.press(verb="goto", at=scene["told_at"])
    await _all_send("words", room, phones, lambda one: one.send(scene["told"], {scene["item"]: "Glad"}))
    await room.press(verb="goto", at=scene["unsigned_at"])
    word = {scene["unsigned_item"]: "Glad"}
    await _all_send("words without a name", room, phones, lambda one: one.send_unsigned(scene["unsigned"], word))


async def _all_send(
    what: str, room: Room, phones: list[Phone], way: Callable[[Phone], Coroutine[Any, Any, int]]
) -> None:
    """How many a second are stored and acknowledged."""
    begun, cpu = time.perf_counter(), room.server.cpu()
    moments: list[float] = []

    async def send(phone: Phone) -> int:
        put_off = await way(phone)
        moments.append(time.perf_counter() - begun)
        return put_off

    put_off = sum(await asyncio.gather(*(send(phone) for phone in phones)))
    moments.sort()
    each = 1000 * (room.server.cpu() - cpu) / len(phones)
    print(
        f"   {len(phones)} {what} at once: {len(phones) / moments[-1]:.0f} a second stored and acknowledged (aim 1000),"
        f" p50 {1000 * statistics.median(moments):.0f} p95 {1000 * _high(moments):.0f}"
        f" last {1000 * moments[-1]:.0f} ms (aim 1000), CPU {each:.1f} ms each,"
        f" {put_off} times told to try later",
        flush=True,
    )


async def _come_back(room: Room, phones: list[Phone], kill_and_start: Callable[[], Process]) -> None:
    """Kill the server and start it again: from the moment when it answers, until phones have their page again."""
    back = Crowd(len(phones))
    version = room.one.version
    for phone in phones:
        phone.crowd, phone.version = back, 0
    room.server = await asyncio.to_thread(kill_and_start)
    begun = time.perf_counter()
    moments = [max(0.0, one - begun) for one in await back.all_have(version, PATIENCE)]
    print(
        f"   killed and started again: phones back in the same step after p50 {statistics.median(moments):.2f}"
        f" p95 {_high(moments):.2f} last {moments[-1]:.2f} s (they try every {room.one.wait:.0f} s)",
        flush=True,
    )


async def _presses(
    kind: str, room: Room, presses: int, environment: dict[str, str], what: Callable[[], dict[str, object]]
) -> Found:
    found, crowd = Found(kind, room.crowd.count), Crowd(room.crowd.count)
    await room.press(**what())
    found.body = room.one.bytes
    bound = start([sys.executable, "-m", "benchmarks.load.streams", "--length", str(found.body)], environment)
    loop, cpu, bare_cpu = asyncio.get_running_loop(), 0.0, 0.0
    try:
        bares = [
            (await loop.create_connection(lambda: Bare(crowd), HOST, bound.port))[1] for _ in range(crowd.count)
        ]
        for number in range(presses):
            cpu -= room.server.cpu()
            took = await room.press(**what())
            await asyncio.sleep(PAUSE)
            cpu += room.server.cpu()
            bare_cpu -= bound.cpu()
            bare_took = await _press_bare(bound.port, crowd, number)
            await asyncio.sleep(PAUSE)
            bare_cpu += bound.cpu()
            found.steps.append((took, bare_took))
        for one in bares:
            one.transport.close()
    finally:
        bound.process.terminate()
        bound.process.wait(10)
    found.cpu_us, found.bare_us = (1e6 * each / presses / found.phones for each in (cpu, bare_cpu))
    return found


async def _press_bare(port: int, crowd: Crowd, number: int) -> float:
    _reader, writer = await asyncio.open_connection(HOST, port)
    begun = time.perf_counter()
    writer.write(f"{number}\n".encode())
    moments = await crowd.all_have(number, PATIENCE)
    writer.close()
    return moments[-1] - begun


def _print(name: str, found: Found) -> None:
    ours, bare = sorted(one[0] for one in found.steps), sorted(one[1] for one in found.steps)
    ratio = statistics.median(one[0] / one[1] for one in found.steps)
    print(
        f"{name}, {found.phones} phones, {found.kind}, {len(ours)} presses: last phone"
        f" p50 {1000 * statistics.median(ours):6.0f} p95 {1000 * _high(ours):6.0f} ms,"
        f" CPU {found.cpu_us:6.0f} µs a delivery"
        f" | bound p50 {1000 * statistics.median(bare):5.1f} p95 {1000 * _high(bare):5.1f} ms, {found.bare_us:4.0f} µs"
        f" | ratio {ratio:5.1f} (aim at 1,000: {AIMS[found.kind]})"
        f" | {found.kilobytes:5.1f} kB a phone, {found.megabytes:4.0f} MB PSS,"
        f" body {found.body} B",
        flush=True,
    )


def _high(ordered: list[float]) -> float:
    return ordered[int(0.95 * (len(ordered) - 1))]


if __name__ == "__main__":
    main()
