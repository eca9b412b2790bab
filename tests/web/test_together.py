"""What many ask for at once is made once, and never before the last of them has asked."""

import asyncio
import threading

import pytest

from kulturspejl.web.together import Together


class Maker:
    """Counts, and holds back what it makes until it is let go."""

    def __init__(self):
        self.begun, self.may_end = [], threading.Event()

    def make(self, key):
        self.begun.append(key)
        assert self.may_end.wait(10)
        if key == "bad":
            raise KeyError(key)
        return f"{key} {len(self.begun)}"


def test_all_who_ask_in_one_moment_get_the_same_object():
    async def scene():
        maker = Maker()
        maker.may_end.set()
        together = Together(maker.make)
        made = await asyncio.gather(*(together.ask("room") for _ in range(50)))
        assert {id(one) for one in made} == {id(made[0])}
        assert maker.begun == ["room"]
        assert together._next == together._running == {}

    asyncio.run(scene())


def test_who_asks_after_it_was_begun_gets_a_later_one():
    async def scene():
        maker = Maker()
        together = Together(maker.make)
        first = asyncio.create_task(together.ask("room"))
        while not maker.begun:
            await asyncio.sleep(0.01)
        later = [asyncio.create_task(together.ask("room")) for _ in range(5)]
        await asyncio.sleep(0.05)
        assert maker.begun == ["room"], "one at a time"
        maker.may_end.set()
        assert await first == "room 1"
        assert set(await asyncio.gather(*later)) == {"room 2"}

    asyncio.run(scene())


def test_other_keys_do_not_wait_and_who_leaves_stops_nobody():
    async def scene():
        maker = Maker()
        together = Together(maker.make)
        leaving, staying = (asyncio.create_task(together.ask("one")) for _ in range(2))
        other = asyncio.create_task(together.ask("other"))
        while len(maker.begun) < 2:
            await asyncio.sleep(0.01)
        leaving.cancel()
        maker.may_end.set()
        assert (await staying).startswith("one")
        assert (await other).startswith("other")

    asyncio.run(scene())


def test_a_fault_is_everybodys_and_the_next_try_is_new():
    async def scene():
        maker = Maker()
        maker.may_end.set()
        together = Together(maker.make)
        for _ in range(2):
            with pytest.raises(KeyError):
                await together.ask("bad")
        assert maker.begun == ["bad", "bad"]

    asyncio.run(scene())
