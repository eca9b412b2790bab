"""Phones in a room, as the page's own script behaves: a stream that is held open, which brings what is new or a stamp.

Who gets a stamp alone asks for the page.
"""

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.load.http import HOST

VERSION = re.compile(rb'data-region="with" data-key="(\d+)')
STAMP = re.compile(rb"data: (\S+)")
Told = Callable[[bytes], None]


class Wire(asyncio.Protocol):
    """A connection that hands on whole chunks, or whole bodies with a length."""

    def __init__(self, told: Told) -> None:
        self.told, self.buffer, self.head, self.length = told, b"", b"", -1
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep it."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def ask(self, request: bytes) -> None:
        """Send a request; the reply is told."""
        assert self.transport is not None
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Take apart what has come."""
        self.buffer += data
        while self._take():
            pass

    def _take(self) -> bool:
        if not self.head:
            self.head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if not found:
                self.head = b""
                return False
            self.buffer = rest
            length = re.search(rb"content-length: (\d+)", self.head.lower())
            self.length = int(length[1]) if length else (0 if b" 304 " in self.head[:16] else -1)
        return self._take_chunk() if self.length < 0 else self._take_body()

    def _take_chunk(self) -> bool:
        size, found, rest = self.buffer.partition(b"\r\n")
        if not found or len(rest) < int(size, 16) + 2:
            return False
        length = int(size, 16)
        self.buffer = rest[length + 2 :]
        self.told(rest[:length])
        return True

    def _take_body(self) -> bool:
        if len(self.buffer) < self.length:
            return False
        head, body, self.buffer = self.head, self.buffer[: self.length], self.buffer[self.length :]
        self.head = b""
        self.told(head + b"\r\n\r\n" + body)
        return bool(self.buffer)


@dataclass
class Crowd:
    """All phones together: when each version had come to how many."""

    count: int
    moments: dict[int, list[float]] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def has(self, version: int) -> None:
        """One more phone shows this version."""
        self.moments.setdefault(version, []).append(time.perf_counter())
        self.changed.set()

    async def all_have(self, version: int, seconds: float) -> list[float]:
        """The moments in which they had it, in order."""
        async with asyncio.timeout(seconds):
            while len(self.moments.get(version, ())) < self.count:
                self.changed.clear()
                await self.changed.wait()
        return self.moments[version]


class Phone:
    """One of them."""

    def __init__(self, crowd: Crowd, code: str, key: str) -> None:
        self.crowd, self.code, self.version, self.tag, self.stamp = crowd, code, 0, b"", b""
        self.cookie = f"Host: localhost\r\nCookie: kulturspejl_room={key}\r\nAccept-Language: da\r\n".encode()
        self.stream, self.asking = Wire(self.heard), Wire(self.answered)
        self.is_asking, self.is_stale = False, False
        self.bytes = 0

    async def open(self, port: int) -> None:
        """Both connections; the first page is asked for at once."""
        loop = asyncio.get_running_loop()
        await loop.create_connection(lambda: self.stream, HOST, port)
        await loop.create_connection(lambda: self.asking, HOST, port)
        self.stream.ask(f"GET /room/{self.code}/bell HTTP/1.1\r\n".encode() + self.cookie + b"\r\n")

    def heard(self, event: bytes) -> None:
        """Something is new, unless it is a heartbeat or what we know."""
        stamp = STAMP.search(event)
        if stamp is None or stamp[1] == self.stamp:
            return
        self.stamp = stamp[1]
        if b"\ndata: <" in event:
            self.bytes = len(event)
            self.shows(event)
        else:
            self.ask()

    def ask(self) -> None:
        """Ask for what is now; again afterwards if something comes meanwhile."""
        if self.is_asking:
            self.is_stale = True
            return
        self.is_asking = True
        tag = b"If-None-Match: " + self.tag + b"\r\n" if self.tag else b""
        self.asking.ask(f"GET /room/{self.code}/now HTTP/1.1\r\n".encode() + self.cookie + tag + b"\r\n")

    def answered(self, reply: bytes) -> None:
        """The page's parts."""
        self.is_asking = False
        status = int(reply[9:12])
        if status not in (200, 304):
            raise RuntimeError(f"the server said {status}")
        if status == 200:
            tag = re.search(rb"etag: (\S+)", reply, re.IGNORECASE)
            self.tag = tag[1] if tag else b""
            self.bytes = len(reply)
            self.shows(reply)
        if self.is_stale:
            self.is_stale = False
            self.ask()

    def shows(self, page: bytes) -> None:
        """Note the version on the page."""
        found = VERSION.search(page)
        version = int(found[1]) if found else 0
        if version > self.version:
            self.version = version
            self.crowd.has(version)

    def close(self) -> None:
        """Gone home."""
        for wire in (self.stream, self.asking):
            if wire.transport is not None:
                wire.transport.close()


class Bare(asyncio.Protocol):
    """A phone at the bound: a line with a number in it is the new step."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd, self.buffer = crowd, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep it."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Count whole lines."""
        self.buffer += data
        while b"\n" in self.buffer:
            line, _newline, self.buffer = self.buffer.partition(b"\n")
            self.crowd.has(int(line))
