"""A keep-alive HTTP/1.1 client for loopback, small enough to cost less than what it measures."""

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any

HOST = "127.0.0.1"
KEPT_FOR = 20.0
"""Seconds that a connection may stand idle: a server hangs up on its own after thirty."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status and body."""

    status: int
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Connection:
    """One connection, opened when needed and again after it was lost."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.used = 0.0

    async def post(self, path: str, data: object) -> Reply:
        """POST JSON; raises OSError or IncompleteReadError where the connection is lost."""
        body = json.dumps(data).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return await self._ask(head.encode() + body)

    async def get(self, path: str, encoding: str = "identity") -> Reply:
        """GET a page."""
        return await self._ask(
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\n\r\n".encode()
        )

    async def close(self) -> None:
        """Hang up."""
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None

    async def send(self, request: bytes) -> Reply:
        """A request as it is."""
        return await self._ask(request)

    async def _ask(self, request: bytes) -> Reply:
        if time.monotonic() - self.used > KEPT_FOR:
            await self.close()
        self.used = time.monotonic()
        if self.writer is None or self.reader is None:
            self.reader, self.writer = await asyncio.open_connection(HOST, self.port)
        try:
            self.writer.write(request)
            head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            return Reply(int(head.split(" ", 2)[1]), await self._body(self.reader, head))
        except BaseException:
            await self.close()
            raise

    async def _body(self, reader: asyncio.StreamReader, head: str) -> bytes:
        if "transfer-encoding: chunked" in head:
            return await _chunks(reader)
        length = next(
            (line for line in head.split("\r\n") if line.startswith("content-length:")), "content-length: 0"
        )
        return await reader.readexactly(int(length.split(":")[1]))


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readline()).strip() or b"0", 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body
