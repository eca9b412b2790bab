"""One port: bells as bare generators in the event loop, everything else by Django's WSGI application in threads.

Django's own ASGI handler costs five times as much for views like ours, and WSGI alone cannot hold a stream
open for each phone (science.md 3.1, 3.2), so each does what it is good at.
"""

import os
from typing import Any

from a2wsgi import WSGIMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")

from kulturspejl.web import bells
from kulturspejl.web.wsgi import application as django

THREADS = 16
_in_threads = WSGIMiddleware(django, workers=THREADS)  # type: ignore[arg-type]


async def application(scope: Any, receive: Any, send: Any) -> None:
    """The whole instance as one ASGI application."""
    if scope["type"] == "http" and scope["method"] == "GET":
        topic = bells.topic_of(scope["path"])
        if topic is not None:
            await bells.serve(topic, scope, receive, send)
            return

    async def receiving() -> Any:
        # granian's own `receive` is awaitable but no coroutine, and the threads need one to wait for.
        return await receive()

    await _in_threads(scope, receiving, send)
