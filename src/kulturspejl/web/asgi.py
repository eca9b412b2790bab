# ruff: noqa: I001  (pages come first: they set Django up, and tables need that)
"""One port: bells and the quick door in the event loop, everything else by Django's WSGI application in threads.

Django's own ASGI handler costs five times as much for views like ours, and WSGI alone cannot hold a stream
open for each phone (science.md 3.1, 3.2), so each does what it is good at.
"""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")

from kulturspejl.web import pages
from kulturspejl.values import links
from kulturspejl.web import answering, bells, bodies
from kulturspejl.web.door import serving, waiting
from kulturspejl.web.query import asked


async def application(scope: Any, receive: Any, send: Any) -> None:
    """The whole instance as one ASGI application."""
    if scope["type"] != "http":
        await _begin_and_end(scope, receive, send)
        return
    scope = bodies.plain(scope)
    topic = bells.topic_of(scope["path"], asked(scope, links.PASS)) if scope["method"] == "GET" else None
    if topic is not None:
        await bells.serve(topic, scope, receive, send)
    elif (way := serving.way_of(scope)) is not None:
        await serving.serve(way, scope, receive, send)
    elif answering.is_answer(scope):
        await answering.serve(scope, receive, send)
    else:
        await pages.serve(scope, receive, send)


async def _begin_and_end(scope: Any, receive: Any, send: Any) -> None:
    """The server asks whether the application has started and stopped; nothing has to be done for either."""
    if scope["type"] != "lifespan":
        raise ValueError(f"no {scope['type']} is spoken here")
    for moment in ("startup", "shutdown"):
        await receive()
        await send({"type": f"lifespan.{moment}.complete"})


def finish() -> None:
    """Let the threads end what they have begun."""
    waiting.finish()
    answering.finish()
    pages.finish()
