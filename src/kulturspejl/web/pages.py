"""Every page by Django's WSGI application, in a thread: one body in, one body out.

A thread never waits for the network: it gets a body that is all there, and what it says is sent by the event loop.
Whoever sends or reads slowly holds a connection and nothing else.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from io import BytesIO
from typing import Any

from a2wsgi.wsgi import build_environ

from kulturspejl.web import bodies
from kulturspejl.web.wsgi import application as whole

THREADS = 16
WITHOUT_BODY = {204, 304}
_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="kulturspejl-pages")
Headers = list[tuple[bytes, bytes]]


async def serve(scope: Any, receive: Any, send: Any) -> None:
    """One request."""
    body = await bodies.take_in(scope, receive, bodies.longest_at(scope["path"]))
    if not isinstance(body, bytes):
        await bodies.refuse(send, body)
        return
    await answer(scope, body, send)


async def answer(scope: Any, body: bytes, send: Any) -> None:
    """One request whose body has been taken in."""
    loop = asyncio.get_running_loop()
    status, headers, content = await loop.run_in_executor(_threads, copy_context().run, _respond, scope, body)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


def finish() -> None:
    """Wait for the pages that are under way; no other is made after that."""
    _threads.shutdown()


def _respond(scope: Any, body: bytes) -> tuple[int, Headers, bytes]:
    begun: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        begun.update(status=int(status.split(" ", 1)[0]), headers=headers)

    environ: Any = build_environ(bodies.with_length(scope, body), BytesIO(body))  # type: ignore[arg-type]
    parts: Any = whole(environ, start)  # type: ignore[arg-type]
    try:
        content = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    headers = [
        (name.lower().encode("latin-1"), value.strip().encode("latin-1")) for name, value in begun["headers"]
    ]
    return begun["status"], _with_length(scope, begun["status"], headers, content), content


def _with_length(scope: Any, status: int, headers: Headers, content: bytes) -> Headers:
    """A reply to HEAD says the length of what it leaves out, if anything; one without a body says none."""
    is_said = any(name == b"content-length" for name, _value in headers)
    if is_said or status in WITHOUT_BODY or scope["method"] == "HEAD":
        return headers
    return [*headers, (b"content-length", str(len(content)).encode())]
