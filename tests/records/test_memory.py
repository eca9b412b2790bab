"""What is left of answers in the memory of a running server once its round has been closed: no answer as a row.

A process's memory that was given back still holds what stood in it. Until November 2026 every answer of a unit of five
stood there as numbers in a row, and some as they had been sent, for as long as nobody needed the place.
"""

import asyncio
import json
import sys
import time

import numpy as np
import pytest

from benchmarks.load.http import Connection
from benchmarks.load.people import Person, numbered
from benchmarks.load.visit import STORED, answer
from tests.fixtures.served import ROOT

pytestmark = pytest.mark.slow
PEOPLE = 6
PAGE = 4096
KINDS = ("<u2", "<i8", "<f8")
ROW = 16
"""So many numbers in a row: four dimensions, which no two people here have alike."""
STATE = "from kulturspejl.records.models import Round\nprint(Round.objects.get().state)"
OVER = """
from datetime import timedelta
from django.utils import timezone
from kulturspejl.records.models import Round
Round.objects.update(closes_at=timezone.now() - timedelta(seconds=1))
"""


def memory(pid):
    """All that the process may write to, as it stands at this moment, but for empty pages."""
    parts = []
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb") as held:
        for line in maps:
            place, rights, *_ = line.split()
            if rights.startswith("rw"):
                begins, ends = (int(one, 16) for one in place.split("-"))
                held.seek(begins)
                try:
                    pages = np.frombuffer(held.read(ends - begins), dtype=np.uint8).reshape(-1, PAGE)
                except OSError:  # A region of the kernel's own.
                    continue
                parts.append(pages[pages.any(axis=1)].tobytes())
    return b"".join(parts)


def found_in(raw, people):
    """Whose answers stand there as rows of numbers, and whose as they were sent."""
    rows = {
        (one.number, kind)
        for one in people
        for kind in KINDS
        if np.array([*numbered(one.number).values()][:ROW], dtype=kind).tobytes() in raw
    }
    return rows, [one.number for one in people if one.voucher.encode() in raw and one.retry_id.encode() in raw]


def test_after_the_close_no_answer_is_left_in_memory_but_for_the_last_as_it_was_sent(serve):
    server = serve()
    server.stop()
    begin = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['round', '{PEOPLE}', '1']\n"
    said = server.run([sys.executable, "-c", begin + "from benchmarks.load.round import main; main()"]).stdout
    people = [Person(37 * at + 5, code) for at, code in enumerate(json.loads(said.splitlines()[-1]))]
    server.start()

    async def all_answer():
        for one in people:
            connection = Connection(server.port)
            assert await answer(connection, one) in STORED
            await connection.close()

    asyncio.run(all_answer())
    server.python(OVER)
    until = time.monotonic() + 60
    while server.python(STATE).strip() != "released":
        assert time.monotonic() < until
        time.sleep(0.3)
    rows, sent = found_in(memory(server.process.pid), people)
    assert rows == set()
    assert set(sent) <= {people[-1].number}, "the server's own buffer of the last connection"


def test_the_spy_finds_what_stands_there():
    one = Person(5, "", voucher="v" * 40)
    raw = np.array([*numbered(5).values()], dtype="<f8").tobytes() + one.voucher.encode() + one.retry_id.encode()
    assert found_in(b"before" + raw, [one]) == ({(5, "<f8")}, [5])
