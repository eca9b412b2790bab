"""Answers, straight from the event loop into a thread and back: one body in, one body out, nothing streamed."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from a2wsgi.wsgi import build_environ
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished, request_started

from kulturspejl.web import bodies
from kulturspejl.web.wsgi import answers

THREADS = 32
"""As many wait for the writer at a time; a waiting thread costs nothing but its stack."""
_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="kulturspejl-answers")
Response = tuple[int, list[tuple[bytes, bytes]], bytes]


def is_answer(scope: Any) -> bool:
    """`POST /answers` and `POST /r/<code>/admit`."""
    if scope["type"] != "http" or scope["method"] != "POST":
        return False
    path = scope["path"]
    return bool(path == "/answers" or (path.startswith("/r/") and path.endswith("/admit")))


async def serve(scope: Any, receive: Any, send: Any) -> None:
    """One request."""
    body = await bodies.take_in(scope, receive, bodies.SMALL)
    if not isinstance(body, bytes):
        await bodies.refuse(send, body)
        return
    await answer(scope, body, send)


async def answer(scope: Any, body: bytes, send: Any) -> None:
    """One request whose body has been taken in."""
    loop = asyncio.get_running_loop()
    status, headers, content = await loop.run_in_executor(_threads, _respond, scope, body)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


def finish() -> None:
    """Wait for the answers that are under way; no other is taken after that."""
    _threads.shutdown()


def _respond(scope: Any, body: bytes) -> Response:
    environ: Any = build_environ(bodies.with_length(scope, body), BytesIO(body))  # type: ignore[arg-type]
    request_started.send(sender=_respond, environ=environ)
    response = answers.get_response(WSGIRequest(environ))
    content = b"".join(response)
    headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in response.items()]
    request_finished.send(sender=_respond)
    return response.status_code, [*headers, (b"content-length", str(len(content)).encode())], content
