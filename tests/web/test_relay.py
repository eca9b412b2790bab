"""What a ring brings is made once for all phones of a room, and never before the last of them has asked."""

import asyncio
import threading
import uuid

from kulturspejl.live import bell
from kulturspejl.live.carried import Page, Part
from kulturspejl.web import relay

NOTHING_LEFT_OUT = '<i hidden data-same=""></i>'


class Maker:
    """Counts, and holds back what it makes until it is let go."""

    def __init__(self, holds=False):
        self.begun, self.may_end = [], threading.Event()
        if not holds:
            self.may_end.set()

    def make(self, code, spoken):
        self.begun.append(spoken)
        assert self.may_end.wait(60)
        new = str(uuid.uuid4())
        return {name: Page([Part(f"{name} {spoken} {len(self.begun)}", name, new)]) for name in ("ann", "ib")}


class Room:
    """A room of its own, and those who listen."""

    def __init__(self, maker):
        self.topic, self.maker = f"room:{uuid.uuid4()}", maker

    def phone(self, who, spoken="da", shown=b""):
        return relay.listen("CODE", self.topic, relay.Phone(who, spoken, shown), self.maker.make)

    def relay(self):
        return relay._relays.get((asyncio.get_running_loop(), self.topic))


async def heard(*phones):
    """What stands under the stamp, of each."""
    async with asyncio.timeout(10):
        return [said(await anext(one)) for one in phones]


def said(event):
    page = event.decode().partition("data: ")[2].partition("\ndata: ")[2].removesuffix("\n\n")
    return page.removesuffix(NOTHING_LEFT_OUT)


def test_each_gets_their_own_and_it_is_made_once():
    async def scene():
        room = Room(Maker())
        phones = [room.phone(who) for who in ("ann", "ib", "ann")]
        await asyncio.gather(*(heard(one) for one in phones))
        room.maker.begun.clear()
        waiting = asyncio.create_task(heard(*phones))
        await asyncio.sleep(0)
        bell.ring(room.topic)
        first, other, again = await waiting
        assert (first, other) == ("ann da 1", "ib da 1")
        assert first == again
        assert room.maker.begun == ["da"]
        for one in phones:
            await one.aclose()
        assert room.relay() is None

    asyncio.run(scene())


def test_a_stranger_hears_that_something_is_new_and_nothing_of_what_it_is():
    async def scene():
        room = Room(Maker())
        stranger = room.phone("nobody")
        told = await anext(stranger)
        assert b"data: " in told
        assert b"da" not in told.replace(b"data: ", b"")
        await stranger.aclose()

    asyncio.run(scene())


def test_each_language_is_made_by_itself_and_who_shows_it_already_gets_the_stamp():
    async def scene():
        room = Room(Maker())
        now = await anext(room.phone("nobody"))
        danish, english, back = room.phone("ann"), room.phone("ib", "en"), room.phone("ann", shown=now)
        told = await asyncio.gather(*(anext(one) for one in (danish, english, back)))
        assert [said(one)[:6] for one in told[:2]] == ["ann da", "ib en "]
        assert told[2] == now
        for one in (danish, english, back):
            await one.aclose()

    asyncio.run(scene())


def test_who_asks_after_it_was_begun_gets_a_later_one():
    async def scene():
        room = Room(Maker(holds=True))
        first = asyncio.create_task(heard(room.phone("ann")))
        while not room.maker.begun:
            await asyncio.sleep(0.01)
        later = [asyncio.create_task(heard(room.phone("ib"))) for _ in range(5)]
        await asyncio.sleep(0.05)
        assert room.maker.begun == ["da"], "one at a time"
        room.maker.may_end.set()
        assert await first == ["ann da 1"]
        assert await asyncio.gather(*later) == [["ib da 2"]] * 5

    asyncio.run(scene())


def test_rings_while_one_is_made_fall_together_and_who_leaves_stops_nobody():
    async def scene():
        room = Room(Maker())
        staying, leaving = room.phone("ann"), room.phone("ib")
        await asyncio.gather(heard(staying), heard(leaving))
        room.maker.may_end.clear()
        room.maker.begun.clear()
        bell.ring(room.topic)
        while not room.maker.begun:
            await asyncio.sleep(0.01)
        for _ in range(5):
            bell.ring(room.topic)
        await leaving.aclose()
        await asyncio.sleep(0.05)
        room.maker.may_end.set()
        assert await heard(staying) == ["ann da 1"]
        assert await heard(staying) == ["ann da 2"]
        assert len(room.maker.begun) == 2
        await staying.aclose()

    asyncio.run(scene())


def page(**regions):
    return Page([Part("always "), *(Part(f"{name}{key} ", name, key) for name, key in regions.items())])


class Pages:
    """Makes what it is told to."""

    def __init__(self, **first):
        self.next = first

    def make(self, _code, _spoken):
        return self.next


def test_whoever_has_a_part_from_this_stream_gets_its_key_alone_and_whoever_has_none_gets_it_all():
    async def scene():
        pages = Pages(ann=page(head="1", mine="1"), ib=page(head="1", mine="1"))
        room = Room(pages)
        ann, ib = room.phone("ann"), room.phone("ib")
        assert await heard(ann, ib) == ["always head1 mine1 "] * 2

        pages.next = dict.fromkeys(("ann", "ib", "late"), page(head="2", mine="1"))
        bell.ring(room.topic)
        told = ['always head2 <i hidden data-same="mine 1"></i>'] * 2
        assert await heard(ann, ib) == told
        late = room.phone("late")
        assert await heard(late) == ["always head2 mine1 "]

        # It has got nothing of what fell away between two that it read.
        pages.next = dict.fromkeys(("ann", "ib", "late"), page(head="2", mine="2"))
        bell.ring(room.topic)
        await heard(late)
        pages.next = dict.fromkeys(("ann", "ib", "late"), page(head="2", mine="1"))
        bell.ring(room.topic)
        assert await heard(late) == ['always mine1 <i hidden data-same="head 2"></i>']
        assert await heard(ann) == ['always <i hidden data-same="head 2 mine 1"></i>']
        for one in (ann, ib, late):
            await one.aclose()

    asyncio.run(scene())


def test_a_phone_that_gets_the_stamp_alone_asks_and_gets_all_of_the_next_page():
    async def scene():
        pages = Pages(ann=page(head="1"))
        room = Room(pages)
        ann = room.phone("ann")
        await heard(ann)
        pages.next = {}
        bell.ring(room.topic)
        assert await heard(ann) == [""]
        pages.next = {"ann": page(head="1")}
        bell.ring(room.topic)
        assert await heard(ann) == ["always head1 "]
        await ann.aclose()

    asyncio.run(scene())


def test_when_the_bell_cannot_be_heard_streams_end_so_that_phones_come_back(monkeypatch):
    async def scene():
        room = Room(Maker())
        phone = room.phone("ann")
        await heard(phone)

        def broken(_message):
            raise RuntimeError("no bell")

        monkeypatch.setattr(room.relay(), "_hear", broken)
        bell.ring(room.topic)
        async with asyncio.timeout(10):
            assert [one async for one in phone] == []

    asyncio.run(scene())
