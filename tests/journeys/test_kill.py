"""Pulling the plug: every acknowledged answer is kept, exactly once (contract 5; science T-measures)."""

import asyncio
import json
import sys

import pytest

from benchmarks.load.http import Connection
from benchmarks.load.people import Person, number_of
from benchmarks.load.visit import STORED, answer

pytestmark = pytest.mark.slow
PEOPLE = 5_200
UNITS = 20
AT_ONCE = 24
KILL_AT = (0.13, 0.29, 0.46, 0.63, 0.81)
"""Parts of all, at which the plug is pulled."""
TRIED = [
    pytest.param("embedded", PEOPLE // 5, id="embedded"),
    pytest.param("embedded", PEOPLE, id="embedded with as many", marks=pytest.mark.sweep),
    pytest.param("postgres", PEOPLE // 5, id="postgres", marks=pytest.mark.postgres),
    pytest.param("postgres", PEOPLE, id="postgres with as many", marks=[pytest.mark.postgres, pytest.mark.sweep]),
]


@pytest.mark.parametrize(("store", "count"), TRIED)
def test_no_acknowledged_answer_is_lost_or_doubled_by_kill_9(serve, store, count, request):
    extra = {} if store == "embedded" else {"DATABASE_URL": request.getfixturevalue("postgres_url")}
    server = serve(**extra)
    server.stop()
    people = [Person(number, code) for number, code in enumerate(_do(server, str(count), str(UNITS)))]
    server.start()
    acknowledged: list[int] = []
    asyncio.run(_everybody(server, people, acknowledged))
    assert len(acknowledged) == len(set(acknowledged)) == count >= 1_000
    server.stop()
    kept = [number_of(row) for row in _do(server, "close")]
    assert sorted(kept) == sorted(acknowledged), "none lost, none twice"


async def _everybody(server, people, acknowledged):
    """All answer, a few at a time, trying again until the server says stored; the plug is pulled on the way."""
    waiting = asyncio.Queue()
    for person in people:
        waiting.put_nowait(person)
    puller = asyncio.create_task(_pull_the_plug(server, acknowledged, len(people)))
    async with asyncio.timeout(400):
        await asyncio.gather(*(_one_phone(server.port, waiting, acknowledged) for _ in range(AT_ONCE)))
    await puller


async def _one_phone(port, waiting, acknowledged):
    connection = Connection(port)
    while not waiting.empty():
        person = waiting.get_nowait()
        while (status := await _try(connection, person)) not in STORED:
            assert status in (0, 502, 503), f"refused with {status}"
            await asyncio.sleep(0.1)
        acknowledged.append(person.number)
    await connection.close()


async def _try(connection, person):
    try:
        return await answer(connection, person)
    except (OSError, asyncio.IncompleteReadError):
        return 0


async def _pull_the_plug(server, acknowledged, count):
    for part in KILL_AT:
        while len(acknowledged) < part * count:
            await asyncio.sleep(0.01)
        server.kill()
        await asyncio.to_thread(server.start)


def _do(server, *words):
    from tests.fixtures.served import ROOT

    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['round', *{list(words)!r}]\n"
    code += "from benchmarks.load.round import main; main()"
    return json.loads(server.run([sys.executable, "-c", code]).stdout.splitlines()[-1])
