"""One request at the quick door: taken in whole, asked of its action, answered; or given on to Django's way."""

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

from kulturspejl.core.errors import KulturspejlError, Unready
from kulturspejl.web import answering, bodies, pages, wsgi
from kulturspejl.web.door import answers, page, replies, room
from kulturspejl.web.door.heads import Head
from kulturspejl.web.door.replies import Reply

Serve = Callable[[Any, bytes, Any], Awaitable[None]]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Way:
    """An address of the door: what answers it here, and Django's way for it: its headers, and where it is given on."""

    method: str
    path: re.Pattern[str]
    answer: Callable[[Head, str, bytes], Awaitable[Reply | None]]
    handler: WSGIHandler
    longer: Serve

    @property
    def longest(self) -> int:
        """Bytes of a body: no longer than on Django's way."""
        return bodies.SMALL if self.handler is wsgi.answers else bodies.LONGEST


WAYS = (
    Way("GET", re.compile(r"/r/([^/]+)"), page.page, wsgi.application, pages.answer),
    Way("POST", re.compile(r"/(answers)"), answers.submit, wsgi.answers, answering.answer),
    Way("POST", re.compile(r"/r/([^/]+)/admit"), answers.admit, wsgi.answers, answering.answer),
    Way("POST", re.compile(r"/room/([^/]+)"), room.come_in, wsgi.application, pages.answer),
    Way("POST", re.compile(r"/room/([^/]+)/contributions"), room.contribute, wsgi.application, pages.answer),
    Way("POST", re.compile(r"/room/([^/]+)/do"), room.done, wsgi.application, pages.answer),
    Way("POST", re.compile(r"/room/([^/]+)/voucher"), room.buy, wsgi.application, pages.answer),
    Way("POST", re.compile(r"/without-a-name/([^/]+)"), room.without_a_name, wsgi.application, pages.answer),
)


def way_of(scope: Any) -> tuple[Way, str] | None:
    """The way that a request may take here, and the code in its address; None for all that is Django's."""
    for way in WAYS:
        found = way.path.fullmatch(scope["path"]) if way.method == scope["method"] else None
        if found:
            return way, found[1]
    return None


async def serve(way: tuple[Way, str], scope: Any, receive: Any, send: Any) -> None:
    """One request."""
    chosen, code = way
    body = await bodies.take_in(scope, receive, chosen.longest)
    if not isinstance(body, bytes):
        await bodies.refuse(send, body)
        return
    head = Head(scope)
    try:
        reply = await chosen.answer(head, code, body) if head.is_plain else None
    except Unready as error:
        await replies.say_unready(send, chosen.handler, head, error)
        return
    except KulturspejlError:
        reply = None
    except Exception:
        log.exception("The quick door could not answer, so Django's way was taken.")
        reply = None
    if reply is None:
        await chosen.longer(scope, body, send)
    else:
        await replies.say(send, chosen.handler, head, reply)
