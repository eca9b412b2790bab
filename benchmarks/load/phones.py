"""Phones in a room, as the page's own script behaves: a stream that is held open, which brings what is new or a stamp.

Who gets a stamp alone asks for the page.
"""

import asyncio
import contextlib
import json
import re
import secrets
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.load.http import HOST

VERSION = re.compile(rb'data-version="(\d+)')
STAMP = re.compile(rb"data: (\S+)")
STORED, LATER = (200, 201), 4.0
WAIT = re.compile(rb"retry: (\d+)")
Told = Callable[[bytes], None]


class Wire(asyncio.Protocol):
    """A connection that hands on whole chunks, or whole bodies with a length."""

    def __init__(self, told: Told, lost: Callable[[], None] = lambda: None) -> None:
        self.told, self.lost, self.buffer, self.head, self.length = told, lost, b"", b"", -1
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep it."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, _error: Exception | None) -> None:
        """Somebody hung up."""
        self.transport, self.buffer, self.head = None, b"", b""
        self.lost()

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
        self.stream, self.asking = Wire(self.heard, self.lost), Wire(self.answered)
        self.is_asking, self.is_stale = False, False
        self.bytes, self.port, self.is_home, self.wait = 0, 0, False, 1.0
        self.stored: asyncio.Future[int] | None = None
        self.told = b""
        self.again: asyncio.Task[None] | None = None

    async def open(self, port: int) -> None:
        """Both connections; the first page is asked for at once."""
        loop = asyncio.get_running_loop()
        self.port = port
        await loop.create_connection(lambda: self.asking, HOST, port)
        await loop.create_connection(lambda: self.stream, HOST, port)
        seen = b"Last-Event-ID: " + self.stamp + b"\r\n" if self.stamp else b""
        self.stream.ask(f"GET /room/{self.code}/bell HTTP/1.1\r\n".encode() + self.cookie + seen + b"\r\n")

    def lost(self) -> None:
        """The stream is gone: come back, as a browser does, after the time that the server has named."""
        if not self.is_home and self.again is None:
            self.again = asyncio.create_task(self.come_back())

    async def come_back(self) -> None:
        """Until it works."""
        while self.stream.transport is None:
            await asyncio.sleep(self.wait)
            with contextlib.suppress(OSError):
                await self.open(self.port)
        self.again = None

    async def send(self, part: str, values: dict[str, str]) -> int:
        """Hand something in, with the phone's key, until it is stored, as the outbox does; how often it was put off."""
        body = json.dumps({"id": str(uuid.uuid4()), "part": part, "values": values}).encode()
        put_off = 0
        while (status := await self._send(body)) not in STORED:
            if status < 500 and status != 429:
                raise RuntimeError(f"a word was answered with {status}")
            put_off += 1
            await asyncio.sleep(LATER)
        return put_off

    async def send_unsigned(self, part: str, values: dict[str, str]) -> int:
        """The same without a name: the right to one answer with the key, then the answer, which no key goes with."""
        secret, id = secrets.token_hex(32), str(uuid.uuid4())
        put_off = 0
        while (status := await self._send_unsigned(part, values, secret, id)) not in STORED:
            if status < 500 and status != 429:
                raise RuntimeError(f"a word without a name was answered with {status}")
            put_off += 1
            await asyncio.sleep(LATER)
        return put_off

    async def _send_unsigned(self, part: str, values: dict[str, str], secret: str, id: str) -> int:
        status = await self._post(f"/room/{self.code}/voucher", json.dumps({"part": part, "secret": secret}).encode())
        if status != 200:
            return status
        voucher = json.loads(self.told.partition(b"\r\n\r\n")[2])["voucher"]
        body = json.dumps({"id": id, "part": part, "values": values, "voucher": voucher}).encode()
        return await self._post(f"/without-a-name/{self.code}", body, b"Host: localhost\r\n")

    async def _send(self, body: bytes) -> int:
        return await self._post(f"/room/{self.code}/contributions", body)

    async def _post(self, path: str, body: bytes, cookie: bytes = b"") -> int:
        head = b"Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        self.stored = asyncio.get_running_loop().create_future()
        self.asking.ask(f"POST {path} HTTP/1.1\r\n".encode() + (cookie or self.cookie) + head + body)
        return await self.stored

    def heard(self, event: bytes) -> None:
        """Something is new, unless it is a heartbeat or what we know."""
        stamp = STAMP.search(event)
        if stamp is None or stamp[1] == self.stamp:
            return
        self.stamp = stamp[1]
        wait = WAIT.search(event)
        self.wait = int(wait[1]) / 1000 if wait else self.wait
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
        status = int(reply[9:12])
        if self.stored is not None:
            self.told = reply
            self.stored.set_result(status)
            self.stored = None
            return
        self.is_asking = False
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
        self.is_home = True
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
