"""One ear for all the phones of a room: what a ring brings them is made once, and each is woken once."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass, field

from kulturspejl.live import bell
from kulturspejl.live.carried import Keys, Page
from kulturspejl.live.frames import HEARTBEAT, with_page

Make = Callable[[str, str], Mapping[str, Page]]
"""From a room's code and a language to the pages of its phones as they are now; called in a thread."""
log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Phone:
    """Somebody who listens. `who` is their name in what is made; `shown` is the ring whose page they have already.

    `known` is what this stream has brought of a page, `comes` what it will have with the message that waits.
    """

    who: str
    spoken: str
    shown: bytes
    message: bytes | None = None
    known: Keys | None = None
    comes: Keys | None = None
    has_ended: bool = False
    waiting: "asyncio.Future[None] | None" = None

    def tell(self, message: bytes, comes: Keys | None) -> None:
        """What comes faster than somebody reads falls together into the last of it."""
        self.message, self.comes = message, comes
        self.wake()

    def wake(self) -> None:
        """Let `next` go on."""
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_result(None)

    async def next(self) -> bytes | None:
        """What there is to send, once there is something; None when no more will come."""
        while self.message is None and not self.has_ended:
            self.waiting = asyncio.get_running_loop().create_future()
            await self.waiting
        message, self.message, self.known = self.message, None, self.comes
        return message


@dataclass(eq=False)
class Relay:
    """The phones of one room in one event loop.

    Whoever comes in and whoever has heard a ring wait in one row: nobody gets what was begun before they asked, nor
    an older page after a newer one. Nothing that was made is kept.
    """

    code: str
    topic: str
    make: Make
    phones: set[Phone] = field(default_factory=set)
    due: set[Phone] = field(default_factory=set)
    rung: bytes = b""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    task: "asyncio.Task[None] | None" = None

    def enter(self, phone: Phone) -> None:
        """One more, who gets what is now at once."""
        self.phones.add(phone)
        self._ask({phone})
        if self.task is None:
            self.task = asyncio.create_task(self._run())

    def leave(self, phone: Phone) -> bool:
        """One less; whether that was the last."""
        self.phones.discard(phone)
        self.due.discard(phone)
        if self.phones:
            return False
        if self.task is not None:
            self.task.cancel()
        return True

    async def _run(self) -> None:
        telling = asyncio.create_task(self._tell_for_ever())
        try:
            async with contextlib.aclosing(bell.listen(self.topic)) as rings:
                async for message in rings:
                    self._hear(message)
        except Exception:
            log.exception("A room's bell cannot be heard, so its phones come back.")
        finally:
            telling.cancel()
            for phone in self.phones:
                phone.has_ended = True
                phone.wake()

    def _hear(self, message: bytes) -> None:
        if message is HEARTBEAT:
            for phone in self.phones - self.due:
                if phone.message is None:
                    phone.tell(HEARTBEAT, phone.known)
            return
        self.rung = message
        self._ask(self.phones)

    def _ask(self, phones: set[Phone]) -> None:
        self.due |= phones
        if self.rung:
            self.news.set()

    async def _tell_for_ever(self) -> None:
        while True:
            await self.news.wait()
            self.news.clear()
            due, self.due, message = self.due, set(), self.rung
            for spoken in {phone.spoken for phone in due}:
                await self._tell([phone for phone in due if phone.spoken == spoken], spoken, message)

    async def _tell(self, phones: list[Phone], spoken: str, message: bytes) -> None:
        new = [phone for phone in phones if phone.shown != message]
        made = await asyncio.to_thread(self.make, self.code, spoken) if new else {}
        events: dict[tuple[int, int], bytes] = {}
        for phone in phones:
            page = None if phone.shown == message else made.get(phone.who)
            if page is None:
                phone.tell(message, None)
                continue
            # Whoever has got the same page before, and gets the same now, gets the same bytes.
            alike = id(page), id(phone.known)
            if alike not in events:
                events[alike] = with_page(message, page.lines(phone.known))
            phone.tell(events[alike], page.keys)


_relays: dict[tuple[asyncio.AbstractEventLoop, str], Relay] = {}


async def listen(code: str, topic: str, phone: Phone, make: Make) -> AsyncGenerator[bytes, None]:
    """Bytes to send to a phone: the room as it is now, one event a change, and heartbeats in between."""
    key = (asyncio.get_running_loop(), topic)
    relay = _relays.setdefault(key, Relay(code, topic, make))
    relay.enter(phone)
    try:
        while (message := await phone.next()) is not None:
            yield message
    finally:
        if relay.leave(phone) and _relays.get(key) is relay:
            del _relays[key]
