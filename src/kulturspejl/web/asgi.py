# ruff: noqa: I001  (wsgi comes first: it sets Django up, and tables need that)
"""One port: bells as bare generators in the event loop, everything else by Django's WSGI application in threads.

Django's own ASGI handler costs five times as much for views like ours, and WSGI alone cannot hold a stream
open for each phone (science.md 3.1, 3.2), so each does what it is good at.
"""

import os
from typing import Any

from a2wsgi import WSGIMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")

from kulturspejl.web.wsgi import application as whole
from kulturspejl.web import answering, bells

THREADS = 16
_pages = WSGIMiddleware(whole, workers=THREADS)  # type: ignore[arg-type]


async def application(scope: Any, receive: Any, send: Any) -> None:
    """The whole instance as one ASGI application."""
    if answering.is_answer(scope):
        await answering.serve(scope, receive, send)
        return
    if scope["type"] == "http" and scope["method"] == "GET":
        topic = bells.topic_of(scope["path"])
        if topic is not None:
            await bells.serve(topic, scope, receive, send)
            return

    async def receiving() -> Any:
        # granian's own `receive` is awaitable but no coroutine, and the threads need one to wait for.
        return await receive()

    await _pages(scope, receiving, send)


def finish() -> None:
    """Let the threads end what they have begun."""
    answering.finish()
    _pages.executor.shutdown()
