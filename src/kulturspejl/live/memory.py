"""The bell of one process: rung from any thread, listened to in event loops."""

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from django.db import transaction

from kulturspejl.live.frames import HEARTBEAT, frame

HEARTBEAT_SECONDS = 20.0
MOST_TOPICS = 10_000


@dataclass(eq=False)
class _Hall:
    """Those who listen to one topic in one loop. Touched in that loop's thread alone."""

    loop: asyncio.AbstractEventLoop
    present: int = 0
    rings: int = 0
    last: bytes = b""
    waiting: set["asyncio.Future[bytes]"] = field(default_factory=set)
    timer: asyncio.TimerHandle | None = None

    def tell(self, message: bytes) -> None:
        """Wake everybody who waits, all with the same bytes object."""
        waiting, self.waiting = self.waiting, set()
        for one in waiting:
            if not one.done():
                one.set_result(message)

    def ring(self, message: bytes) -> None:
        self.rings += 1
        self.last = message
        self.tell(message)

    def beat(self, seconds: float) -> None:
        """One timer a hall instead of one a listener."""
        self.tell(HEARTBEAT)
        self.timer = self.loop.call_later(seconds, self.beat, seconds)


class MemoryBell:
    """`ring` and `stamp` may be called from any thread; `listen` runs in the caller's loop.

    A bell carries no data, only a stamp that changes: who hears it asks for the page again, with the own
    permissions. Rings that come faster than a listener reads fall together into the last one.
    """

    def __init__(self, heartbeat: float = HEARTBEAT_SECONDS) -> None:
        self._heartbeat = heartbeat
        self._epoch = _new_epoch()
        self._stamps: OrderedDict[str, str] = OrderedDict()
        self._halls: dict[str, dict[asyncio.AbstractEventLoop, _Hall]] = {}
        self._lock = threading.Lock()

    def stamp(self, topic: str) -> str:
        """What a page made now carries, to compare with what the bell says later."""
        with self._lock:
            return self._stamp(topic)

    def ring(self, topic: str, version: int | None = None) -> None:
        """Tell all listeners that the topic has changed. Without a version it is one more than the last."""
        with self._lock:
            last = int(self._stamp(topic).rsplit(".", 1)[1])
            self._sound(topic, f"{self._epoch}.{last + 1 if version is None else version}")

    def ring_on_commit(self, topic: str) -> None:
        """Ring once the present transaction is through; at once where there is none."""
        transaction.on_commit(lambda: self.ring(topic))

    def sound(self, topic: str, stamp: str) -> None:
        """Ring with a stamp that was made elsewhere. A bell is rung so or by `ring`, never both."""
        with self._lock:
            self._sound(topic, stamp)

    def begin_anew(self) -> None:
        """Rings may have been missed: every stamp becomes another one, and everybody asks again."""
        with self._lock:
            self._epoch = _new_epoch()
            self._stamps.clear()
            for topic in list(self._halls):
                self._tell(topic)

    async def listen(self, topic: str) -> AsyncGenerator[bytes, None]:
        """Bytes to send: the present stamp at once, then one event a change, and heartbeats in between."""
        hall, now = self._enter(topic)
        try:
            seen = hall.rings
            yield now
            while True:
                if hall.rings != seen:
                    seen = hall.rings
                    yield hall.last
                    continue
                future: asyncio.Future[bytes] = hall.loop.create_future()
                hall.waiting.add(future)
                message = await future
                if message is HEARTBEAT:
                    yield message
        finally:
            self._leave(topic, hall)

    def listeners(self, topic: str) -> int:
        """How many listen."""
        with self._lock:
            return sum(hall.present for hall in self._halls.get(topic, {}).values())

    def start(self) -> None:
        """There is no other process."""

    def trouble(self) -> str:
        """Nothing can come between the threads of one process."""
        return ""

    def _stamp(self, topic: str) -> str:
        return self._stamps.get(topic, f"{self._epoch}.0")

    def _sound(self, topic: str, stamp: str) -> None:
        self._stamps[topic] = stamp
        self._stamps.move_to_end(topic)
        if len(self._stamps) > MOST_TOPICS:
            self._stamps.popitem(last=False)
        self._tell(topic)

    def _tell(self, topic: str) -> None:
        """Under the lock, so that two rings arrive in the order in which their stamps were made."""
        message = frame(self._stamp(topic))
        for hall in self._halls.get(topic, {}).values():
            if not hall.loop.is_closed():
                hall.loop.call_soon_threadsafe(hall.ring, message)

    def _enter(self, topic: str) -> tuple[_Hall, bytes]:
        loop = asyncio.get_running_loop()
        with self._lock:
            halls = self._halls.setdefault(topic, {})
            hall = halls.get(loop)
            if hall is None:
                hall = halls[loop] = _Hall(loop)
                hall.timer = loop.call_later(self._heartbeat, hall.beat, self._heartbeat)
            hall.present += 1
            return hall, frame(self._stamp(topic))

    def _leave(self, topic: str, hall: _Hall) -> None:
        with self._lock:
            hall.present -= 1
            if hall.present:
                return
            if hall.timer is not None:
                hall.timer.cancel()
            halls = self._halls.get(topic, {})
            halls.pop(hall.loop, None)
            if not halls:
                self._halls.pop(topic, None)


def _new_epoch() -> str:
    """Stamps of an earlier process must not look like ours, or a page would sleep through a restart."""
    return format(time.time_ns() // 1000, "x")
