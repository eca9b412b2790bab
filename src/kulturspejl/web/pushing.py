"""A ring that carries the page: what phones would ask for a thousand times is made once and sent along.

Who has no key of the room, and a phone that shows the same already, gets the stamp alone.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from django.db import close_old_connections
from django.http import HttpRequest
from django.utils import translation

from kulturspejl.core.errors import KulturspejlError
from kulturspejl.faces.participant import pushed
from kulturspejl.live.frames import HEARTBEAT, frame, with_page
from kulturspejl.web.cookies import cookies_in
from kulturspejl.web.together import Together

Fill = Callable[[bytes], Awaitable[bytes]]
Asked = tuple[str, str, bytes]
"""Room, language and the ring itself."""
log = logging.getLogger(__name__)
_shared: WeakKeyDictionary[asyncio.AbstractEventLoop, Together[Asked, Mapping[str, bytes]]] = WeakKeyDictionary()


def for_phone(code: str, scope: Any) -> Fill | None:
    """What turns a ring into one that carries this phone's page; None for somebody without a key."""
    cookies = cookies_in(scope["headers"])
    who = pushed.listener(cookies)
    if not who:
        return None
    spoken, shown = _language(scope, cookies), frame(_seen(scope))
    together = _shared.setdefault(asyncio.get_running_loop(), Together(_make))

    async def fill(message: bytes) -> bytes:
        if message is HEARTBEAT or message == shown:
            return message
        return (await together.ask((code, spoken, message))).get(who, message)

    return fill


def _make(asked: Asked) -> Mapping[str, bytes]:
    """Events by phone; the same bytes for all that see the same. Nothing where it cannot be made: then phones ask."""
    code, spoken, message = asked
    close_old_connections()
    try:
        made = pushed.pages(code, spoken)
    except KulturspejlError:
        return {}
    except Exception:
        log.exception("A room's pages could not be made at once, so each phone asks for its own.")
        return {}
    finally:
        close_old_connections()
    events = {page: with_page(message, page) for page in set(made.values())}
    return {who: events[page] for who, page in made.items()}


def _seen(scope: Any) -> str:
    """The stamp of what the phone shows: it says so when it comes back, else in its first question."""
    for name, value in scope["headers"]:
        if name.lower() == b"last-event-id":
            return str(value.decode("latin-1"))
    return parse_qs(scope["query_string"].decode("latin-1")).get("seen", [""])[0]


def _language(scope: Any, cookies: dict[str, str]) -> str:
    """The language that every page would be in."""
    request = HttpRequest()
    request.COOKIES = cookies
    spoken = [value for name, value in scope["headers"] if name.lower() == b"accept-language"]
    request.META["HTTP_ACCEPT_LANGUAGE"] = b",".join(spoken).decode("latin-1")
    return translation.get_language_from_request(request)
