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
KILL_AT = (700, 1_500, 2_400, 3_300, 4_200)


@pytest.mark.parametrize("store", ["embedded", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_no_acknowledged_answer_is_lost_or_doubled_by_kill_9(serve, store, request):
    extra = {} if store == "embedded" else {"DATABASE_URL": request.getfixturevalue("postgres_url")}
    server = serve(**extra)
    server.stop()
    people = [Person(number, code) for number, code in enumerate(_do(server, str(PEOPLE), str(UNITS)))]
    server.start()
    acknowledged: list[int] = []
    asyncio.run(_everybody(server, people, acknowledged))
    assert len(acknowledged) == len(set(acknowledged)) == PEOPLE >= 5_000
    server.stop()
    kept = [number_of(row) for row in _do(server, "close")]
    assert sorted(kept) == sorted(acknowledged), "none lost, none twice"


async def _everybody(server, people, acknowledged):
    """All answer, a few at a time, trying again until the server says stored; the plug is pulled on the way."""
    waiting = asyncio.Queue()
    for person in people:
        waiting.put_nowait(person)
    puller = asyncio.create_task(_pull_the_plug(server, acknowledged))
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


async def _pull_the_plug(server, acknowledged):
    for moment in KILL_AT:
        while len(acknowledged) < moment:
            await asyncio.sleep(0.01)
        server.kill()
        await asyncio.to_thread(server.start)


def _do(server, *words):
    from tests.fixtures.served import ROOT

    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['round', *{list(words)!r}]\n"
    code += "from benchmarks.load.round import main; main()"
    return json.loads(server.run([sys.executable, "-c", code]).stdout.splitlines()[-1])
