"""The bound: a bare asyncio protocol without an HTTP stack that writes one message to all who are connected.

Whoever connects and says nothing listens. Who sends a line of digits and a newline rings: the line and as many bytes
as the program was told go to all. GET /healthz is answered, so that it is started like a server.
"""

import argparse
import asyncio

LISTENING: set["Stream"] = set()


class Stream(asyncio.Protocol):
    """One connection."""

    def __init__(self, length: int) -> None:
        self.length = length

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Listen from now on."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        LISTENING.add(self)

    def connection_lost(self, _error: Exception | None) -> None:
        """Gone."""
        LISTENING.discard(self)

    def data_received(self, data: bytes) -> None:
        """A ring, or somebody who asks whether we are there."""
        LISTENING.discard(self)
        if data.startswith(b"GET"):
            self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            self.transport.close()
            return
        message = data.strip().ljust(self.length) + b"\n"
        for one in LISTENING:
            one.transport.write(message)


async def _serve(port: int, length: int) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Stream(length), "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    given = argparse.ArgumentParser()
    given.add_argument("--port", type=int, required=True)
    given.add_argument("--length", type=int, default=100)
    words = given.parse_args()
    asyncio.run(_serve(words.port, words.length))
