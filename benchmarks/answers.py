"""Answers: CPU each, how many a second at 1, 16 and 64 at a time, memory; beside a bare server and the bare store.

Then whole visits, page and all, in large units and in teams of eight of whom nobody has been there. Everything takes
turns in one run, and medians are printed (science.md 3.3, T3–T5, T11).
"""

import asyncio
import contextlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load.http import Connection
from benchmarks.load.people import Person, numbered
from benchmarks.load.server import ROOT, Process, start
from benchmarks.load.visit import STORED, answer, visit

LEVELS = (1, 16, 64)
TURNS = 3
A_TURN = {1: 600, 16: 960, 64: 1920}
"""The clock of a process ticks a hundred times a second: a number that holds needs half a second of it. And each turn
opens its connections anew, which must not weigh more in ours than in the bare server's."""
OF_BARE = 4
"""So many times as many requests to the bare server at 16 and 64, for the same reason."""
VISITS = {1: 120, 16: 240, 64: 480}
UNITS, TEAM = 40, 8
Way = Callable[[Connection, Person], Awaitable[int]]


@dataclass
class Turn:
    """One turn of one thing."""

    rate: float
    cpu_ms: float
    p50_ms: float
    p95_ms: float
    memory_mb: float


def main() -> None:
    """Measure and print."""
    wanted = TURNS * (sum(A_TURN.values()) + sum(VISITS.values())) + 50
    with _instance(wanted, UNITS) as (ours, people, folder):
        bare = start([sys.executable, "-m", "benchmarks.load.bare"], os.environ | {"PYTHONPATH": str(ROOT)})
        try:
            asyncio.run(_drive(ours.port, [next(people) for _ in range(50)], 4))
            results = {
                level: [_round(ours, bare, people, level, folder) for _ in range(TURNS)] for level in LEVELS
            }
        finally:
            bare.stop()
        visits = {f"{level} at a time": _visits(ours, people, level) for level in LEVELS}
    _print(results)
    wanted = TURNS * (VISITS[16] + VISITS[64])
    with _instance(wanted, wanted // TEAM) as (ours, people, _folder):
        for level in (16, 64):
            visits[f"{level} at a time, teams of {TEAM}, all new"] = _visits(ours, people, level)
    _print_visits(visits)


@contextlib.contextmanager
def _instance(count: int, units: int) -> Iterator[tuple[Process, Iterator[Person], str]]:
    """A server of ours with an open round, and those who are asked; they come from one unit after the other."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"KULTURSPEJL_VAR": folder, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        people = iter(_people(environment, count, units))
        ours = start([sys.executable, "-m", "kulturspejl", "serve"], environment)
        try:
            yield ours, people, folder
        finally:
            ours.stop()


def _visits(ours: Process, people: Iterator[Person], level: int) -> list[Turn]:
    def turn() -> Turn:
        some = [next(people) for _ in range(VISITS[level])]
        return _measure(ours, lambda: _drive(ours.port, some, level, visit), len(some))

    return [turn() for _ in range(TURNS)]


def _round(
    ours: Process, bare: Process, people: Iterator[Person], level: int, folder: str
) -> tuple[Turn, Turn, float]:
    some = [next(people) for _ in range(A_TURN[level])]
    mine = _measure(ours, lambda: _drive(ours.port, some, level), len(some))
    many = len(some) * (OF_BARE if level > 1 else 1)
    theirs = _measure(bare, lambda: _drive_bare(bare.port, many, level), many)
    return mine, theirs, _store_rate(Path(folder) / "store.sqlite3")


def _measure(server: Process, drive: object, count: int) -> Turn:
    before, start = server.cpu(), time.perf_counter()
    times = asyncio.run(drive())  # type: ignore[operator]
    took = time.perf_counter() - start
    ordered = sorted(times)
    return Turn(
        rate=count / took, cpu_ms=1000 * (server.cpu() - before) / count, p50_ms=1000 * statistics.median(ordered),
        p95_ms=1000 * ordered[int(0.95 * (len(ordered) - 1))], memory_mb=server.share(),
    )  # fmt: skip


async def _drive(port: int, people: list[Person], level: int, way: Way = answer) -> list[float]:
    """All answer, `level` at a time; seconds of each whole way from code to stored."""
    waiting, times = list(people), []

    async def phone() -> None:
        connection = Connection(port)
        while waiting:
            person, start = waiting.pop(), time.perf_counter()
            status = await way(connection, person)
            if status not in STORED:
                raise RuntimeError(f"answer refused with {status}")
            times.append(time.perf_counter() - start)
        await connection.close()

    await asyncio.gather(*(phone() for _ in range(level)))
    return times


async def _drive_bare(port: int, count: int, level: int) -> list[float]:
    waiting, times = list(range(count)), []

    async def phone() -> None:
        connection = Connection(port)
        while waiting:
            number, start = waiting.pop(), time.perf_counter()
            reply = await connection.post("/answers", {"id": str(number), "answers": numbered(number)})
            if reply.status != 201:
                raise RuntimeError(f"the bare server said {reply.status}")
            times.append(time.perf_counter() - start)
        await connection.close()

    await asyncio.gather(*(phone() for _ in range(level)))
    return times


def _store_rate(file: Path, seconds: float = 1.5) -> float:
    """Rows a second of SQLite, write-ahead log, synchronous FULL, one row a commit."""
    store = sqlite3.connect(file, isolation_level=None)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("PRAGMA synchronous=FULL")
    store.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, x BLOB)")
    rows, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        store.execute("INSERT INTO t (x) VALUES (?)", (os.urandom(92),))
        rows += 1
    rate = rows / (time.perf_counter() - start)
    store.close()
    return rate


def _people(environment: dict[str, str], count: int, units: int) -> list[Person]:
    command = [sys.executable, "-m", "benchmarks.load.round", str(count), str(units)]
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, env=environment, check=True)
    out = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    ).stdout
    return [Person(number, code) for number, code in enumerate(json.loads(out.splitlines()[-1]))]


def _print(results: dict[int, list[tuple[Turn, Turn, float]]]) -> None:
    def median(values: list[float]) -> float:
        return statistics.median(values)

    print(
        "at once   ours/s  CPU ms   p50 ms   p95 ms   MB  | bare/s  CPU ms | store rows/s | ours/store  CPU ours/bare"
    )
    for level, turns in results.items():
        ours, bare = [turn[0] for turn in turns], [turn[1] for turn in turns]
        store = median([turn[2] for turn in turns])
        print(
            f"{level:7} {median([t.rate for t in ours]):8.0f} {median([t.cpu_ms for t in ours]):7.2f}"
            f" {median([t.p50_ms for t in ours]):8.1f} {median([t.p95_ms for t in ours]):8.1f}"
            f" {max(t.memory_mb for t in ours):5.0f} |{median([t.rate for t in bare]):7.0f}"
            f" {median([t.cpu_ms for t in bare]):7.2f} |{store:13.0f} |"
            f"{median([t[0].rate / t[2] for t in turns]):11.2f}"
            f" {median([t[0].cpu_ms / t[1].cpu_ms for t in turns]):14.1f}"
        )
    print("ours: two requests an answer (admit, submit), two durable commits; bare: one request, one commit.")



def _print_visits(visits: dict[str, list[Turn]]) -> None:
    for name, turns in visits.items():
        rate, cpu = statistics.median(one.rate for one in turns), statistics.median(one.cpu_ms for one in turns)
        p95, memory = statistics.median(one.p95_ms for one in turns), max(one.memory_mb for one in turns)
        print(
            f"whole visit, {name}: {rate:.0f}/s, CPU {cpu:.2f} ms (aim 3.5), p95 {p95:.0f} ms (aim at 64: 300),"
            f" {memory:.0f} MB (aim 130)"
        )


if __name__ == "__main__":
    main()
