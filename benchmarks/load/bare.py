"""The practical bound: a bare ASGI application with group commit, one request and one row an answer."""

import argparse
import asyncio
import json
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from granian.constants import Interfaces
from granian.server.embed import Server

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


class Store:
    """Takes all that waits into one transaction."""

    def __init__(self, file: Path) -> None:
        self.connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=FULL")
        self.connection.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, body BLOB)")
        self.waiting: list[tuple[str, bytes, asyncio.Future[None]]] = []
        self.wake = asyncio.Event()

    async def put(self, key: str, body: bytes) -> None:
        """Return when it is on disk."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append((key, body, future))
        self.wake.set()
        await future

    async def run(self) -> None:
        """Commit for ever."""
        while True:
            await self.wake.wait()
            self.wake.clear()
            batch, self.waiting = self.waiting, []
            await asyncio.to_thread(self._commit, batch)
            for _, _, future in batch:
                future.set_result(None)

    def _commit(self, batch: list[tuple[str, bytes, "asyncio.Future[None]"]]) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.executemany(
            "INSERT OR REPLACE INTO answers VALUES (?, ?)", [row[:2] for row in batch]
        )
        self.connection.execute("COMMIT")


def application(store: Store) -> Callable[..., Awaitable[None]]:
    """POST /answers stores; anything else says 200."""

    async def app(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        status = 200
        if scope["type"] == "http" and scope["path"] == "/answers":
            body = (await receive())["body"]
            data = json.loads(body)
            blocks = list(data["answers"].values())
            status = 201 if all(sum(blocks[at : at + 4]) == 10 for at in range(0, 24, 4)) else 422
            await store.put(data["id"], bytes(blocks))
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"ok"})

    return app


async def _serve(port: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "bare.sqlite3")
        writing = asyncio.create_task(store.run())
        await Server(application(store), address="127.0.0.1", port=port, interface=Interfaces.ASGI).serve()
        writing.cancel()


if __name__ == "__main__":
    given = argparse.ArgumentParser()
    given.add_argument("--port", type=int, required=True)
    asyncio.run(_serve(given.parse_args().port))
