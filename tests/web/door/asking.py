"""A request to the whole program in this process: at the quick door, or in Django's way."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from kulturspejl.records import questions
from kulturspejl.web import asgi
from kulturspejl.web.door import serving


@dataclass(frozen=True)
class Said:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes

    def json(self) -> Any:
        return json.loads(self.content)


def scope_of(
    method: str, path: str, headers: Mapping[str, str], scheme: str = "http", query: str = ""
) -> dict[str, Any]:
    """As granian makes it."""
    return {
        "type": "http", "http_version": "1.1",
        "method": method, "scheme": scheme, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "root_path": "", "client": ("192.0.2.7", 4711), "server": ("127.0.0.1", 8000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip


async def ask_soon(
    method: str, path: str, body: bytes, headers: Mapping[str, str], scheme: str = "http", query: str = ""
) -> Said:
    """One request in the running loop."""
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    await asgi.application(scope_of(method, path, {"host": "testserver", **headers}, scheme, query), receive, send)
    headers_said = [(name.decode(), value.decode()) for name, value in told[0]["headers"]]
    return Said(told[0]["status"], headers_said, b"".join(one.get("body", b"") for one in told[1:]))


def ask(
    path: str, data: object, headers: Mapping[str, str] | None = None, *, method: str = "POST", scheme: str = "http",
    query: str = "",
) -> Said:  # fmt: skip
    """One request in a loop of its own, in JSON."""
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    given = {"content-type": "application/json", "content-length": str(len(body)), **(headers or {})}

    async def once() -> Said:
        try:
            return await ask_soon(method, path, body, given, scheme, query)
        finally:
            questions.close()

    return asyncio.run(once())


@contextmanager
def django_alone():
    """The quick door is shut: everything goes Django's way."""
    with patch.object(serving, "way_of", lambda _scope: None):
        yield


@contextmanager
def quick_door_alone():
    """Whatever goes Django's way fails the test."""

    async def no(*_words: object) -> None:
        raise AssertionError("this went Django's way")

    ways = [replace(one, longer=no) for one in serving.WAYS]
    with patch.object(serving, "WAYS", ways), patch.object(asgi.pages, "serve", no):
        yield
