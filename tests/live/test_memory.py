"""The bell in memory: nothing that was rung is slept through, whoever rang it."""

import asyncio
import threading
from collections.abc import AsyncGenerator

from kulturspejl.live.frames import HEARTBEAT, frame
from kulturspejl.live.memory import MemoryBell

PATIENCE = 30.0


async def hear(stream: AsyncGenerator[bytes, None]) -> bytes:
    return await asyncio.wait_for(anext(stream), PATIENCE)


def test_a_listener_gets_the_present_stamp_at_once() -> None:
    async def scene() -> None:
        bell = MemoryBell()
        bell.ring("round:1", 7)
        stream = bell.listen("round:1")
        assert await hear(stream) == frame(bell.stamp("round:1"))
        assert bell.stamp("round:1").endswith(".7")
        await stream.aclose()

    asyncio.run(scene())


def test_a_ring_from_another_thread_reaches_every_listener_as_one_bytes_object() -> None:
    async def scene() -> None:
        bell = MemoryBell()
        streams = [bell.listen("round:1") for _ in range(20)]
        for stream in streams:
            await hear(stream)
        waiting = [asyncio.ensure_future(hear(stream)) for stream in streams]
        await asyncio.sleep(0)
        threading.Thread(target=bell.ring, args=("round:1", 3)).start()
        heard = await asyncio.gather(*waiting)
        assert len({id(message) for message in heard}) == 1
        assert heard[0] == frame(bell.stamp("round:1"))
        for stream in streams:
            await stream.aclose()

    asyncio.run(scene())


def test_a_ring_between_two_waits_is_not_lost_and_many_fall_into_the_last() -> None:
    async def scene() -> None:
        bell = MemoryBell()
        stream = bell.listen("round:1")
        await hear(stream)
        for version in (1, 2, 3):
            bell.ring("round:1", version)
        await asyncio.sleep(0.01)
        assert await hear(stream) == frame(bell.stamp("round:1"))
        assert bell.stamp("round:1").endswith(".3")
        silence = asyncio.ensure_future(anext(stream))
        done, _ = await asyncio.wait({silence}, timeout=0.05)
        assert not done
        silence.cancel()
        await asyncio.gather(silence, return_exceptions=True)

    asyncio.run(scene())


def test_topics_do_not_hear_each_other() -> None:
    async def scene() -> None:
        bell = MemoryBell()
        stream = bell.listen("round:1")
        await hear(stream)
        bell.ring("round:2")
        quiet = asyncio.ensure_future(anext(stream))
        done, _ = await asyncio.wait({quiet}, timeout=0.05)
        assert not done
        quiet.cancel()
        await asyncio.gather(quiet, return_exceptions=True)

    asyncio.run(scene())


def test_one_who_leaves_takes_nobody_along_and_leaves_nothing_behind() -> None:
    async def scene() -> None:
        bell = MemoryBell()
        one, other = bell.listen("round:1"), bell.listen("round:1")
        await hear(one)
        await hear(other)
        leaving, staying = asyncio.ensure_future(hear(one)), asyncio.ensure_future(hear(other))
        await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.gather(leaving, return_exceptions=True)
        bell.ring("round:1", 9)
        assert b".9" in await staying
        assert bell.listeners("round:1") == 1
        await other.aclose()
        assert bell.listeners("round:1") == 0
        assert bell._halls == {}

    asyncio.run(scene())


def test_a_quiet_stream_has_heartbeats() -> None:
    async def scene() -> None:
        bell = MemoryBell(heartbeat=0.01)
        stream = bell.listen("round:1")
        await hear(stream)
        assert await hear(stream) is HEARTBEAT
        assert await hear(stream) is HEARTBEAT
        await stream.aclose()

    asyncio.run(scene())


def test_a_restarted_process_has_other_stamps() -> None:
    before, after = MemoryBell(), MemoryBell()
    before.ring("round:1", 3)
    after.ring("round:1", 3)
    assert before.stamp("round:1") != after.stamp("round:1")


def test_without_a_version_each_ring_counts_one_up() -> None:
    bell = MemoryBell()
    bell.ring("round:1")
    bell.ring("round:1")
    assert bell.stamp("round:1").endswith(".2")
