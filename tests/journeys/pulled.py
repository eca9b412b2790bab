"""The plug is pulled again and again while a crowd sends, each until they are told that it is stored."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from benchmarks.load.http import Connection
from benchmarks.load.visit import STORED
from tests.fixtures.served import Server

AT_ONCE = 24
KILL_AT = (0.13, 0.29, 0.46, 0.63, 0.81)
"""Parts of all, at which the plug is pulled."""
Send = Callable[[Connection, int], Awaitable[int]]
"""What one of them sends, by number: may be repeated until the status says stored."""


def crowd(server: Server, count: int, send: Send) -> Sequence[int]:
    """Numbers of those who were told, in that order: everybody, once."""
    acknowledged: list[int] = []
    asyncio.run(_everybody(server, count, send, acknowledged))
    assert len(acknowledged) == len(set(acknowledged)) == count
    return acknowledged


async def _everybody(server: Server, count: int, send: Send, acknowledged: list[int]) -> None:
    waiting: asyncio.Queue[int] = asyncio.Queue()
    for number in range(count):
        waiting.put_nowait(number)
    puller = asyncio.create_task(_pull(server, acknowledged, count))
    async with asyncio.timeout(400):
        await asyncio.gather(*(_one_phone(server.port, waiting, send, acknowledged) for _ in range(AT_ONCE)))
    await puller


async def _one_phone(port: int, waiting: asyncio.Queue[int], send: Send, acknowledged: list[int]) -> None:
    connection = Connection(port)
    while not waiting.empty():
        number = waiting.get_nowait()
        while (status := await _try(connection, number, send)) not in STORED:
            assert status in (0, 502, 503), f"refused with {status}"
            await asyncio.sleep(0.1)
        acknowledged.append(number)
    await connection.close()


async def _try(connection: Connection, number: int, send: Send) -> int:
    try:
        return await send(connection, number)
    except (OSError, asyncio.IncompleteReadError):
        return 0


async def _pull(server: Server, acknowledged: list[int], count: int) -> None:
    for part in KILL_AT:
        while len(acknowledged) < part * count:
            await asyncio.sleep(0.01)
        server.kill()
        await asyncio.to_thread(server.start)
